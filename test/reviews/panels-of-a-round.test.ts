import { DECLARATION_QUESTIONS } from '../../src/review-method/independence/declaration-questions.js';
import { proposePanels } from '../../src/reviews/assigning/solving/propose.js';
import type { Instance } from '../../src/reviews/assigning/solving/instance.js';
import { interestedParty, type InterestedParty } from '../support/interested-party.js';
import { NarrowScreen } from '../support/narrow-screen.js';
import { PageReader } from '../support/page-reader.js';
import { peopleHolding, reviewsOfTrusts, type ReviewOfTrust } from '../support/round-of-trusts.js';
import {
  pastTheLedger,
  servedReviewWorld,
  startedReview,
  type ServedReviewWorld,
} from '../support/reviews.js';

const TRUSTS = 57;
const MOST_PAGES = 10;

interface Proposal {
  readonly seed: number;
  readonly inputs: Instance;
  readonly inputsHash: string;
  readonly panels: readonly { readonly review: string; readonly people: readonly string[] }[];
}

describe('The panels of a round', () => {
  let world: ServedReviewWorld;
  let screen: NarrowScreen;
  let lead: InterestedParty;
  let roundId: string;
  let trusts: readonly ReviewOfTrust[];
  let reviewers: readonly string[];
  let lived: readonly string[];
  let proposed: string;

  beforeAll(async () => {
    [world, screen] = await Promise.all([servedReviewWorld(), NarrowScreen.open()]);
    lead = interestedParty(world, 'lead');
    const started = await startedReview(world);
    ({ roundId } = started);
    trusts = await reviewsOfTrusts(world, started, TRUSTS);
    reviewers = await peopleHolding(world, 'REVIEWER', 14);
    lived = await peopleHolding(world, 'LIVED_EXPERIENCE_REVIEWER', 8);
    await pastTheLedger(
      world.superuser,
      `DELETE FROM reviews.review WHERE id = '${started.reviewId}';
       INSERT INTO identity.membership (id, revision, person_id, role, organisation_id, granted_on, ended_on)
       VALUES (gen_random_uuid(), 1, '${reviewers[0] ?? ''}', 'TRUST_SUBMITTER', '${trusts[0]?.trustId ?? ''}', '2020-01-01', '2025-06-01')`,
    );
  }, 180_000);

  afterAll(async () => {
    await screen.close();
    await world.close();
  });

  const terms = (different: object = {}) => ({
    people: [...reviewers, ...lived],
    ...{ outside: lived, size: 3, load: 10, avoidOwnRegion: false, seed: 7, ...different },
  });

  const proposal = async (id: string): Promise<Proposal> => (await lead.get<Proposal>(`panels/${id}`)).body;

  async function assigned(): Promise<number> {
    const { rows } = await world.superuser.query<{ n: number }>(
      "SELECT count(*)::integer AS n FROM reviews.assignment WHERE round_id = $1 AND capacity <> 'lead'",
      [roundId],
    );
    return rows[0]?.n ?? -1;
  }

  it(`of ${String(TRUSTS)} trusts are led, declared for and proposed in few pages`, async () => {
    const page = await lead.page(`/rounds/${roundId}`);
    let pages = 1;
    const next = async (move: Promise<PageReader>): Promise<void> => {
      await move;
      pages += 1;
    };
    await next(page.follow('Lead reviews and fill their panels'));
    expect(await screen.faultsOf(`${world.address}/rounds/${roundId}/panels`, page)).toEqual([]);
    await next(page.press('Lead these reviews'));
    expect(page.notice).toBe(`You lead ${String(TRUSTS)} reviews. Declare your interests first`);
    for (const { question } of DECLARATION_QUESTIONS) page.choose('No', question);
    await next(page.press('Continue'));
    expect([page.status, page.notice, page.issues]).toEqual([
      200,
      `You have declared your interests for ${String(TRUSTS)} reviews`,
      [],
    ]);
    await next(page.open(`/rounds/${roundId}/panels`));
    expect(await screen.faultsOf(`${world.address}/rounds/${roundId}/panels`, page)).toEqual([]);
    for (const id of lived) page.find(`input[name=outside][value="${id}"]`).attr('checked', '');
    page.find('input[name=people]').removeAttr('checked');
    for (const id of [...reviewers, ...lived])
      page.find(`input[name=people][value="${id}"]`).attr('checked', '');
    page.fill('How many people score each review?', '3');
    page.fill('On how many panels of this round may one person sit?', '10');
    page.choose('No', 'Must nobody review a trust of their own region?').fill('seed', '7');
    await next(page.press('Propose panels'));
    expect(page.notice).toBe('Panels are proposed. Nobody is assigned yet');
    expect(pages).toBeLessThan(MOST_PAGES);
    expect(page.text).toContain('Nobody is assigned by this page');
    proposed = page.find('main form[action$="/acceptance"]').attr('action')?.split('/')[2] ?? '';
    expect(await screen.faultsOf(`${world.address}/panels/${proposed}`, page)).toEqual([]);
    expect(await screen.faultsWhenWide()).toEqual([]);
    expect(await assigned()).toBe(0);
  }, 120_000);

  it('are explained: what each needs, why these, and who was ruled out', async () => {
    const page = await lead.page(`/panels/${proposed}`);
    expect(page.text).toContain(
      'To be filled: 3 people, with lived experience and somebody from outside NHS England.',
    );
    expect(page.text).toMatch(
      /LIVED_EXPERIENCE_REVIEWER \d: lived experience, from outside NHS England, \d+ panels of 10 at most/,
    );
    expect(page.text).toContain(
      'REVIEWER 1: the person held a role in the trust under review in the 5 years before, and it is not declared and decided',
    );
  });

  it('follow from what is recorded with them: the same inputs and seed lead anybody to the same panels', async () => {
    const { inputs, seed, panels, inputsHash } = await proposal(proposed);
    const again = proposePanels(inputs, seed);
    if (again.found !== 'panels') throw new Error(again.found);
    const sorted = (all: Proposal['panels']) =>
      [...all].sort((one, other) => (one.review < other.review ? -1 : 1));
    expect(sorted([...again.proposed].map(([review, people]) => ({ review, people })))).toEqual(
      sorted(panels),
    );
    expect(inputsHash).toMatch(/^[0-9a-f]{64}$/);
    const { body } = await lead.post(`rounds/${roundId}/panels`, terms());
    expect((await proposal(String(body['id']))).inputsHash).toBe(inputsHash);
  });

  it('are impossible in words that can be counted, and nothing is recorded', async () => {
    const two = lived.slice(0, 2);
    const refused = await lead.post(
      `rounds/${roundId}/panels`,
      terms({ people: [...reviewers, ...two], outside: two, load: 5 }),
    );
    expect(refused.status).toBe(422);
    expect(refused.text).toContain(
      '57 reviews need a lived-experience reviewer; 2 people who could sit there give 10 places',
    );
    expect(refused.text).toContain(
      'It could be filled without the number of panels that one person may sit on',
    );
    const early = await lead.post(
      `rounds/${roundId}/panels`,
      terms({ outside: reviewers, people: reviewers }),
    );
    expect(early.text).toContain('57 reviews need a lived-experience reviewer; nobody could sit there');
  });

  it('list candidates with their load and what is known of them, to whoever leads that review', async () => {
    const at = `/reviews/${trusts[0]?.reviewId ?? ''}/panel/new`;
    const page = await lead.page(at);
    expect(await screen.faultsOf(world.address + at, page)).toEqual([]);
    const rows = page.find('#candidates-caption').parent().find('tbody tr').text().replace(/\s+/g, ' ');
    expect(rows).toMatch(
      /REVIEWER 1 .*0.*the person held a role in the trust under review in the 5 years before/,
    );
    const other = interestedParty(world, 'otherLead');
    expect((await other.page(at.replace('new', 'lead'))).find('#candidates-caption').length).toBe(0);
  });

  it('are changed by hand under the same constraints, as a proposal of its own', async () => {
    const { panels } = await proposal(proposed);
    const first = trusts[0]?.reviewId ?? '';
    const before = panels.find(({ review }) => review === first)?.people ?? [];
    const at = `panels/${proposed}/change/${first}`;
    const barred = [...before.filter((id) => lived.includes(id)), reviewers[0]];
    expect((await lead.post(at, { people: barred, reason: 'I know them.' })).text).toContain(
      'Example Trust 001: the person held a role',
    );
    const alone = before.filter((id) => !lived.includes(id));
    expect((await lead.post(at, { people: alone, reason: 'I know them.' })).text).toContain(
      'a panel needs somebody with lived experience',
    );
    const page = await lead.page(`/${at}`);
    expect(await screen.faultsOf(`${world.address}/${at}`, page)).toEqual([]);
    expect(page.text).toContain('Ruled out, because the person held a role');
    for (const id of alone) page.find(`input[value="${id}"]`).removeAttr('checked');
    const other = reviewers.find((id) => !before.includes(id) && id !== reviewers[0]) ?? '';
    page.find(`input[value="${other}"]`).attr('checked', '');
    await page.fill('reason', 'They know each other.').press('Change this panel');
    expect(page.notice).toBe('The panel was changed. Nobody is assigned yet');
    expect(page.text).toContain('Why it was changed: They know each other.');
    expect((await proposal(proposed)).panels).toEqual(panels);
  });

  it('are read from a table line by line, and nothing of it is recorded where a line is at fault', async () => {
    const name = (id: string): string => `${id}@example.org`;
    const [one, two] = [lived[0] ?? '', reviewers[2] ?? ''];
    const table = (...lines: string[]): object => ({
      ...terms({ seed: undefined }),
      table: lines.join('\n'),
    });
    const refused = await lead.post(
      `rounds/${roundId}/panels/table`,
      table(
        'trust,reviewer',
        `Example Trust 002,${name(one)}`,
        `No such trust,${name(two)}`,
        'Example Trust 003,nobody',
        `Example Trust 002,${name(one)}`,
      ),
    );
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Line 3: “No such trust” names no review that you lead');
    expect(refused.text).toContain('Line 4: “nobody” names nobody who may be proposed');
    expect(refused.text).toContain('Line 5: this stands in line 2 already');
    const barred = await lead.post(
      `rounds/${roundId}/panels/table`,
      table(`Example Trust 001,${name(one)}`, `Example Trust 001,${name(reviewers[0] ?? '')}`),
    );
    expect(barred.text).toContain('Line 2: the person held a role in the trust under review');
    const page = await lead.page(`/rounds/${roundId}/panels/table`);
    expect(await screen.faultsOf(`${world.address}/rounds/${roundId}/panels/table`, page)).toEqual([]);
    const read = await lead.post(
      `rounds/${roundId}/panels/table`,
      table('ods code,reviewer', `Example Trust 002,${name(one)}`, `Example Trust 002,${name(two)}`),
    );
    expect(read.status).toBe(201);
    const { panels } = await proposal(String(read.body['id']));
    expect(panels).toEqual([{ review: trusts[1]?.reviewId, people: [one, two].sort() }]);
    expect(await assigned()).toBe(0);
  });

  it('are accepted by nobody else, and by nobody past the constraints, at page, API and in PostgreSQL', async () => {
    const other = interestedParty(world, 'otherLead');
    expect((await other.get(`panels/${proposed}`)).status).toBe(404);
    expect((await other.post(`panels/${proposed}/acceptance`)).status).toBe(404);
    expect((await other.post(`rounds/${roundId}/panels`, terms())).status).toBe(409);
    expect(await other.sql('SELECT * FROM reviews.panel_proposal')).toBe('0 rows');
    expect(
      await other.sql(
        `SELECT * FROM reviews.kept_from_panels('${roundId}', NULL, '{${reviewers.join(',')}}', '{}')`,
      ),
    ).toBe('0 rows');
    const past = `INSERT INTO reviews.panel_acceptance VALUES (gen_random_uuid(), 1, '${proposed}', '${roundId}',
      '${world.personId('lead')}', '2026-11-23')`;
    expect(await lead.sql(past)).toMatch(/whoever is accepted for a panel is assigned to it|no event/);
    expect(await other.sql(past)).toMatch(/row-level security/);
  });

  it('are refused whole when something became known since, and say what', async () => {
    const { panels } = await proposal(proposed);
    const [sits] = panels.find(({ review }) => review === trusts[4]?.reviewId)?.people ?? [];
    const insert = (ended: string): string =>
      `INSERT INTO identity.membership (id, revision, person_id, role, organisation_id, granted_on, ended_on)
       VALUES ('00000000-0000-4000-8000-00000000000${ended === 'NULL' ? '1' : '2'}', 1, '${sits ?? ''}', 'TRUST_SUBMITTER', '${trusts[4]?.trustId ?? ''}', '2024-01-01', ${ended})`;
    await pastTheLedger(world.superuser, insert('NULL'));
    const refused = await lead.post(`panels/${proposed}/acceptance`);
    expect([refused.status, refused.text]).toEqual([
      409,
      expect.stringContaining('Example Trust 005: the person holds a role in the trust under review'),
    ]);
    expect(await assigned()).toBe(0);
    await pastTheLedger(
      world.superuser,
      "DELETE FROM identity.membership WHERE id = '00000000-0000-4000-8000-000000000001'",
    );
  });

  it('are not accepted on facts that are no longer those they were drawn on, also where they would still fit', async () => {
    const { panels } = await proposal(proposed);
    const [of, there] = [
      trusts[6],
      panels.find(({ review }) => review === trusts[6]?.reviewId)?.people ?? [],
    ];
    const absent = reviewers.find((id) => !there.includes(id) && id !== reviewers[0]) ?? '';
    await pastTheLedger(
      world.superuser,
      `INSERT INTO identity.membership (id, revision, person_id, role, organisation_id, granted_on, ended_on)
       VALUES ('00000000-0000-4000-8000-000000000003', 1, '${absent}', 'TRUST_SUBMITTER', '${of?.trustId ?? ''}', '2024-01-01', '2025-06-01')`,
    );
    const refused = await lead.post(`panels/${proposed}/acceptance`);
    expect([refused.status, refused.text]).toEqual([
      409,
      expect.stringContaining(
        'What these panels rest on has changed since: who is ruled out of which panel.',
      ),
    ]);
    expect(refused.text).toContain('Propose panels anew');
    expect(await assigned()).toBe(0);
    await pastTheLedger(
      world.superuser,
      "DELETE FROM identity.membership WHERE id = '00000000-0000-4000-8000-000000000003'",
    );
  });

  it('are counted for everyone as often as they were drawn, with their seeds, and nobody is named', async () => {
    const page = new PageReader(world.address);
    const drawn = await draws();
    expect(drawn).toBeGreaterThan(3);
    await (await page.open(`/rounds/${roundId}`)).follow('How panels were drawn');
    expect(page.text).toContain(`${String(drawn)} proposals, none accepted.`);
    const answer = await fetch(`${world.address}/api/v1/rounds/${roundId}/panel-draws`);
    const text = await answer.text();
    const told = JSON.parse(text) as {
      readonly all: number;
      readonly draws: readonly { readonly seed: number | null }[];
    };
    expect(told.all).toBe(drawn);
    expect(told.draws.map(({ seed }) => seed).sort()).toEqual(expect.arrayContaining([7, 7, null]));
    for (const id of [...reviewers, ...lived, world.personId('lead')])
      expect(page.html + text).not.toContain(id);
    await lead.post(`rounds/${roundId}/panels`, terms({ seed: 12345 }));
    expect((await page.open(`/rounds/${roundId}/panel-draws`)).text).toContain(
      `${String(drawn + 1)} proposals`,
    );
    expect(page.text).toContain('12345');
    expect(await screen.faultsOf(world.address + page.path, page)).toEqual([]);
    expect(await screen.faultsWhenWide()).toEqual([]);
  });

  async function draws(): Promise<number> {
    const { rows } = await world.superuser.query<{ n: number }>(
      'SELECT count(*)::integer AS n FROM reviews.panel_proposal WHERE round_id = $1',
      [roundId],
    );
    return rows[0]?.n ?? -1;
  }

  it('are accepted as a whole, and each is then complete, with the load that was set', async () => {
    const page = await lead.page(`/panels/${proposed}`);
    await page.press('Accept all panels');
    expect(page.notice).toBe('The panels were accepted. Everybody on them is assigned');
    expect(await assigned()).toBe(TRUSTS * 3);
    const { rows } = await world.superuser.query<{ whole: number; heaviest: number; events: number }>(
      `SELECT (SELECT count(*) FROM (SELECT FROM reviews.assignment a WHERE a.round_id = $1 AND a.capacity <> 'lead'
          GROUP BY a.review_id HAVING count(*) = 3 AND bool_or(a.outside_nhs_england) AND bool_or(a.capacity = 'lived-experience')) AS p)::integer AS whole,
        (SELECT max(n) FROM (SELECT count(*) AS n FROM reviews.assignment a WHERE a.round_id = $1 AND a.capacity <> 'lead'
          GROUP BY a.person_id) AS l)::integer AS heaviest,
        (SELECT count(*) FROM ledger.event e JOIN reviews.assignment a ON a.id = e.subject_id AND a.capacity <> 'lead')::integer AS events`,
      [roundId],
    );
    expect(rows).toEqual([{ whole: TRUSTS, heaviest: 8, events: TRUSTS * 3 }]);
    expect((await lead.post(`panels/${proposed}/acceptance`)).status).toBe(409);
    expect((await lead.post(`rounds/${roundId}/panels`, terms())).status).toBe(409);
    const anybody = await new PageReader(world.address).open(`/rounds/${roundId}/panel-draws`);
    expect(anybody.text).toMatch(/proposals, 1 accepted\./);
  }, 60_000);
});
