import { FlowsQueries } from '../../src/data-sharing/flow/flows.queries.js';
import type { Uuid } from '../../src/kernel/identifiers.js';
import { policeFlow, signed, submittedFlow, underReview } from '../support/data-flows.js';
import { NarrowScreen } from '../support/narrow-screen.js';
import { PageReader } from '../support/page-reader.js';
import { servedReviewWorld, type Part, type ServedReviewWorld } from '../support/reviews.js';

const TITLE = 'Records to the officer in the team';
const WORDS = 'Officers have to know who is in crisis before they come to a door.';
const REASON = 'The words name no decision and nobody who takes it.';

describe('A Guardian reads what decides, judges what is only stated and signs, without scripts', () => {
  let world: ServedReviewWorld;
  let screen: NarrowScreen;
  let flowId: Uuid;
  let stated: readonly { readonly rule: string; readonly message: string }[];
  let scheme: string;

  beforeAll(async () => {
    [world, screen] = await Promise.all([servedReviewWorld(), NarrowScreen.open()]);
    flowId = await submittedFlow(world, policeFlow({ title: TITLE, necessityText: WORDS }));
    await underReview(world);
    const queries = world.service(FlowsQueries);
    const guardian = await world.as('guardian');
    const flow = await queries.one(guardian, flowId);
    const report = await queries.report(guardian, flow?.reports.at(-1)?.id ?? '');
    stated = (report?.results ?? []).filter(({ outcome }) => outcome === 'STATED');
    scheme = `/deployments/${flow?.deployment.key ?? ''}/data-sharing`;
    world.clock.setTo('2026-11-25');
  }, 120_000);

  afterAll(async () => {
    await screen.close();
    await world.close();
  });

  it('what decides comes first, then what stands in the way, what nobody has checked, what changed, and the whole record', async () => {
    const guardian = await opened('guardian');
    const headings = guardian
      .find('main h2')
      .toArray()
      .map((_, place) => guardian.find('main h2').eq(place).text());
    expect(headings.slice(0, 7)).toEqual([
      'What decides',
      'What stands in the way',
      'What nobody has checked',
      'What changed since the last decision',
      'What was said of it',
      'When you have read it',
      'The whole flow',
    ]);
    for (const words of ['Route through confidentiality', 'Example Police', WORDS])
      expect(guardian.text).toContain(words);
    expect(guardian.text).toContain(`${String(stated.length)} results rest on words of the record`);
    expect(guardian.find('#way ~ ul.candour-findings__list').first().find('> li').length).toBeLessThanOrEqual(
      5,
    );
    const folded = guardian.find('#report-not-about').parent().find('details').first();
    expect([folded.length, folded.attr('open')]).toEqual([1, undefined]);
  });

  it('several are judged at once on one form, which tells what is missing and loses nothing that was typed', async () => {
    const guardian = await opened('guardian');
    await guardian.press('Record these judgements');
    expect([guardian.status, guardian.issues]).toEqual([422, ['Judge at least one of them, or go back']]);
    const [first, second, third] = stated;
    guardian.choose('Adequate', first?.message).fill(reasonFor(second), REASON);
    await guardian.choose('Cannot tell', third?.message).press('Record these judgements');
    expect(guardian.issues).toEqual([
      `Enter your reason for ${first?.rule ?? ''}`,
      `Select what you find of ${second?.rule ?? ''}`,
      `Enter your reason for ${third?.rule ?? ''}`,
    ]);
    expect(guardian.value(reasonFor(second))).toBe(REASON);
    guardian.fill(reasonFor(first), 'I read it beside three sets of notes.');
    guardian.choose('Not adequate', second?.message).fill(reasonFor(third), 'It could mean anything.');
    await guardian.press('Record these judgements');
    expect([guardian.path, guardian.notice]).toEqual([
      `/flows-to-sign/${flowId}`,
      'You have judged 3 results',
    ]);
    expect(guardian.text).toContain('Judged adequate already: 1');
    expect(guardian.text).toContain('Judged not adequate by the Caldicott Guardian, 25 November 2026');
  });

  it('and it shows wherever the result is shown: to the trust, the reviewers, everyone, and in every table', async () => {
    const adequate = 'Judged adequate by the Caldicott Guardian, 25 November 2026';
    const trust = await (await world.reader('submitter')).open(`/data-flows/${flowId}`);
    const reviewer = await (await world.reader('first')).open(`/examined-flows/${flowId}`);
    const matrix = await (await world.reader('first')).open(`${scheme}/matrix?outcome=STATED`);
    const everyone = await new PageReader(world.address).open(scheme);
    for (const page of [trust, reviewer, matrix, everyone]) expect(page.text).toContain(adequate);
    for (const page of [trust, reviewer, everyone]) expect(page.text).toContain(REASON);
    expect(trust.text).toContain('Stated, judged by people: 3');
    expect(everyone.text).toMatch(/only states what \d+ rules ask for \(people judged 3 of these\)/);
    expect(everyone.text).toMatch(/stated, judged by people/);
    const table = await new PageReader(world.address).open(`${scheme}/data-flows.csv`);
    expect(table.html).toMatch(
      new RegExp(`judgement,.*${stated[1]?.rule ?? ''}.*The Caldicott Guardian,.*Not adequate.*${REASON}`),
    );
    for (const page of [trust, reviewer, matrix, everyone, table])
      expect(page.html).not.toContain('The guardian');
  });

  it('a reviewer judges on a page of their own, and both stand side by side', async () => {
    const reviewer = await (await world.reader('lived')).open(`/examined-flows/${flowId}`);
    await reviewer.follow('Judge what is only stated');
    const [, second] = stated;
    reviewer.choose('Adequate', plainly(second?.message)).fill(reasonFor(second), 'It says who.');
    await reviewer.press('Record these judgements');
    expect(reviewer.notice).toBe('You have judged 1 result');
    for (const words of ['Judged not adequate by the Caldicott Guardian', 'Judged adequate by a reviewer'])
      expect(reviewer.text).toContain(words);
    expect((await (await world.reader('executive')).open(`/flows-to-sign/${flowId}`)).text).toContain(
      'never whoever wrote them',
    );
    for (const [part, slug, status] of [
      ['submitter', 'caldicott-guardian', 403],
      ['officer', 'caldicott-guardian', 404],
      ['lived', 'dpo', 404],
    ] as const)
      expect([part, (await (await world.reader(part)).open(judging(slug))).status]).toEqual([part, status]);
  });

  it('then the Guardian signs, a later report keeps what was judged, and two reports compare with it', async () => {
    const guardian = await opened('guardian');
    await guardian.follow('Sign as Caldicott Guardian');
    await guardian.choose('I refuse it').fill('Your reasons', 'Words are not enough.').press();
    expect(guardian.notice).toBe('You have signed this data flow');
    await signed(world, 'officer', flowId);
    const reviewer = await (await world.reader('first')).open(`/examined-flows/${flowId}`);
    expect(reviewer.text).toContain('Judged adequate by the Caldicott Guardian');
    await reviewer.follow('After the sign-off of the Data Protection Officer, 25 November 2026');
    expect(reviewer.text).toContain('Stated, and judged by people');
  });

  it.each([
    ['guardian', () => `/flows-to-sign/${flowId}`],
    ['officer', () => judging('dpo')],
    ['lived', () => `/examined-flows/${flowId}`],
    ['lived', () => judging('reviewer')],
  ] as const)('and a machine finds nothing wrong with what %s reads', async (part, path) => {
    expect(await screen.faultsOf(world.address + path(), await world.reader(part))).toEqual([]);
  });

  async function opened(part: Part): Promise<PageReader> {
    return (await world.reader(part)).open(`/flows-to-sign/${flowId}`);
  }

  function judging(slug: string): string {
    return `/data-flows/${flowId}/judgements/${slug}`;
  }
});

function reasonFor(result: { readonly rule: string } | undefined): string {
  return `Your reason, for ${result?.rule ?? ''}`;
}

/** The words of a result that somebody has judged. */
function plainly(message: string | undefined): string {
  return (message ?? '').replace('; nobody has checked it.', '.');
}
