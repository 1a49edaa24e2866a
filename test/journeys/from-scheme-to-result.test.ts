import { SCREENING_QUESTIONS } from '../../src/deployments/screening/classification/screening-questions.js';
import { Verification } from '../../src/ledger/verification/verification.js';
import { PageReader } from '../support/page-reader.js';
import { servedReviewWorld, type Part, type ServedReviewWorld } from '../support/reviews.js';

const SCHEME = 'Night response team';
const GRADE = 'B – A record made at the time, from one party.';
const WORDS = 'An officer came to my appointment.';
const SIGNATURES = [
  ['guardian', 'I refuse it'],
  ['officer', null],
  ['executive', 'I accept the risk for the trust'],
] as const;

/** One run of what Candour is for. Each step is taken on its pages by the person whose step it is, and stands on the last. */
describe('A scheme is registered, reviewed by independent people and published, by pages alone', () => {
  let world: ServedReviewWorld;
  let scheme = '';
  let review = '';
  let receipt = { reference: '', secret: '' };
  const visitor = (): PageReader => new PageReader(world.address);
  const reader = (part: Part): Promise<PageReader> => world.reader(part);

  beforeAll(async () => {
    world = await servedReviewWorld();
  }, 60_000);

  afterAll(() => world.close());

  it('the trust registers and screens it, and everyone finds it', async () => {
    const trust = await (await reader('submitter')).open('/deployments/new');
    trust.fill('What is the scheme called?', SCHEME).fill('Which area does it cover?', 'Exampleshire');
    trust.select('Where does it stand now?', 'Running').fillDate('Since when?', { year: '2020' });
    trust.fillDate('When did it start, or when is it meant to start?', { year: '2020' });
    await trust.choose('It was planned, and may not have happened').press('Save as a draft');
    scheme = trust.path;
    await trust.follow('Screening');
    for (const { code, question } of SCREENING_QUESTIONS)
      trust.choose(code === 'SCR-09' ? 'Yes' : 'No', question);
    await trust.fill('What does your answer to question 9 rest on?', 'A certificate.').press();
    await trust.follow('Check and publish');
    await trust.press('Publish in the register');
    expect((await (await visitor().open('/deployments?q=Night')).follow(SCHEME)).text).toContain(
      'SIM lineage',
    );
  });

  it('it records its data flow, and three people sign it, one against', async () => {
    const trust = await (await reader('submitter')).open(scheme);
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
      const signing = await (await reader(part)).open(flow);
      await signing.follow('Sign as');
      if (decision !== null) signing.choose(decision).fill('Your reasons', 'Too much is shared.');
      else signing.fill('Your advice', 'Share less.');
      if (part === 'executive') {
        signing.choose('No', 'Is the advice of the Data Protection Officer followed?');
        signing.fill('Why is the advice not followed?', 'There is no time.');
      }
      expect((await signing.press()).notice).toBe('You have signed this data flow');
    }
    const told = await (await visitor().open(scheme)).follow('How people’s records are shared');
    expect(told.text).toContain('Refused');
  });

  it('it tells how people were involved, and a user-led group disagrees', async () => {
    const trust = await (await reader('submitter')).open(`${scheme}/co-production`);
    await trust.follow('Tell the start');
    await trust.choose('This stage has come').fill('What happened at this stage?', 'A meeting.').press();
    await trust.follow('Check and publish');
    await trust.press('Publish');
    await trust.follow('Ask a user-led group');
    trust.choose('Example Voices').choose('From the start: commissioning and design');
    await trust
      .fillDate('By when do you ask them to answer?', { day: '1', month: '2', year: '2027' })
      .press();
    const group = await (await reader('group')).open('/attestations');
    await group.follow(SCHEME);
    group.choose('We disagree').fill('What do you want to say?', 'Nobody asked us.');
    for (const [question, answer] of ABOUT_THE_GROUP) group.choose(answer, question);
    await group.press();
    expect((await visitor().open(`${scheme}/co-production`)).text).toContain('Nobody asked us.');
  });

  it('a lead opens a round and asks for the review; the trust answers every criterion with evidence', async () => {
    const lead = await (await reader('lead')).open('/rounds/new');
    lead
      .fill('Title of the round', 'The round')
      .select(
        'Edition of the framework',
        'candour-2026-11 – Review framework for Serenity Integrated Mentoring and similar schemes',
      );
    lead.fillDate('Day under review', { day: '1', month: '4', year: '2023' });
    lead.fillDate('Self-reviews are due on', { day: '11', month: '12', year: '2026' });
    lead.fillDate('Scores are due on', { day: '15', month: '1', year: '2027' });
    await lead.fillDate('Publication date', { day: '1', month: '3', year: '2027' }).press();
    await lead.follow('Ask for a review');
    await lead.select('Deployment to review', `${SCHEME} – Example Vale Trust`).press();
    review = lead.path.split(/[?#]/, 1)[0] ?? '';

    const trust = await (await reader('submitter')).open(review);
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
    await trust.open(`${review}/answers`);
    await (await trust.follow('SIM-')).press('Save and continue');
    expect(trust.status).toBe(422);
    await everyCriterion(trust, 'answers', (page) =>
      page.choose('2 – Mostly consistent').choose(GRADE).choose('Rota').fill('Why?', 'See the rota.'),
    );
    for (const part of ['guardian', 'officer', 'executive'] as const) {
      const signatory = await (await reader(part)).open(`${review}/signatures`);
      await signatory.choose('I attest it, or my advice was followed').press('Sign');
    }
    await trust.open(`${review}/submit`);
    expect((await trust.press('Submit')).heading).toContain('What you submitted');
  });

  it('somebody says what happened without an account, and is answered', async () => {
    const person = await (await visitor().open('/answers')).follow('Start');
    await person.press('Continue');
    await (await person.open('/answers/words')).fill('Tell us in your own words', WORDS).press();
    await person.open('/answers/sharing');
    const summary = 'May the independent reviewers of this scheme read a summary of what you said?';
    await person.choose('Yes', summary).press();
    await (await person.open('/answers/check')).press('Send');
    receipt = { reference: idOf(person, '#reference'), secret: idOf(person, '#code') };
    const handler = await (await reader('handler')).open('/concerns');
    await handler.follow(receipt.reference);
    expect(handler.text).toContain(WORDS);
    await handler.follow('Note what it is about');
    await handler.choose('Care was refused or held back because of a plan').press();
    await handler.follow('Link it');
    handler.fill('Criteria it bears on', 'SIM-POL-01').select('NHS trust', 'Example Vale Trust');
    await handler.select('Scheme', `${SCHEME}, Exampleshire`).press();
    await handler.follow('Release a summary');
    await handler
      .select('About', `Example Vale Trust: ${SCHEME}`)
      .fill('Summary', 'An officer came.')
      .press();
    await handler.follow('Answer the person');
    await handler.fill('What do you want to write?', 'The reviewers read it.').press();
  });

  it('a panel declares its interests, scores blind and locks', async () => {
    await (await reader('lead')).open(review).then(async (lead) => {
      await lead.follow('Name who leads this review');
      lead.select('Person', 'The lead (Lead reviewer)').choose('No', 'Are they from outside NHS England?');
      await declared(await lead.press('Assign'));
      for (const [name, capacity] of PANEL) {
        await lead.open(`${review}/panel/new`);
        lead.select('Person', name).choose(capacity).choose('Yes', 'Are they from outside NHS England?');
        expect((await lead.press('Assign')).notice).toContain('They were assigned');
      }
    });
    await declared(await (await reader('otherLead')).open(`${review}/declare`));
    for (const part of ['first', 'second', 'lived'] as const) {
      const scorer = await reader(part);
      expect((await scorer.open(review)).status).toBe(404);
      await declared(await scorer.open(`${review}/declare`));
      if (part === 'first')
        await everyCriterion(scorer, 'scores', (page, code) =>
          page
            .choose(code === 'SIM-POL-01' ? '0 – Not consistent' : '2 – Mostly consistent')
            .choose(GRADE)
            .choose('Sure')
            .fill('Why?', 'The papers, as first reads them.'),
        );
      else await scoredByProgram(part);
      await (await scorer.open(`${review}/scores`)).press('Lock my scores');
    }
  }, 120_000);

  it('what differs is settled, the trust replies, and two people publish the result', async () => {
    const lead = await (await reader('lead')).open(`${review}/moderation`);
    await lead.follow('SIM-POL-01');
    lead.choose('0 – Not consistent').choose(GRADE).fill('Why?', 'The rota was read together.');
    await lead.press('Save');
    await lead.press('Close moderation');
    const trust = await (await reader('submitter')).open(`${review}/reply`);
    trust.select('Which finding?', 'SIM-POL-01').choose('It is wrong in fact');
    await trust.fill('Your reply', 'It is another team.').press('Send');
    await (await lead.open(`${review}/replies`)).follow('Decide');
    await lead.choose('No', 'Do you accept this point?').fill('Why?', 'It is this team.').press('Decide');
    world.clock.setTo('2026-12-08');
    const later = await (await reader('lead')).open(`${review}/replies`);
    await later.press('Settle the findings');
    await later.open(`/publications${review}`);
    await later.follow('Prepare a release');
    await later.press('Prepare the result');
    const other = await (await reader('otherLead')).open(later.path);
    await other.press('Publish this result');

    expect(other.notice).toBe('The result was published');
    await later.open(`/publications${review}`);
    await later.follow('Set an action');
    later.fill('Criterion', 'SIM-POL-01').fill('What is to be done?', 'Take officers out.');
    later.fill('Which post owns it?', 'Medical director').fill('What will show that it was done?', 'A rota.');
    await later.fillDate('When is it due?', { day: '31', month: '1', year: '2027' }).press('Set the action');
    expect(later.notice).toBe('The action was set');
  });

  it('everyone reads the result with its working; the person reads their answer; the log holds', async () => {
    const anyone = await (await visitor().open('/publications')).follow(SCHEME);
    expect(anyone.find('.candour-result__rating').text()).toBe('Cease');
    for (const words of [
      'It is another team.',
      'Take officers out.',
      'as lived reads them.',
      'See the rota.',
    ])
      expect(anyone.text).toContain(words);
    for (const words of [WORDS, receipt.reference, 'The first', 'The submitter'])
      expect(anyone.html).not.toContain(words);
    const person = await visitor().open('/answers/return');
    await person.fill('Reference', receipt.reference).fill('Code', receipt.secret).press();
    expect(person.text).toContain('The reviewers read it.');
    const { discrepancies } = await world.service(Verification).run();
    expect(discrepancies.filter(({ about }) => !ARRANGED.has(about.kind))).toEqual([]);
  });

  /** Scores every criterion in one call, as a program of the reviewer's does. */
  async function scoredByProgram(part: Part): Promise<void> {
    const at = `${world.address}/api/v1${review}`;
    const headers = {
      authorization: `Bearer ${await world.token(part)}`,
      'content-type': 'application/json',
    };
    const { criteria } = (await (await fetch(at, { headers })).json()) as { criteria: { code: string }[] };
    const scores = criteria.map(({ code: criterion }) => ({
      ...{
        criterion,
        score: '2',
        grade: 'B',
        confidence: 'high',
        rationale: `The papers, as ${part} reads them.`,
      },
    }));
    const sent = await fetch(`${at}/scores`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ items: scores }),
    });
    expect((await sent.text()).slice(0, 500)).toContain('"ids"');
  }

  /** Opens every criterion of the list and answers it. */
  async function everyCriterion(
    page: PageReader,
    list: 'answers' | 'scores',
    answer: (page: PageReader, code: string) => PageReader,
  ): Promise<void> {
    await page.open(`${review}/${list}`);
    const codes = page
      .find('.nhsuk-task-list__link')
      .map((_, link) => (link.attribs['href'] ?? '').split('/').at(-1) ?? '')
      .get();
    expect(codes).toHaveLength(75);
    for (const code of codes) {
      await page.open(`${review}/${list}/${code}`);
      expect((await answer(page, code).press('Save and continue')).notice).toContain(`${code} was saved`);
    }
  }
});

/** People come to be in other journeys; this world arranges them behind the scenes. */
const ARRANGED = new Set(['person', 'membership', 'credential', 'access-token']);

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
