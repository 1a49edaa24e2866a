import { createHash } from 'node:crypto';
import { SelfReviewService } from '../../src/reviews/self-review/self-review.service.js';
import { answersTo, servedReviewWorld, startedReview, type ServedReviewWorld } from '../support/reviews.js';
import { RoundsQueries } from '../../src/reviews/rounds/rounds.queries.js';
import { PageReader } from '../support/page-reader.js';

describe('A trust answers a review by its pages, without scripts', () => {
  let world: ServedReviewWorld;

  beforeAll(async () => {
    world = await servedReviewWorld();
  });

  afterAll(() => world.close());

  it('from the lead reviewer’s request to a receipt with a hash', async () => {
    const lead = await world.reader('lead');
    await lead.open('/rounds');
    await lead.follow('Open a round');
    await lead.press('Open the round');
    expect(lead.status).toBe(422);
    expect(lead.issues).toEqual(
      expect.arrayContaining(['Enter the title of the round', 'Enter the day by which scores are due']),
    );
    lead.fill('Title of the round', 'First round');
    lead.select(
      'Edition of the framework',
      'candour-2026-11 – Review framework for Serenity Integrated Mentoring and similar schemes',
    );
    lead.fillDate('Day under review', { day: '1', month: '4', year: '2023' });
    lead.fillDate('Self-reviews are due on', { day: '11', month: '12', year: '2026' });
    lead.fillDate('Scores are due on', { day: '15', month: '1', year: '2027' });
    lead.fillDate('Publication date', { day: '1', month: '3', year: '2027' });
    await lead.press('Open the round');
    expect(lead.notice).toContain('The round was opened');
    await lead.follow('Ask for a review');
    lead.select('Deployment to review', 'Example joint response team – Example Vale Trust');
    await lead.press('Ask for a review');
    expect(lead.text).toContain('Waiting for the trust to acknowledge');
    const review = lead.path.split(/[?#]/, 1)[0] ?? '';

    const trust = await world.reader('submitter');
    await trust.open('/reviews');
    await trust.follow('Example Vale Trust');
    await trust.press('Acknowledge');
    expect(trust.text).toContain('The trust is answering');
    await trust.follow('Answer the criteria');
    expect(trust.text).toContain('0 of 75 answered');
    await trust.follow('SIM-POL-01');
    expect(trust.text).toContain('Red line');
    await trust.press('Save and continue');
    expect(trust.issues).toEqual(['Choose a score', 'Say in at least one sentence why you chose this score']);
    trust.choose('2 – Mostly consistent').fill('Why?', 'No officer takes part.\nSince June.');
    await trust.press('Save and continue');
    expect(trust.issues).toEqual(['Choose how strong the evidence is, from A to E']);
    expect(trust.value('Why?')).toBe('No officer takes part.\nSince June.');
    trust.choose('B – A record made at the time, from one party.');
    await trust.press('Save and continue');
    expect(trust.notice).toContain('SIM-POL-01 was saved');
    await trust.open(`${review}/answers`);
    expect(trust.text).toContain('1 of 75 answered');
    expect(trust.text).toContain('Answered: 2');

    await trust.open(`${review}/submit`);
    expect(trust.text).toContain('74 criteria have no answer');
    expect(trust.text).toContain('You can submit when all three have signed');

    for (const part of ['guardian', 'officer', 'executive'] as const) {
      const signatory = await world.reader(part);
      await signatory.open(`${review}/signatures`);
      signatory.choose(
        part === 'guardian' ? 'I refuse, or advise against it' : 'I attest it, or my advice was followed',
      );
      await signatory.press('Sign');
      if (part === 'guardian') {
        expect(signatory.issues).toEqual(['Say what your reservations are, or why you refuse']);
        await signatory
          .fill('Your reservations, or why you refuse', 'I never saw the agreement.')
          .press('Sign');
      }
      expect(signatory.notice).toContain('You have signed');
    }
    await trust.open(`${review}/submit`);
    await trust.press('Submit');
    expect(trust.heading).toContain('What you submitted');
    expect(trust.text).toContain('Submitted with a refusal');
    expect(trust.text).toContain('I never saw the agreement.');
    const shown = /[0-9a-f]{64}/.exec(trust.text)?.[0];
    expect(sha256Of(trust.find('pre').text())).toBe(shown);
    const file = await fetch(`${world.address}${review}/submission/text`, {
      headers: { cookie: trust.cookies.header() },
    });
    expect(file.headers.get('content-disposition')).toContain(
      /sha256sum (\S+\.json)/.exec(trust.text)?.[1] ?? 'no name',
    );
    expect(sha256Of(new Uint8Array(await file.arrayBuffer()))).toBe(shown);
    await trust.open(`${review}/answers/SIM-POL-01`);
    expect(trust.find('form[action$="SIM-POL-01"]').length).toBe(0);
  });

  it('shows two people who answer at once what the other said, and loses neither text', async () => {
    const { reviewId } = await startedReview(world);
    const [one, other] = [await world.reader('submitter'), await world.reader('submitter')];
    await one.open(`/reviews/${reviewId}/answers/SIM-POL-02`);
    await other.open(`/reviews/${reviewId}/answers/SIM-POL-02`);
    one.choose('U – Cannot be verified').fill('Why?', 'The first text.');
    await one.press('Save and continue');
    other.choose('U – Cannot be verified').fill('Why?', 'The second text.');
    await other.press('Save and continue');
    expect(other.status).toBe(409);
    expect(other.value('Why?')).toBe('The second text.');
    expect(other.text).toContain('The first text.');
    await other.press('Save and continue');
    expect(other.notice).toContain('SIM-POL-02 was saved');
  });

  it('is closed to everybody else, as if it were not there', async () => {
    const { reviewId } = await startedReview(world);
    for (const part of ['first', 'stranger', 'admin'] as const) {
      const outsider = await world.reader(part);
      for (const page of ['', '/answers', '/answers/SIM-POL-01', '/signatures', '/submission', '/findings']) {
        await outsider.open(`/reviews/${reviewId}${page}`);
        expect([part, page, [403, 404].includes(outsider.status)]).toEqual([part, page, true]);
      }
    }
  });

  it('lets a trust sign that it has no such scheme, and a lead reviewer move a date with a reason', async () => {
    const { roundId } = await startedReview(world);
    const trust = await world.reader('submitter');
    await trust.open(`/rounds/${roundId}`);
    await trust.follow('Sign that you have no such scheme');
    await trust.press('Sign');
    expect(trust.issues).toHaveLength(3);
    trust
      .fill('Which names did you search for?', 'SIM\nSHIPP')
      .fill('Where did you search?', 'Contract register');
    await trust.fill('Who searched?', 'n/a').press('Sign');
    expect(trust.issues).toEqual(['This says nothing. Write it in a sentence']);
    await trust.fill('Who searched?', 'Head of mental health').press('Sign');
    const key = trust.find('main ul a[href^="/deployments/"]').attr('href')?.split('/').at(-1) ?? '';
    expect(trust.issues.join()).toContain(`Write ${key}, a comma, and why`);
    const none = `${key}, it never began: the board refused it`;
    await trust
      .fill('Why is each of your schemes in the register no such scheme?', `${key}, n/a`)
      .press('Sign');
    expect(trust.issues.join()).toContain('Say why');
    await trust.fill('Why is each of your schemes in the register no such scheme?', none).press('Sign');
    expect(trust.notice).toBe('You have signed. The return counts when your executive has signed it too');

    const lead = await world.reader('lead');
    await lead.open(`/rounds/${roundId}`);
    await lead.follow('Propose to move a date');
    lead.choose('Publication').fillDate('New date', { day: '1', month: '4', year: '2027' });
    await lead.fill('Why does it move?', 'Two trusts merge.').press('Propose to move the date');
    expect(lead.notice).toBe('Your proposal waits for another lead reviewer');
    const other = await (await world.reader('otherLead')).open(lead.path);
    await other.press('Agree');
    await lead.open(`/rounds/${roundId}`);
    expect(lead.text).toContain('1 March 2027 first, moved to 1 April 2027');
    const visitor = await new PageReader(world.address).open(lead.path);
    expect(visitor.text).toMatch(
      /Round: publication date\s+Before: 1 March 2027\s+Since then: 1 April 2027\s+Why: .*\s+Changed by: Lead reviewer/,
    );
    expect(lead.text).toContain('Two trusts merge.');
  });

  const ODD = [
    ['emoji', '👩🏽‍⚕️ They agreed 👍'],
    ['right to left', 'مرحبا \u202eabc'],
    ['SQL', "'); DROP TABLE reviews.review; --"],
    ['a template', '{{ 7 * 7 }} {% include "x" %} ${1}'],
    ['markup', '<script>alert(1)</script> &amp; <b>'],
    ['a formula', '=HYPERLINK("http://example.org")'],
    ['line ends', 'one\r\ntwo\rthree\n\nfour'],
    ['leading blanks', '   indented\n\ttabbed'],
    ['combining marks', 'e\u0301\u0327\u0300'],
    ['zero width', 'a\u200bb\u200dc\ufeff'],
    ['a long word', `They${'met'.repeat(2000)}`],
  ] as const;

  it.each(ODD)('keeps %s as it was typed, and shows it as text', async (_what, typed) => {
    const { reviewId, roundId } = await startedReview(world);
    const round = await world.service(RoundsQueries).one(await world.as('lead'), roundId);
    await world
      .service(SelfReviewService)
      .answerAll(await world.as('submitter'), reviewId, answersTo(round?.criteria.slice(0, 1) ?? []));
    const trust = await world.reader('submitter');
    await trust.open(`/reviews/${reviewId}/answers/SIM-POL-01`);
    await trust.fill('Why?', typed).press('Save and continue');
    await trust.open(`/reviews/${reviewId}/answers/SIM-POL-01`);
    expect(trust.value('Why?')).toBe(typed.replace(/\r\n?/g, '\n'));
    expect(trust.find('main script').length).toBe(0);
  });

  it.each([
    ['nothing', {}],
    [
      'a field twice',
      [
        ['reason', 'a'],
        ['reason', 'b'],
        ['score', '2'],
        ['grade', 'B'],
        ['version', '0'],
      ],
    ],
    ['a score that is none', { score: '9', reason: 'They met weekly.', grade: 'B', version: '0' }],
    ['a version that is none', { score: '2', reason: 'They met weekly.', grade: 'B', version: 'minus one' }],
    ['a NUL', { score: '2', reason: 'a\0b', grade: 'B', version: '0' }],
    ['blanks', { score: '2', reason: ' \n ', grade: 'B', version: '0' }],
    ['100 kB', { score: '2', reason: 'They met. '.repeat(10_000), grade: 'B', version: '0' }],
    [
      'evidence that is none',
      { score: '2', reason: 'They met weekly.', grade: 'B', version: '0', evidenceIds: "1' OR 1=1" },
    ],
  ])('answers %s with what needs attention', async (_what, fields) => {
    const { reviewId } = await startedReview(world);
    const trust = await world.reader('submitter');
    await trust.open(`/reviews/${reviewId}/answers/SIM-POL-01`);
    const body = new URLSearchParams(fields as Record<string, string>);
    const [token] = trust
      .find('input[name="_csrf"]')
      .map((_, input) => input.attribs['value'] ?? '')
      .get();
    body.set('_csrf', token ?? '');
    const response = await fetch(`${world.address}/reviews/${reviewId}/answers/SIM-POL-01`, {
      method: 'POST',
      body,
      redirect: 'manual',
      headers: { cookie: trust.cookies.header(), 'sec-fetch-site': 'same-origin' },
    });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('There is a problem');
  });
});

/** What `sha256sum` prints of these bytes, or of this text in UTF-8. */
function sha256Of(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
