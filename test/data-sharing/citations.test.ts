import { rulesBeingChecked } from '../../src/data-sharing/citations/rules-being-checked.js';
import { FlowsQueries } from '../../src/data-sharing/flow/flows.queries.js';
import { allRules } from '../../src/legal-basis/rules/all-rules.js';
import { sources } from '../../src/legal-basis/rules/engine/sources.js';
import { aFlow, submittedFlow } from '../support/data-flows.js';
import { openedSources, unopenedReferences } from '../support/data-sharing/opened-sources.js';
import { NarrowScreen } from '../support/narrow-screen.js';
import { pageFaults } from '../support/page-faults.js';
import { PageReader } from '../support/page-reader.js';
import { servedReviewWorld, type ServedReviewWorld } from '../support/reviews.js';

describe('A reference that was seen in a source names one that somebody opened', () => {
  it('for every rule; any other is marked as being checked', () => {
    expect(unopenedReferences(allRules, sources, openedSources())).toEqual([]);
    const marked = rulesBeingChecked.map(({ id }) => id);
    for (const { id, citation } of allRules) expect(marked.includes(id)).toBe(citation.confidence === 'B');
  });

  it('and one that nobody opened is found, be it the name or the address that is made up', () => {
    const rule = (id: string, ...refs: string[]) => ({
      id,
      citation: { text: 'An Act', refs, confidence: 'A' as const },
    });
    const planted = [rule('R-ONE-01', 'L1'), rule('R-TWO-01', 'L2', 'L99'), rule('R-NO-01')];
    const addresses = { ...sources, L1: 'https://example.org/elsewhere', L99: 'https://example.org/made-up' };
    expect(unopenedReferences(planted, addresses, openedSources())).toEqual([
      'R-ONE-01 names L1, which nobody opened at that address',
      'R-TWO-01 names L99, which nobody opened at that address',
      'R-NO-01 says that its reference was seen, and names no source',
    ]);
  });
});

describe('The reference of a rule is verified', () => {
  let world: ServedReviewWorld;
  const rule = 'R-DPIA-04';

  beforeAll(async () => {
    world = await servedReviewWorld();
  }, 60_000);

  afterAll(() => world.close());

  it('by somebody whom an administrator names by post, and every page with the rule says so; stored reports stay', async () => {
    const flowId = await submittedFlow(world, aFlow({ necessityText: '' }));
    const submitter = await world.reader('submitter');
    await submitter.open(`/data-flows/${flowId}`);
    expect(submitter.text).toContain('still being checked');
    const stored = await reportOf(flowId);

    const admin = await (await world.reader('admin')).open('/rule-references');
    const being = rulesBeingChecked.length;
    expect(admin.text).toContain(
      `of ${String(allRules.length - being)} of ${String(allRules.length)} rules were seen in a stored source. The ${String(being)} below`,
    );
    expect(admin.text).toContain(`0 of ${String(being)} were checked`);
    await admin.open(`/rule-references/${rule}`);
    await admin.press();
    expect(admin.issues.length).toBe(4);
    await filledIn(admin, { day: '1', month: '1', year: '2031' }).press();
    expect(admin.issues).toEqual(['The day it was checked must be today or earlier.']);
    await filledIn(admin, { day: '20', month: '11', year: '2026' }).press();
    expect(admin.notice).toContain('The check was recorded');
    expect(admin.text).toContain(
      'Reference checked on 20 November 2026 by Solicitor of the trust: it holds.',
    );

    await submitter.open(`/data-flows/${flowId}`);
    expect(submitter.text).toContain(
      'Reference checked on 20 November 2026 by Solicitor of the trust: it holds.',
    );
    expect(await reportOf(flowId)).toEqual(stored);
    const anyone = await new PageReader(world.address).open('/rule-references');
    expect(anyone.text).toContain(`1 of ${String(rulesBeingChecked.length)} were checked`);
    expect(anyone.text).toContain('Against: <b>The Act</b>, section 1');
  });

  it('and a later check counts, while a check of other words counts for nothing', async () => {
    const response = await send('admin', rule, { checkedOn: '2026-11-21', holds: false });
    expect(response.status).toBe(200);
    const anyone = await new PageReader(world.address).open('/rule-references');
    expect(anyone.text).toContain('Reference checked on 21 November 2026 by Solicitor: it does not hold.');
    await world.superuser.query("SET session_replication_role = 'replica'");
    await world.superuser.query("UPDATE data_sharing.citation_check SET citation = 'Other words'");
    await world.superuser.query('RESET session_replication_role');
    await anyone.open('/rule-references');
    expect(anyone.text).toContain(`0 of ${String(rulesBeingChecked.length)} were checked`);
  });

  it('and nobody but an administrator records it, nor for a rule whose reference was seen in a source', async () => {
    for (const part of ['submitter', 'lead', 'auditor'] as const) {
      expect((await (await world.reader(part)).open(`/rule-references/${rule}`)).status).toBe(403);
      expect((await send(part, rule, {})).status).toBe(403);
    }
    expect((await send('admin', 'R-NONE-1', {})).status).toBe(404);
    expect((await send('admin', rule, { against: ' ' })).status).toBe(422);
  });

  it('on pages without barriers, empty and in error', async () => {
    const screen = await NarrowScreen.open();
    try {
      const reader = await (await world.reader('admin')).open('/rule-references');
      expect(await screen.faultsOf(`${world.address}/rule-references`, reader)).toEqual([]);
      expect(await screen.faultsOf(`${world.address}/rule-references/${rule}`, reader)).toEqual([]);
      const page = await screen.show(`${world.address}/rule-references/${rule}`, reader);
      if (!page) return;
      await page.locator('main form button').first().click();
      expect(await page.title()).toMatch(/^Error: /);
      expect(await pageFaults(page)).toEqual([]);
    } finally {
      await screen.close();
    }
  });

  function filledIn(page: PageReader, day: { day: string; month: string; year: string }): PageReader {
    return page
      .fill('Who checked it?', 'Solicitor of the trust')
      .fillDate('On which day?', day)
      .fill('Against what?', '<b>The Act</b>, section 1')
      .choose('Yes', 'Does the reference hold?');
  }

  async function reportOf(flowId: string): Promise<unknown> {
    const queries = world.service(FlowsQueries);
    const flow = await queries.one(await world.as('submitter'), flowId);
    return queries.report(await world.as('submitter'), flow?.reports[0]?.id ?? '');
  }

  async function send(
    part: 'admin' | 'submitter' | 'lead' | 'auditor',
    id: string,
    different: object,
  ): Promise<Response> {
    return fetch(`${world.address}/api/v1/citation-checks/${id}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await world.token(part)}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        checkedBy: 'Solicitor',
        checkedOn: '2026-11-20',
        against: 'The Act',
        holds: true,
        ...different,
      }),
    });
  }
});
