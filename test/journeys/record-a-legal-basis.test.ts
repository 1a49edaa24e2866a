import { FlowsQueries } from '../../src/data-sharing/flow/flows.queries.js';
import type { Uuid } from '../../src/kernel/identifiers.js';
import { aFlow, drafted } from '../support/data-flows.js';
import { NarrowScreen } from '../support/narrow-screen.js';
import { pageFaults } from '../support/page-faults.js';
import type { PageReader } from '../support/page-reader.js';
import { servedReviewWorld, type ServedReviewWorld } from '../support/reviews.js';

const LAST_DAY = 'Last day of this stretch; left open while it continues';
const REMOVE = 'Which of these answers do you want to remove?';

describe('A trust records a legal basis under the law of its days, without scripts', () => {
  let world: ServedReviewWorld;
  let screen: NarrowScreen;
  let trust: PageReader;
  let flowId: Uuid;

  beforeAll(async () => {
    [world, screen] = await Promise.all([servedReviewWorld(), NarrowScreen.open()]);
    const { validFrom: _from, assertions: _bases, ...content } = { validFrom: '', ...aFlow() };
    flowId = await drafted(world, {
      ...content,
      title: 'Since 2016',
      startDate: '2016-10-01',
      endDate: null,
    });
    trust = await world.reader('submitter');
  }, 120_000);

  afterAll(async () => {
    await screen.close();
    await world.close();
  });

  it('chooses the law first, and is then asked what that law asks and nothing of another', async () => {
    await trust.open(`/data-flows/${flowId}/legal-basis`);
    await trust.press('Add a legal basis');
    expect(trust.text).toContain('What else is asked depends on the law.');
    expect(trust.text).not.toContain('Article');
    expect(trust.text).toContain('From 1 January 2021 to 4 February 2026');
    await look();
    trust.fillDate('First day of this stretch', { day: '1', month: '10', year: '2016' });
    trust.fillDate(LAST_DAY, { day: '24', month: '5', year: '2018' });
    await trust.choose('Data Protection Act 1998').press('Save and go on');
    expect(trust.path).toBe(`/data-flows/${flowId}/assertions/0`);
    expect(trust.notice).toMatch(/^Saved\. The rules have looked again: \d/);
    expect(headings()).toEqual([
      'Whose basis, under which law, for which days',
      'Schedules 2 and 3 of the Data Protection Act 1998',
      'The task, duty or function in law',
      'Article 8 of the Human Rights Convention',
    ]);
    await trust.fill('DPA 1998 Schedule 2 condition', 'Paragraph 5').press('Save and return');
    expect(trust.path).toBe(`/data-flows/${flowId}/legal-basis#assertions`);
  });

  it('copies it to the next law in one act, is told what that law asks anew, and answers there', async () => {
    await trust.press('Copy to the next law: Data Protection Act 1998, 1 October 2016, 24 May 2018');
    expect(trust.text).toContain('EU GDPR with the Data Protection Act 2018 asks this anew');
    expect(trust.text).toContain('Article 6(1) basis');
    expect(rows()).toEqual(['EU GDPR with the Data Protection Act 2018', '25 May 2018', '31 December 2020']);
    await look();
    const before = await stored();
    await trust.press('Copy it');
    expect(trust.path).toBe(`/data-flows/${flowId}/assertions/1`);
    expect(trust.notice).toMatch(
      /^The legal basis was copied\. \d+ questions that this law asks anew are left open\. The rules have looked again: /,
    );
    const after = await stored();
    expect(after.revision).toBe(before.revision + 1);
    expect(after.bases).toEqual([
      ...before.bases,
      { regime: 'GDPR2018', validFrom: '2018-05-25', validTo: '2020-12-31' },
    ]);
    expect(headings()).not.toContain('Schedules 2 and 3 of the Data Protection Act 1998');
    trust.choose('6(1)(e) public task').choose('9(2)(g) substantial public interest');
    trust.choose('Part 2 para 18: safeguarding of children and of individuals at risk', SCHEDULE_1);
    await look();
    await trust.press('Save and return');
    expect(trust.text).not.toContain('Copy to the next law: Data Protection Act 1998');
  });

  it('and again, with the same codes wherever both laws have them', async () => {
    await trust.press(
      'Copy to the next law: EU GDPR with the Data Protection Act 2018, 25 May 2018, 31 December 2020',
    );
    expect(trust.text).toContain(
      'Nothing: UK GDPR with the Data Protection Act 2018 asks the same questions.',
    );
    const twice = trust.twin();
    await trust.press('Copy it');
    await twice.press('Copy it');
    expect(twice.path).toBe(`/data-flows/${flowId}/legal-basis#assertions`);
    expect((await stored()).bases[2]).toEqual({
      regime: 'UKGDPR',
      validFrom: '2021-01-01',
      validTo: '2026-02-04',
      art6: '6_1_e',
      art9: ['9_2_g'],
      sch1Paras: ['P2.18'],
    });
    expect(trust.isChosen('6(1)(e) public task')).toBe(true);
    expect(trust.find('#art6').length).toBe(1);
    expect(trust.text).not.toContain('6(1)(ea)');
  });

  it('and what stands there for another law is shown, stays when the page is saved, and goes when that is said', async () => {
    await trust.choose('Data Protection Act 2018 Part 3 (law enforcement)').press('Save and return');
    expect(trust.path).toBe(`/data-flows/${flowId}/assertions/2`);
    expect(headings().at(-1)).toBe('Answers that this law does not ask');
    expect(trust.find(`#keptUnasked-item-hint, [id^="keptUnasked"]`).length).toBeGreaterThan(2);
    await look();
    await trust.choose('Preventing offences').press('Save and return');
    expect((await stored()).bases[2]).toMatchObject({
      leaPurpose: 'PREVENTION',
      art6: '6_1_e',
      art9: ['9_2_g'],
    });
    await trust.open(`/data-flows/${flowId}/assertions/2`);
    await trust.choose('Article 6(1) basis', REMOVE).choose('Article 9(2) conditions', REMOVE).press();
    const { bases } = await stored();
    expect(bases[2]).toMatchObject({ leaPurpose: 'PREVENTION', sch1Paras: ['P2.18'] });
    expect(Object.keys(bases[2] ?? {}).filter((name) => name.startsWith('art'))).toEqual([]);
    expect(await trust.open(`/data-flows/${flowId}/legal-basis`)).toHaveProperty('status', 200);
    expect(trust.find('main').html()).not.toMatch(/P&lt;|>P2\.18|P2\.18</);
  });

  it('and nobody copies what does not end with its law, nor what is not theirs', async () => {
    expect((await trust.open(`/data-flows/${flowId}/assertions/2/next-law`)).path).toMatch(/legal-basis/);
    for (const below of ['9', '-1', 'x'])
      expect((await trust.open(`/data-flows/${flowId}/assertions/${below}/next-law`)).status).toBe(404);
    const guardian = await world.reader('guardian');
    expect((await guardian.open(`/data-flows/${flowId}/assertions/1/next-law`)).status).toBe(403);
  });

  function headings(): readonly string[] {
    return texts('main form h2');
  }

  function rows(): readonly string[] {
    return texts('main .nhsuk-summary-list__value');
  }

  function texts(selector: string): readonly string[] {
    const found = trust.find(selector);
    return Array.from({ length: found.length }, (_, index) => found.eq(index).text().trim());
  }

  async function stored() {
    const flow = await world.service(FlowsQueries).one(await world.as('submitter'), flowId);
    return { revision: flow?.revision ?? 0, bases: flow?.content.assertions ?? [] };
  }

  async function look(): Promise<void> {
    const page = await screen.show(world.address + trust.path.replace(/#.*/, ''), trust);
    if (page) expect([trust.path, await pageFaults(page)]).toEqual([trust.path, []]);
  }
});

const SCHEDULE_1 = 'DPA 2018 Schedule 1 paragraphs for the Article 9 conditions';
