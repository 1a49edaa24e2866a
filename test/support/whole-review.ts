import { createHash } from 'node:crypto';
import { SCREENING_QUESTIONS } from '../../src/deployments/screening/classification/screening-questions.js';
import type { AskingProgram } from './asking-program.js';
import type { PageReader } from './page-reader.js';
import type { Part } from './reviews.js';

const SCHEME = 'Night response team';
const GRADE = 'B – A record made at the time, from one party.';
const WORDS = 'An officer came to my appointment.';
const SIGNATURES = [
  ['guardian', 'I refuse it'],
  ['officer', null],
  ['executive', 'I accept the risk for the trust'],
] as const;

/** Whoever takes part in a review, at whatever installation it happens. */
export interface PeopleOfAReview {
  /** A reader of pages whom nobody knows. */
  visitor(): PageReader;
  /** A reader of pages who is signed in as this person. */
  reader(part: Part): Promise<PageReader>;
  /** A program that asks with an access token of this person, and gets JSON. */
  program(part: Part): Promise<AskingProgram>;
  /** The day on which they stand. */
  today(): Date;
  /** Lets so many days pass. */
  later(days: number): Promise<void>;
}

/**
 * What Candour is for, from the register to the published result. Each step is taken on its pages by the person whose step
 * it is, and stands on the last. It wants the trust, the group “Example Voices”, the edition of the
 * framework that comes with Candour, and people who are called by their part.
 */
export class WholeReview {
  /** The person who said what happened comes back with it. */
  receipt = { reference: '', secret: '' };
  private scheme = '';
  private review = '';

  constructor(
    private readonly people: PeopleOfAReview,
    private readonly trust = 'Example Vale Trust',
  ) {}

  /** The trust registers and screens it, and everyone finds it. */
  async register(): Promise<void> {
    const trust = await (await this.people.reader('submitter')).open('/deployments/new');
    trust.fill('What is the scheme called?', SCHEME).fill('Which area does it cover?', 'Exampleshire');
    trust.select('Where does it stand now?', 'Running').fillDate('Since when?', { year: '2020' });
    trust.fillDate('When did it start, or when is it meant to start?', { year: '2020' });
    await trust.choose('It was planned, and may not have happened').press('Save as a draft');
    this.scheme = trust.path;
    await trust.follow('Screening');
    for (const { code, question } of SCREENING_QUESTIONS)
      trust.choose(code === 'SCR-09' ? 'Yes' : 'No', question);
    await trust.fill('What does your answer to question 9 rest on?', 'A certificate.').press();
    await trust.follow('Check and publish');
    await trust.press('Publish in the register');
    expect((await (await this.people.visitor().open('/deployments?q=Night')).follow(SCHEME)).text).toContain(
      'SIM lineage',
    );
  }

  /** The trust records its data flow, and three people sign it, one against. */
  async shareRecords(): Promise<void> {
    const trust = await (await this.people.reader('submitter')).open(this.scheme);
    await trust.follow('Data flows and their legal basis');
    await trust.follow('Record a data flow');
    await trust.choose('Trust to the police officer in the team: case management').press('Make a draft');
    const flow = trust.path.replace('/data-flows/', '/flows-to-sign/');
    await trust.follow('Explain and submit');
    trust
      .find('main textarea')
      .each((_, box) => void trust.fill(box.attribs['name'] ?? '', 'It is not known.'));
    await trust.press('Submit this version');
    expect(trust.notice).toBe('The flow was submitted');
    for (const [part, decision] of SIGNATURES) {
      const signing = await (await this.people.reader(part)).open(flow);
      await signing.follow('Sign as');
      if (decision !== null) signing.choose(decision).fill('Your reasons', 'Too much is shared.');
      else signing.fill('Your advice', 'Share less.');
      if (part === 'executive') {
        signing.choose('No', 'Is the advice of the Data Protection Officer followed?');
        signing.fill('Why is the advice not followed?', 'There is no time.');
      }
      expect((await signing.press()).notice).toBe('You have signed this data flow');
    }
    const told = await (
      await this.people.visitor().open(this.scheme)
    ).follow('How people’s records are shared');
    expect(told.text).toContain('Refused');
  }

