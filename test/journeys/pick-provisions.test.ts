import { FlowsQueries } from '../../src/data-sharing/flow/flows.queries.js';
import type { Uuid } from '../../src/kernel/identifiers.js';
import { aFlow, drafted } from '../support/data-flows.js';
import { NarrowScreen } from '../support/narrow-screen.js';
import { pageFaults } from '../support/page-faults.js';
import type { PageReader } from '../support/page-reader.js';
import { servedReviewWorld, type ServedReviewWorld } from '../support/reviews.js';

const CDA = 'CDA 1998 s115: Disclosure of information to relevant authorities';
const WHY_CDA = 'Why CDA 1998 s115 applies here';
const REPLACE = 'Which words do the picks replace?';
const WORDS = 'Words, or a citation';

describe('A trust picks provisions of law from the list, without scripts', () => {
  let world: ServedReviewWorld;
  let screen: NarrowScreen;
  let trust: PageReader;
  let flowId: Uuid;

  beforeAll(async () => {
    [world, screen] = await Promise.all([servedReviewWorld(), NarrowScreen.open()]);
    flowId = await drafted(world, {
      ...aFlow(),
      startDate: '2019-01-01',
      endDate: null,
      senderOrgId: 'trust',
      parties: [
        { orgId: 'trust', name: 'Trust', orgType: 'NHS_MH_TRUST', nation: 'ENGLAND' },
        { orgId: 'force', name: 'Force', orgType: 'POLICE_FORCE', nation: 'ENGLAND' },
      ],
      assertions: [
        {
          controllerOrgId: 'trust',
          regime: 'UKGDPR',
          validFrom: '2021-01-01',
          validTo: '2026-02-04',
          functionCitation: 'Section 115 of the Crime and Disorder Act 1998',
        },
      ],
    });
    trust = await world.reader('submitter');
  }, 120_000);

  afterAll(async () => {
    await screen.close();
    await world.close();
  });

  it('comes from the legal basis, and what was typed there is saved on the way', async () => {
    await trust.open(`/data-flows/${flowId}/assertions/0`);
    expect(trust.find('textarea[name=functionLaw]').length).toBe(0);
    await trust
      .choose('6(1)(e) public task')
      .press('Save and pick law: The law that gives the task, duty or function, picked from the list');
    expect(trust.path).toBe(`/data-flows/${flowId}/assertions/0/law/functionLaw`);
    expect(trust.heading).toContain('The law that gives the task, duty or function');
    expect((await basis()).art6).toBe('6_1_e');
    await look();
  });

  it('is offered what the typed words name, and is told what it is before choosing it', async () => {
    expect(trust.text).toContain('The words beside it name this law');
    const offer = trust.find('#choose-item-hint, #choose-1-item-hint').first().text();
    expect(offer).toContain('A power: it permits, it does not require.');
    expect(offer).toContain('It does not lift the duty of confidence.');
    expect(offer).toContain('From 30 September 1998');
    expect(offer).toContain('England, Wales and Scotland');
    await trust.choose(CDA).press('Add what is ticked');
    expect(trust.text).toContain('What is picked above is not saved yet.');
    expect((await basis()).functionLaw).toBeUndefined();
  });

  it('loses no reason when looking for more, and is offered what is of the sort, the days and the nation', async () => {
    await trust
      .fill(WHY_CDA, ' For one person,\nasked by name: yes ')
      .fill(WORDS, 'adult at risk')
      .press('Search');
    expect(trust.text).toContain('are not shown, being of another sort, of other days or of another nation');
    expect(trust.value(WHY_CDA)).toBe(' For one person,\nasked by name: yes ');
    expect(trust.find('[name="picks-choose"][value="sswba-s128"]').length).toBe(0);
    await trust.choose('Also show law of other sorts, days and nations').press('Search');
    expect(trust.find('[name="picks-choose"][value="sswba-s128"]').length).toBe(1);
    expect(trust.text).toContain('It does not apply in England.');
    await trust
      .untick('Also show law of other sorts, days and nations')
      .fill(WORDS, 'care act s42')
      .press('Search');
    const enquiry = trust.find('[name="picks-choose"][value="care-s42"]').attr('id') ?? '';
    trust.find(`#${enquiry}`).attr('checked', '');
    await trust.fill(WORDS, 'mental health act 117').press('Search');
    expect(trust.value('Why Care Act 2014 s42 applies here')).toBe('');
    expect(trust.value(WHY_CDA)).toBe(' For one person,\nasked by name: yes ');
  });

  it('is not taken at words that were never looked for, nor at an id that is not on the list', async () => {
    await trust.fill(WORDS, 'after-care').press('Save');
    expect(trust.status).toBe(422);
    expect(trust.issues).toEqual([expect.stringContaining('Words to look for pick no law.')]);
    expect(trust.value(WHY_CDA)).toBe(' For one person,\nasked by name: yes ');
    expect(trust.find('[name="picks-choose"][value="mha-s117"]').length).toBe(1);
    trust.find('[name="picks-id"][value="care-s42"]').attr('value', 'care-s99');
    await trust.fill(WORDS, '').press('Save');
    expect(trust.issues).toEqual([
      '“care-s99” is not on the list of provisions. Remove it, look for the provision that is meant, and choose that.',
    ]);
    expect((await basis()).functionLaw).toBeUndefined();
    await trust.press('Remove care-s99');
    expect(trust.find('[name="picks-id"]').length).toBe(1);
    trust.find('[name="picks-id"]').attr('value', 'poa-bill');
    await trust.press('Save');
    expect(trust.issues).toEqual([expect.stringContaining('cannot be picked as a basis')]);
    trust.find('[name="picks-id"]').attr('value', 'cda-s115');
  });

  it('replaces the typed words only when that is ticked and something is picked, and saves it all in one act', async () => {
    const twin = trust.twin();
    await twin.open(`/data-flows/${flowId}/assertions/0/law/functionLaw`);
    await twin.choose('The law that gives the task, duty or function', REPLACE).press('Save');
    expect(twin.issues).toEqual([
      expect.stringContaining('Nothing is picked that could replace these words.'),
    ]);
    await trust.choose('The law that gives the task, duty or function', REPLACE).press('Save');
    expect(trust.path).toBe(`/data-flows/${flowId}/assertions/0#functionLaw`);
    expect(trust.notice).toMatch(/^Saved\. The rules have looked again: /);
    const saved = await basis();
    expect(saved.functionLaw).toEqual([
      { provisionId: 'cda-s115', why: ' For one person,\nasked by name: yes ' },
    ]);
    expect(saved).not.toHaveProperty('functionCitation');
    expect(trust.find('#functionLaw').text()).toContain('CDA 1998 s115');
    await look();
    await twin.choose(CDA).press('Save');
    expect([twin.status, twin.issues.length]).toEqual([409, 1]);
    expect(twin.text).toContain('Somebody else has saved this meanwhile');
  });

  it('keeps the picks when the page of the basis is saved, and takes one away', async () => {
    await trust.open(`/data-flows/${flowId}/assertions/0`);
    await trust.fill('The legitimate aim', 'Safety').press('Save and return');
    expect((await basis()).functionLaw).toHaveLength(1);
    await trust.open(`/data-flows/${flowId}/assertions/0/law/functionLaw`);
    await trust.press('Remove CDA 1998 s115');
    await trust.press('Save');
    expect(await basis()).not.toHaveProperty('functionLaw');
  });

  it('picks for the flow itself; law ticked and saved at once is kept, and the reason is asked for', async () => {
    await trust.open(`/data-flows/${flowId}/confidentiality`);
    await trust.press('Save and pick law: The law that opens the route, picked from the list');
    expect(trust.path).toBe(`/data-flows/${flowId}/law/confidentiality.routeLaw`);
    await trust.fill(WORDS, 'terrorism').press('Search');
    const found = trust.find('[name="picks-choose"][value="ta-s38b"]');
    found.attr('checked', '');
    await trust.press('Save');
    expect(trust.notice).toContain('Why it applies here is not yet said of each provision');
    expect(trust.path).toBe(`/data-flows/${flowId}/law/confidentiality.routeLaw`);
    expect((await content()).confidentiality?.routeLaw).toEqual([{ provisionId: 'ta-s38b' }]);
  });

  it('finds no such page where no law is asked, and nobody else picks', async () => {
    for (const below of [
      'law/title',
      'law/functionLaw',
      'assertions/9/law/functionLaw',
      'assertions/0/law/dpa1998Law',
    ])
      expect([below, (await trust.open(`/data-flows/${flowId}/${below}`)).status]).toEqual([below, 404]);
    const guardian = await world.reader('guardian');
    expect((await guardian.open(`/data-flows/${flowId}/assertions/0/law/functionLaw`)).status).toBe(403);
  });

  it('and does the same with scripts, the Enter key searching', async () => {
    const page = await screen.show(
      `${world.address}/data-flows/${flowId}/assertions/0/law/functionLaw`,
      trust,
    );
    if (!page) return;
    await page.fill('#words', 'care act');
    await page.press('#words', 'Enter');
    await page.waitForSelector('[name="picks-choose"][value="care-s42"]');
    expect(await pageFaults(page)).toEqual([]);
    await page.check('[name="picks-choose"][value="care-s42"]');
    await page.click('button[name=add]');
    await page.fill('#why-1', 'The council asked');
    await page.fill('#words', 's117');
    await page.press('#words', 'Enter');
    await page.waitForSelector('[name="picks-choose"][value="mha-s117"]');
    expect(await page.inputValue('#why-1')).toBe('The council asked');
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      expect([width, await pageFaults(page)]).toEqual([width, []]);
    }
    await page.fill('#words', 'offence');
    await page.click('main form >> text="Save"');
    await page.waitForSelector('.nhsuk-error-summary');
    expect(await pageFaults(page)).toEqual([]);
    expect(await page.inputValue('#why-1')).toBe('The council asked');
    await page.fill('#words', '');
    await page.click('main form >> text="Save"');
    await page.waitForSelector('#functionLaw');
    expect((await basis()).functionLaw).toEqual([{ provisionId: 'care-s42', why: 'The council asked' }]);
  });

  async function content() {
    const flow = await world.service(FlowsQueries).one(await world.as('submitter'), flowId);
    return flow?.content ?? {};
  }

  async function basis() {
    return (await content()).assertions?.[0] ?? {};
  }

  async function look(): Promise<void> {
    const page = await screen.show(world.address + trust.path.replace(/#.*/, ''), trust);
    if (page) expect([trust.path, await pageFaults(page)]).toEqual([trust.path, []]);
  }
});
