import { newTimelessId } from '../../src/kernel/identifiers.js';
import { ModeratingService } from '../../src/public-questions/moderating/moderating.service.js';
import { HaltedScheme } from '../support/halted-scheme.js';
import { KeptLines } from '../support/kept-lines.js';
import { PageReader } from '../support/page-reader.js';
import { signedIn, type SignedIn } from '../support/signed-in.js';

const ASKED = 'Has the work stopped on every ward, and who checked?';
const NOT_PUT_UP = { outcome: 'NAMES_PERSON', toAsker: 'Ask again without the name.' };

describe('Somebody without an account asks in public about a halt whose day has passed', () => {
  let halted: HaltedScheme;
  let lead: SignedIn;
  let submitter: SignedIn;
  let visitor: PageReader;
  const lines = new KeptLines();

  beforeAll(async () => {
    halted = await HaltedScheme.running({ lines, variables: { LOG_LEVEL: 'trace' } });
    lead = await signedIn(halted.world, 'LEAD_REVIEWER');
    submitter = await signedIn(halted.world, 'TRUST_SUBMITTER', halted.trustId);
    visitor = new PageReader(halted.world.address);
  }, 60_000);

  afterAll(() => halted.world.close());

  const moderate = async (words: string, body: object) =>
    halted.post(`public-questions/moderation/${await halted.idOf(words)}`, body, lead.token);

  async function listed(query = ''): Promise<{ words: string | null; daysUnanswered: number | null }[]> {
    const { body } = await halted.get(`public-questions${query}`);
    return body['items'] as { words: string | null; daysUnanswered: number | null }[];
  }

  it('not before that day has passed, and is told when', async () => {
    halted.clock.turnTo('2026-06-10');
    expect((await halted.ask(ASKED)).status).toBe(409);
    await visitor.open(halted.questions);
    expect(visitor.text).toContain('Anybody may ask about it from 11 June 2026');
    await visitor.open(`/ask-about-a-halt/${halted.haltId}`);
    expect(visitor.status).toBe(409);
  });

  it('on a page that says before anything else what becomes public and what not to write, and asks nobody who they are', async () => {
    halted.clock.turnTo('2026-06-11');
    await visitor.open(`/deployments/${halted.scheme.key}`);
    await visitor.follow('Public questions about the halt of 10 June 2026');
    await visitor.follow('Ask about this halt in public');
    const first = visitor.find('main p').first().text();
    expect(first).toContain('What you write becomes public if it is put up.');
    expect(first).toContain('Do not write your name, or anything about a patient or a member of staff');
    expect(visitor.find('main a[href="/answers"]').length).toBe(1);
    expect(visitor.find('main form label').length).toBe(1);

    await visitor.press('Send the question');
    expect(visitor.issues).toEqual(['Enter your question']);
    await visitor.fill('What do you want to know about this halt?', 'TBC').press('Send the question');
    expect(visitor.issues.join()).toContain('This asks nothing');
    await visitor.fill('What do you want to know about this halt?', ASKED).press('Send the question');
    const [reference, code] = [visitor.find('#reference').text(), visitor.find('#code').text()];
    expect(reference).toMatch(/^CND-/);
    expect(await proved(reference, code)).toContain('Nobody has read it yet');
    expect(await proved(reference, '0000-0000-0000-00000')).toContain('Nothing was found with these');
    expect(await listed()).toEqual([]);
    expect((await visitor.open(halted.questions)).text).not.toContain(ASKED);
  });

  it('in nobody’s name even when somebody is signed in, once however often it is sent, and the log tells no word or time', async () => {
    const once = newTimelessId();
    const path = `public-questions/about/${halted.haltId}`;
    const sent = { question: 'What becomes of those who were on the scheme?', once };
    const [first, second] = [
      await halted.post(path, sent, submitter.token),
      await halted.post(path, sent, submitter.token),
    ];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    const { rows } = await halted.world.superuser.query<{ leaf: string; recorded_at: string | null }>(
      "SELECT leaf, recorded_at FROM ledger.event WHERE subject_kind = 'public-question'",
    );
    expect(rows).toHaveLength(2);
    expect(rows.map(({ leaf }) => leaf).join()).not.toMatch(/ward|scheme\?|TRUST_SUBMITTER/);
    expect(rows.map(({ leaf }) => (JSON.parse(leaf) as { actor: unknown }).actor)).toEqual([null, null]);
    expect(rows.map(({ recorded_at }) => recorded_at)).toEqual([null, null]);
    const { rows: kept } = await halted.world.superuser.query<{ column: string }>(
      `SELECT attname AS column FROM pg_attribute WHERE attrelid = 'public_questions.question'::regclass AND attnum > 0
         AND (format_type(atttypid, atttypmod) LIKE 'time%' OR attname ~ 'address|network|person|session')`,
    );
    expect(kept).toEqual([]);
    expect(await halted.idOf(sent.question)).not.toBe(once);
  });

  it('and no line of the log tells that somebody asked, or came back with a receipt', async () => {
    await fetch(`${halted.world.address}/deployments`);
    expect(await lines.once((line) => JSON.stringify(line).includes('/deployments'))).not.toEqual([]);
    expect(lines.texts.filter((text) => /ask-about-a-halt|public-questions/.test(text))).toEqual([]);
  });

  it('which somebody outside every organisation puts up as it was asked, and everybody sees unanswered', async () => {
    halted.clock.turnTo('2026-06-15');
    const page = await lead.page.open('/questions/moderation');
    await page.follow(ASKED);
    await page.press('Save');
    expect(page.issues).toEqual(['Select what becomes of it']);
    await page.choose('Put it up: everybody reads it as it was asked', 'What becomes of it?').press('Save');
    expect(page.notice).toBe('It was put up');
    halted.clock.turnTo('2026-07-02');
    await visitor.open('/questions');
    expect(visitor.text).toContain(ASKED);
    expect(visitor.text).toContain('Not answered, 17 days after it was put up');
    await visitor.open(`/deployments/${halted.scheme.key}`);
    expect(visitor.text).toContain(`“${ASKED}”, 17 days after it was put up.`);
    await visitor.open(halted.questions);
    expect(visitor.text).toContain(ASKED);
    const [shown] = await listed(`?deployment=${halted.scheme.key}&answered=no`);
    expect(shown).toMatchObject({ words: ASKED, putUpOn: '2026-06-15', daysUnanswered: 17, answers: [] });
    expect(JSON.stringify(shown)).not.toMatch(/2026-06-11|T\d\d:|askedOn|held|reference/);
    const { rows } = await halted.world.superuser.query<{ words: string }>(
      "SELECT words FROM public_questions.question WHERE outcome = 'PUT_UP'",
    );
    expect(rows).toEqual([{ words: ASKED }]);
  });

  it('or does not, tells whoever asked why, and everybody how many and for which reasons', async () => {
    const named = await halted.ask('Did Dr Somebody order this?');
    await halted.ask('Why does Nurse Somebody still go there?');
    const repeated = await halted.ask('Has it stopped, and who checked that?');
    expect((await moderate('Did Dr Somebody order this?', { outcome: 'NAMES_PERSON' })).status).toBe(422);
    expect((await moderate('Did Dr Somebody order this?', { ...NOT_PUT_UP, toAsker: 'TBC' })).status).toBe(
      422,
    );
    const repeats = { outcome: 'REPEATS', toAsker: 'Somebody asked this before you.' };
    const again = 'Has it stopped, and who checked that?';
    expect((await moderate(again, repeats)).status).toBe(422);
    expect((await moderate(again, { ...repeats, repeats: newTimelessId() })).status).toBe(422);
    expect((await moderate('Did Dr Somebody order this?', NOT_PUT_UP)).status).toBe(200);
    expect((await moderate('Did Dr Somebody order this?', NOT_PUT_UP)).status).toBe(409);
    expect((await moderate('Why does Nurse Somebody still go there?', NOT_PUT_UP)).status).toBe(200);
    const standing = await halted.idOf(ASKED);
    expect((await moderate(again, { ...repeats, repeats: standing })).status).toBe(200);

    for (const path of [halted.questions, '/questions'])
      expect((await visitor.open(path)).text).toContain(
        '3 questions were not put up: 2 name a person, 1 repeats a question.',
      );
    expect(visitor.text).not.toContain('Somebody');
    expect(await halted.became(named)).toMatchObject(NOT_PUT_UP);
    expect(await halted.became(repeated)).toMatchObject({ outcome: 'REPEATS', repeatsId: standing });
  });

  it('and when one waits longer than ten working days, everybody sees that it does', async () => {
    await visitor.open(halted.questions);
    expect(visitor.text).toContain('1 question waits to be read since 11 June 2026.');
    halted.clock.turnTo('2026-06-25');
    expect((await visitor.open(halted.questions)).text).not.toContain('to be read since');
    halted.clock.turnTo('2026-07-03');
  });

  it('which the trust finds among its tasks, answers in public, and never changes', async () => {
    const page = await submitter.page.open(`/deployments/${halted.scheme.key}`);
    expect(page.text).toContain('Not yet answered: 1 of 1');
    await page.open(halted.questions);
    await page.follow(`Answer in public: ${ASKED}`);
    await page.fill('What do you answer?', 'See above').press('Answer in public');
    expect(page.issues.join()).toContain('This answers nothing');
    await page.fill('What do you answer?', 'It stopped on two wards of three.').press('Answer in public');
    expect(page.notice).toBe('Everybody can read your answer');

    await visitor.open(halted.questions);
    expect(visitor.text).toContain(
      'Answer of the trust (Trust of Quiet Lane), 3 July 2026; checked by nobody else',
    );
    expect(visitor.text).toContain('It stopped on two wards of three.');
    expect(visitor.text).not.toContain('Not answered');
    const path = `public-questions/${await halted.idOf(ASKED)}/answers`;
    const later = { answer: 'It stopped on the third ward too.', once: newTimelessId() };
    expect((await halted.post(path, later, submitter.token)).status).toBe(409);
    halted.clock.turnTo('2026-07-10');
    const [first, second] = [
      await halted.post(path, later, submitter.token),
      await halted.post(path, later, submitter.token),
    ];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toMatchObject({
      daysUnanswered: null,
      answers: [
        {
          givenAs: 'TRUST',
          by: 'Trust of Quiet Lane',
          words: 'It stopped on two wards of three.',
          answeredOn: '2026-07-03',
        },
        { words: 'It stopped on the third ward too.', answeredOn: '2026-07-10' },
      ],
    });
    expect((await submitter.page.open(`/deployments/${halted.scheme.key}`)).text).not.toContain(
      'Not yet answered: 1 of 1',
    );
  });

  it('and whoever reads finds those that nobody has answered first, and the table holds every answer', async () => {
    await moderate('What becomes of those who were on the scheme?', { outcome: 'PUT_UP' });
    expect((await listed()).map(({ words }) => words)).toEqual([
      'What becomes of those who were on the scheme?',
      ASKED,
    ]);
    const sheet = await (await fetch(`${halted.world.address}/questions.csv`)).text();
    expect(sheet.trim().split('\r\n')).toHaveLength(4);
    expect(sheet).toContain('It stopped on the third ward too.');
  });

  it('a flood is taken in and read last, and refuses nobody', async () => {
    const sent = await Promise.all(
      Array.from({ length: 30 }, (_, at) => halted.ask(`Flood of questions, number ${String(at)}?`)),
    );
    expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([201]));
    const { body } = await halted.get('public-questions/moderation?limit=100', lead.token);
    const waiting = (body['items'] as { held: boolean; outcome: string | null }[]).filter(
      ({ outcome }) => outcome === null,
    );
    expect(waiting.filter(({ held }) => held).length).toBeGreaterThanOrEqual(10);
    expect(waiting.map(({ held }) => held)).toEqual(waiting.map(({ held }) => held).toSorted());
  });

  it('what was not put up loses its words after three months; what was put up stays, or says why its words went', async () => {
    const service = halted.world.app.get(ModeratingService);
    halted.clock.turnTo('2026-10-02');
    await service.eraseDue();
    expect(await halted.idOf('Did Dr Somebody order this?')).not.toBe('');
    halted.clock.turnTo('2026-10-04');
    await service.eraseDue();
    expect(await halted.idOf('Did Dr Somebody order this?')).toBe('');
    expect((await visitor.open(halted.questions)).text).toContain('3 questions were not put up');
    expect(visitor.text).toContain(ASKED);

    const page = await lead.page.open(`/questions/moderation/${await halted.idOf(ASKED)}`);
    await page.follow('Take its words away');
    await page.choose('they named a person', 'Why are its words taken away?').press('Take its words away');
    expect(page.notice).toBe('Its words were taken away');
    await visitor.open(halted.questions);
    expect(visitor.text).not.toContain(ASKED);
    expect(visitor.text).toContain(
      'Its words were taken away on 4 October 2026, because they named a person',
    );
    expect(visitor.text).toContain('It stopped on two wards of three.');
    const { rows } = await halted.world.superuser.query<{ leaf: string }>(
      'SELECT leaf FROM ledger.event UNION ALL SELECT before::text FROM ledger.change',
    );
    expect(rows.map(({ leaf }) => leaf).join()).not.toContain('every ward');
  });

  async function proved(reference: string, code: string): Promise<string> {
    const page = await new PageReader(halted.world.address).open('/ask-about-a-halt/receipt');
    return (await page.fill('Reference', reference).fill('Code', code).press('Continue')).text;
  }
});