  /** The trust tells how people were involved, and a user-led group disagrees. */
  async involvePeople(): Promise<void> {
    const trust = await (await this.people.reader('submitter')).open(`${this.scheme}/co-production`);
    await trust.follow('Tell the start');
    await trust.choose('This stage has come').fill('What happened at this stage?', 'A meeting.').press();
    await trust.follow('Check and publish');
    await trust.press('Publish');
    await trust.follow('Ask a user-led group');
    trust.choose('Example Voices').choose('From the start: commissioning and design');
    await trust.fillDate('By when do you ask them to answer?', this.inDays(70)).press();
    const group = await (await this.people.reader('group')).open('/attestations');
    await group.follow(SCHEME);
    group.choose('We disagree').fill('What do you want to say?', 'Nobody asked us.');
    for (const [question, answer] of ABOUT_THE_GROUP) group.choose(answer, question);
    await group.press();
    expect((await this.people.visitor().open(`${this.scheme}/co-production`)).text).toContain(
      'Nobody asked us.',
    );
  }

  /** A lead opens a round and asks for the review; the trust answers every criterion with evidence. */
  async reviewItself(): Promise<void> {
    const lead = await (await this.people.reader('lead')).open('/rounds/new');
    lead
      .fill('Title of the round', 'The round')
      .select(
        'Edition of the framework',
        'candour-2026-11 – Review framework for Serenity Integrated Mentoring and similar schemes',
      );
    lead.fillDate('Day under review', { day: '1', month: '4', year: '2023' });
    lead.fillDate('Self-reviews are due on', this.inDays(21)).fillDate('Scores are due on', this.inDays(56));
    await lead.fillDate('Publication date', this.inDays(105)).press();
    await lead.follow('Ask for a review');
    await lead.select('Deployment to review', `${SCHEME} – ${this.trust}`).press();
    this.review = lead.path.split(/[?#]/, 1)[0] ?? '';

    const trust = await (await this.people.reader('submitter')).open(this.review);
    await trust.press('Acknowledge');
    await trust.follow('Documents offered as evidence');
    await trust.follow('Offer a document');
    trust
      .fill('What is this document?', 'Rota')
      .select('Which sort of document is it?', 'Something else')
      .attach('The document', { name: 'r.txt', content: 'A rota.' });
    await trust
      .choose('It bears no date')
      .choose('Your trust, the reviewers, and later perhaps everyone')
      .press();
    await trust.open(`${this.review}/answers`);
    await (await trust.follow('SIM-')).press('Save and continue');
    expect(trust.status).toBe(422);
    await this.everyCriterion(trust, 'answers', (page) =>
      page.choose('2 – Mostly consistent').choose(GRADE).choose('Rota').fill('Why?', 'See the rota.'),
    );
    for (const part of ['guardian', 'officer', 'executive'] as const) {
      const signatory = await (await this.people.reader(part)).open(`${this.review}/signatures`);
      await signatory.choose('I attest it, or my advice was followed').press('Sign');
    }
    await trust.open(`${this.review}/submit`);
    expect((await trust.press('Submit')).heading).toContain('What you submitted');
  }

  /** Somebody says what happened without an account, and is answered. */
  async hearAConcern(): Promise<void> {
    const person = await (await this.people.visitor().open('/answers')).follow('Start');
    await person.press('Continue');
    await (await person.open('/answers/words')).fill('Tell us in your own words', WORDS).press();
    await person.open('/answers/sharing');
    const summary = 'May the independent reviewers of this scheme read a summary of what you said?';
    await person.choose('Yes', summary).press();
    await (await person.open('/answers/check')).press('Send');
    this.receipt = { reference: idOf(person, '#reference'), secret: idOf(person, '#code') };
    const handler = await (await this.people.reader('handler')).open('/concerns');
    await handler.follow(this.receipt.reference);
    expect(handler.text).toContain(WORDS);
    await handler.follow('Note what it is about');
    await handler.choose('Care was refused or held back because of a plan').press();
    await handler.follow('Link it');
    handler.fill('Criteria it bears on', 'SIM-POL-01').select('NHS trust', this.trust);
    await handler.select('Scheme', `${SCHEME}, Exampleshire`).press();
    await handler.follow('Release a summary');
    await handler.select('About', `${this.trust}: ${SCHEME}`).fill('Summary', 'An officer came.').press();
    await handler.follow('Answer the person');
    await handler.fill('What do you want to write?', 'The reviewers read it.').press();
  }

  /** A panel declares its interests, scores blind and locks. */
  async score(): Promise<void> {
    await (await this.people.reader('lead')).open(this.review).then(async (lead) => {
      await lead.follow('Name who leads this review');
      lead.select('Person', 'The lead (Lead reviewer)').choose('No', 'Are they from outside NHS England?');
      await declared(await lead.press('Assign'));
      for (const [name, capacity] of PANEL) {
        await lead.open(`${this.review}/panel/new`);
        lead.select('Person', name).choose(capacity).choose('Yes', 'Are they from outside NHS England?');
        expect((await lead.press('Assign')).notice).toContain('They were assigned');
      }
    });
    await declared(await (await this.people.reader('otherLead')).open(`${this.review}/declare`));
    for (const part of ['first', 'second', 'lived'] as const) {
      const scorer = await this.people.reader(part);
      expect((await scorer.open(this.review)).status).toBe(404);
      await declared(await scorer.open(`${this.review}/declare`));
      if (part === 'first')
        await this.everyCriterion(scorer, 'scores', (page, code) =>
          page
            .choose(code === 'SIM-POL-01' ? '0 – Not consistent' : '2 – Mostly consistent')
            .choose(GRADE)
            .choose('Sure')
            .fill('Why?', 'The papers, as first reads them.'),
        );
      else await this.scoredByProgram(part);
      await (await scorer.open(`${this.review}/scores`)).press('Lock my scores');
    }
  }

  /** What differs is settled, the trust replies, and two people publish the result. */
  async publish(): Promise<void> {
    const lead = await (await this.people.reader('lead')).open(`${this.review}/moderation`);
    await lead.follow('SIM-POL-01');
    lead.choose('0 – Not consistent').choose(GRADE).fill('Why?', 'The rota was read together.');
    await lead.choose('Reviewer 1').choose('Reviewer 2').press('Propose');
    for (const part of ['first', 'second', 'lived'] as const) {
      const reviewer = await (await this.people.reader(part)).open('/assignments');
      await reviewer.follow(this.trust);
      await reviewer.follow('SIM-POL-01');
      if (part === 'second') reviewer.choose('I dissent').fill('In your own words', 'He only sat in.');
      else reviewer.choose('I confirm it');
      expect((await reviewer.press('Send')).notice).toBe('Your word on SIM-POL-01 was recorded');
    }
    await lead.open(`${this.review}/moderation`);
    await lead.press('Close moderation');
    const trust = await (await this.people.reader('submitter')).open(`${this.review}/reply`);
    trust
      .select(
        'Which finding?',
        'SIM-POL-01: No police officer delivers or co-delivers therapy, mentoring or behavioural …',
      )
      .choose('It is wrong in fact');
    await trust.fill('Your reply', 'It is another team.').press('Send');
    await (await lead.open(`${this.review}/replies`)).follow('Decide');
    await lead.choose('No', 'Do you accept this point?').fill('Why?', 'It is this team.').press('Decide');
    await this.people.later(15);
    const later = await (await this.people.reader('lead')).open(`${this.review}/replies`);
    await later.press('Settle the findings');
    await later.open(`/publications${this.review}`);
    await later.follow('Prepare a release');
    const anyway = 'If the reviewers agreed too little: why is it to be published all the same?';
    await later.fill(anyway, 'They differ on one criterion and met about it.').press('Prepare the result');
    const other = await (await this.people.reader('otherLead')).open(later.path);
    await other.press('Publish this result');

    expect(other.notice).toBe('The result was published');
    await later.open(`/publications${this.review}`);
    await later.follow('Set an action');
    later.fill('Criterion', 'SIM-POL-01').fill('What is to be done?', 'Take officers out.');
    later.fill('Which post owns it?', 'Medical director').fill('What will show that it was done?', 'A rota.');
    await later.fillDate('When is it due?', this.inDays(60)).press('Set the action');
    expect(later.notice).toBe('The action was set');
  }

  /** Everyone reads the result with its working, and the person reads their answer. */
  async read(): Promise<void> {
    const anyone = await (await this.people.visitor().open('/publications')).follow(SCHEME);
    expect(anyone.find('.candour-result__rating').text()).toBe('Cease');
    for (const words of [
      'It is another team.',
      'Take officers out.',
      'as lived reads them.',
      'See the rota.',
    ])
      expect(anyone.text).toContain(words);
    for (const words of [WORDS, this.receipt.reference, 'The first', 'The submitter'])
      expect(anyone.html).not.toContain(words);
    const person = await this.people.visitor().open('/answers/return');
    await person.fill('Reference', this.receipt.reference).fill('Code', this.receipt.secret).press();
    expect(person.text).toContain('The reviewers read it.');
  }

  /**
   * Computes receipts again: the trust's from the text that it submitted, and a reviewer's lock is the one in the public
   * file. Returns the text of that file.
   */
  async recompute(): Promise<string> {
    const trust = await (await this.people.reader('submitter')).open(`${this.review}/submission`);
    const submitted = trust.find('pre').text();
    expect(submitted.length).toBeGreaterThan(1000);
    expect(trust.text).toContain(createHash('sha256').update(submitted).digest('hex'));
    const reviewer = await (await this.people.reader('first')).open(`${this.review}/scores`);
    const anyone = await (await this.people.visitor().open('/publications')).follow(SCHEME);
    const { html: file } = await anyone.follow('The whole result');
    const { panel } = JSON.parse(file) as {
      readonly panel: { readonly scored: readonly { readonly lock: Readonly<Record<string, string>> }[] };
    };
    const own = panel.scored.filter(({ lock }) => reviewer.text.includes(lock['contentHash'] ?? 'none'));
    expect(own.map(({ lock }) => reviewer.text.includes(lock['nonce'] ?? 'none'))).toEqual([true]);
    return file;
  }

  /** Scores every criterion in one call, as a program of the reviewer's does. */
  private async scoredByProgram(part: Part): Promise<void> {
    const program = await this.people.program(part);
    const { criteria } = (await program(`/api/v1${this.review}`)) as { criteria: { code: string }[] };
    const items = criteria.map(({ code }) => ({
      criterion: code,
      score: '2',
      grade: 'B',
      confidence: 'high',
      rationale: `The papers, as ${part} reads them.`,
    }));
    expect(await program(`/api/v1${this.review}/scores`, { items })).toHaveProperty('ids');
  }

  /** Opens every criterion of the list and answers it. */
  private async everyCriterion(
    page: PageReader,
    list: 'answers' | 'scores',
    answer: (page: PageReader, code: string) => PageReader,
  ): Promise<void> {
    await page.open(`${this.review}/${list}`);
    const codes = page
      .find('.nhsuk-task-list__link')
      .map((_, link) => (link.attribs['href'] ?? '').split('/').at(-1) ?? '')
      .get();
    expect(codes).toHaveLength(75);
    for (const code of codes) {
      await page.open(`${this.review}/${list}/${code}`);
      expect((await answer(page, code).press('Save and continue')).notice).toContain(`${code} was saved`);
    }
  }

  /** The parts of the day that is so many days from now, as a form asks for them. */
  private inDays(days: number): { day: string; month: string; year: string } {
    const day = new Date(this.people.today().getTime() + days * 86_400_000);
    const [year = '', month = '', ofMonth = ''] = day.toISOString().slice(0, 10).split('-');
    return { day: ofMonth, month, year };
  }
}

const PANEL = [
  ['The otherLead (Lead reviewer)', 'Lead reviewer'],
  ['The first (Reviewer)', 'Reviewer'],
  ['The second (Reviewer)', 'Reviewer'],
  ['The lived (Lived-experience reviewer)', 'Lived-experience reviewer'],
] as const;

const ABOUT_THE_GROUP = [
  ['May everyone read your answer?', 'Yes'],
  ['Do people with lived experience have the majority in running your group?', 'Yes'],
  [
    'In the last three years, has your group had money from the trust, police, NHS England or an innovation network?',
    'No',
  ],
  ['Who pays your group for this work?', 'The organisation that runs Candour'],
] as const;

/** Says no to every question about interests. */
async function declared(page: PageReader): Promise<PageReader> {
  return everyNo(page).press('Declare');
}

function everyNo(page: PageReader): PageReader {
  const legends = page.find('main fieldset legend').toArray();
  for (const legend of legends) {
    const words = page
      .find('legend')
      .filter((_, one) => one === legend)
      .text();
    page.choose('No', words.replace(/\s+/g, ' ').trim());
  }
  return page;
}

function idOf(page: PageReader, selector: string): string {
  return page.find(selector).text().trim();
}
