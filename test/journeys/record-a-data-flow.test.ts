import { servedDemoWorld, type ServedDemoWorld } from '../support/demo-world.js';
import { NarrowScreen } from '../support/narrow-screen.js';
import { pageFaults } from '../support/page-faults.js';
import type { PageReader } from '../support/page-reader.js';

const SCHEME = 'Example Vale Joint Support Team (fictional)';
const TEAM = 'Trust to the police officer in the team: case management';

describe('A trust records a data flow, without scripts', () => {
  let world: ServedDemoWorld;
  let screen: NarrowScreen;
  let trust: PageReader;
  let flows = '';
  let draft = '';

  beforeAll(async () => {
    [world, screen] = await Promise.all([servedDemoWorld(), NarrowScreen.open()]);
    trust = await world.visitAs('submitter');
  }, 180_000);

  afterAll(async () => {
    await screen.close();
    await world.close();
  });

  it('begins from the kind of flow that comes nearest, and is told why that is usually hard', async () => {
    await trust.open('/deployments?q=Example+Vale');
    await trust.follow(SCHEME);
    await trust.follow('Data flows and their legal basis');
    expect(trust.text).toContain('Submitted Version 1');
    expect(trust.text).toContain('Caldicott Guardian: Refused');
    flows = trust.path;
    await trust.follow('Record a data flow');
    expect(trust.text).toContain('A police officer is not part of the direct care team');
    await look();
    await trust.press('Make a draft');
    expect(trust.issues).toEqual(['Select what the flow is most like, or an empty record']);
    trust.choose(TEAM);
    const twice = trust.twin();
    await Promise.all([trust.press('Make a draft'), twice.press('Make a draft')]);
    draft = trust.path;
    expect([twice.path, twice.notice]).toEqual([draft, 'A draft was made']);
    expect(trust.heading).toContain(TEAM);
    expect(state('Parties and purpose')).toBe('Some answers missing');
    expect(state('Security')).toBe('Not started');
    expect(trust.text).toContain('it cannot be said under which law it ran');
    await look();
  });

  it('records who sends and who receives, and what is typed on the way is kept', async () => {
    await trust.follow('Parties and purpose');
    await trust.fill('What people call it', 'Records to the officer (journey)').press('Add a party');
    await look();
    await trust.press('Save and return');
    expect(trust.issues).toEqual(['Answer at least one question, or go back.']);
    trust.select('Which organisation of the register it is', 'Example Vale Mental Health Trust (fictional)');
    await party('Example Vale Trust', 'NHS mental health trust');
    await trust.press('Add a party');
    trust.select('Which organisation of the register it is', 'Example Vale Police (fictional)');
    await party('Example Vale Police', 'Police force');
    expect(trust.value('What people call it')).toBe('Records to the officer (journey)');
    trust.select('Who sends', 'Example Vale Trust, NHS mental health trust');
    trust.choose('Example Vale Police, Police force', 'Who receives');
    trust.fillDate('First day', { day: '1', month: '10', year: '2016' });
    await trust.press();
    expect(trust.notice).toMatch(/^Saved\. The rules have looked again: (\d+ (more|now) [a-z ]+(, )?)+$/);
    await trust.press();
    expect(trust.notice).toBe('Nothing was changed, so nothing was saved');
    expect(rulesAsked()).not.toContain('R-GEN-01');
    await look();
  });

  it('sees what implied consent and access to the whole record do not show, mends both, and sees them gone', async () => {
    await trust.open(`${draft}/data-and-people`);
    await trust.select('How the data travel', 'Access to the full record').press();
    expect(rulesAsked()).toContain('R-CAL-02');
    expect(trust.text).toContain('It looked at: How the data travel;');
    await trust.open(`${draft}/confidentiality`);
    await trust.choose('Implied consent for direct care').press();
    expect(rulesAsked()).toContain('R-CF-02');
    expect(trust.text).toContain('Example Vale Police does not');
    await look();

    await trust.open(draft);
    await trust.follow('How the data travel');
    expect(trust.path).toBe(`${draft}/data-and-people#mechanism`);
    await trust.select('How the data travel', 'Paper').press();
    expect(trust.text).not.toContain('they have access to the full record');
    expect(trust.text).toContain('it is not by access to the full record; nobody has checked it');
    await trust.open(`${draft}/confidentiality`);
    await trust.choose('Explicit consent').press('Save and return to the list');
    expect(trust.path).toBe(draft);
    expect(reported('mend')).toContain('R-RT-04');
    expect(reported('mend')).not.toContain('R-CF-02');
    expect(reported('mend')).not.toContain('R-CAL-02');
    expect(trust.text).toContain('From 1 October 2016 to 24 May 2018');
  });

  it('records a legal basis for one stretch of dates, and the timeline says which days are left', async () => {
    await trust.follow('Legal basis');
    await trust.press('Add a legal basis');
    trust.select('The controller that asserts this basis', 'Example Vale Trust, NHS mental health trust');
    trust.choose('EU GDPR with the Data Protection Act 2018');
    trust.fillDate('First day of this stretch', { day: '25', month: '5', year: '2018' });
    trust.fillDate('Last day of this stretch; left open while it continues', {
      day: '40',
      month: '1',
      year: '2020',
    });
    await trust.press();
    expect(trust.issues).toHaveLength(1);
    trust.fillDate('Last day of this stretch; left open while it continues', {
      day: '31',
      month: '12',
      year: '2020',
    });
    await trust.press();
    await look();
    await trust.open(draft);
    expect(trust.text).toContain(
      'Example Vale Trust: from 1 October 2016 to 24 May 2018, no legal basis recorded.',
    );
    expect(trust.text).toContain('Example Vale Trust: from 25 May 2018 to 31 December 2020, EU GDPR');
    await look();
  });

  it('says that there is none of something, takes it back, and removes a party with what names it', async () => {
    await trust.open(`${draft}/rights`);
    await trust.press('Say that there are none: objections');
    expect(trust.text).toContain('The record says that there are none.');
    await trust.press('Take that back about objections');
    expect(trust.text).toContain('Nothing is said of them yet.');
    await trust.open(`${draft}/parties-and-purpose`);
    await trust.press('Add a party');
    await party('Nobody in particular', 'Supplier');
    await trust.choose('Nobody in particular, Supplier', 'Who receives').press();
    await trust.press('Remove Nobody in particular, Supplier');
    await look();
    await trust.press('Remove it');
    expect(trust.text).not.toContain('Nobody in particular');
    expect(trust.text).not.toContain('party-3');
    expect(trust.isChosen('Example Vale Police, Police force', 'Who receives')).toBe(true);
  });

  it('loses nothing when two people save the same page', async () => {
    const other = await world.visitAs('submitter');
    await other.open(`${draft}/security`);
    await trust.open(`${draft}/security`);
    await other.choose('Yes', 'People share a login').press();
    await trust.choose('No', 'People share a login').choose('Yes', 'Access is logged').press();
    expect(trust.status).toBe(409);
    expect(trust.text).toContain('Somebody else has saved this meanwhile:');
    expect(trust.isChosen('No', 'People share a login')).toBe(true);
    expect(trust.isChosen('Yes', 'Access is logged')).toBe(true);
    await trust.press();
    await other.open(`${draft}/security`);
    expect(other.isChosen('No', 'People share a login')).toBe(true);
    expect(other.isChosen('Yes', 'Access is logged')).toBe(true);
    const page = await screen.show(`${world.address}${draft}/security`, trust);
    if (!page) return;
    await other.choose('Yes', 'People share a login').press();
    await page.locator('main form button:not([tabindex])').first().click();
    expect(await page.locator('.candour-meanwhile').count()).toBe(1);
    expect(await pageFaults(page)).toEqual([]);
    await other.choose('No', 'People share a login').press();
  });

  it('submits once everything that is not shown is explained, and reads who can read it then', async () => {
    await trust.open(draft);
    await trust.follow('Explain and submit');
    expect(trust.text).toContain('Everyone can read how many rules of each group the record meets');
    await look();
    const [rules, pages] = [explained('R-'), explained('together-')];
    expect(pages.length).toBeGreaterThan(1);
    const [, oneOfPage = ''] =
      /(R-[A-Z0-9]+-\d+)/.exec(trust.find('details .candour-explain').last().text()) ?? [];
    await trust.fill(rules[0] ?? '', 'Typed before the rest.').press('Submit this version');
    expect(trust.issues).toHaveLength(alone().length - 1);
    expect(trust.value(rules[0] ?? '')).toBe('Typed before the rest.');
    for (const rule of alone()) trust.fill(rule, `Because of ${rule}.`);
    await trust.press('Submit this version');
    expect(trust.issues).toHaveLength(pages.length);
    await look();
    for (const page of pages) trust.fill(page, `Said once for ${page}.`);
    await trust.fill(oneOfPage, 'Its own words.').press('Submit this version');
    expect(trust.notice).toBe('The flow was submitted');
    expect(trust.text).toContain(`Because of ${rules[0] ?? ''}.`);
    expect(trust.text).toContain('Its own words.');
    expect(trust.text.split(`Said once for ${pages[0] ?? ''}.`).length).toBeGreaterThan(2);
    expect(trust.find('dt').text()).toContain('People share a login');
    expect((await trust.open(`${draft}/security`)).path).toBe(draft);
    await look();
  });

  it('makes a new version with a reason, and the two are shown side by side', async () => {
    await trust.follow('Make a new version');
    await trust.press('Make a new version');
    expect(trust.issues).toHaveLength(1);
    await look();
    await trust.fill('Why is there a new version?', 'The pilot ended.').press('Make a new version');
    const second = trust.path;
    await trust.open(`${second}/parties-and-purpose`);
    await trust.choose('Ceased').press('Save and return to the list');
    await trust.follow('What changed in version 2');
    expect(trust.text).toContain('The pilot ended.');
    expect(trust.text).toContain('1 answer differs');
    expect(texts('main td .candour-as-typed')).toEqual(['Planned', 'Ceased']);
    await look();
    await trust.open(`${second}/submit`);
    expect(trust.find('textarea').first().text()).toContain('Because of');
    await trust.open(draft);
    expect(trust.text).not.toContain('Make a new version');
    expect(trust.text).toContain('The pilot ended.');
  });

  it('and nobody else reaches the pages of a draft, not even by its address', async () => {
    await trust.open(flows);
    const { path } = await trust.follow('Records to the officer (journey)');
    for (const part of ['lead', 'first', 'group', 'handler', 'admin'] as const) {
      const outsider = await world.visitAs(part);
      for (const below of ['', '/security', '/parties/new', '/parties/0/remove', '/submit', '/new-version'])
        expect([part, below, [403, 404].includes((await outsider.open(path + below)).status)]).toEqual([
          part,
          below,
          true,
        ]);
    }
    const guardian = await world.visitAs('guardian');
    expect((await guardian.open(path)).text).toContain('The trust has not submitted it yet');
    expect((await guardian.open(`${path}/security`)).status).toBe(403);
    for (const below of ['/nowhere', '/nowhere/0', '/parties/9', '/parties/-1', '/differences/nonsense'])
      expect([below, (await trust.open(path + below)).status]).toEqual([below, 404]);
  });

  async function party(name: string, kind: string): Promise<void> {
    await trust.fill('The party’s name', name).select('What kind of body it is', kind).press();
  }

  /** Looks at the page in the browser, and at what its form says of nothing or of a date that is none. */
  async function look(): Promise<void> {
    const page = await screen.show(world.address + trust.path, trust);
    if (!page) return;
    expect([trust.path, await pageFaults(page)]).toEqual([trust.path, []]);
    const year = page.locator('input[name$="-year"]').first();
    const button = page.locator('main form[novalidate] button:not([tabindex], [name=keep])').last();
    if ((await button.count()) === 0 || trust.path.endsWith('/remove')) return;
    if ((await year.count()) > 0) await year.fill('nineteen');
    else if (!/submit|new/.test(trust.path)) return;
    await button.click();
    expect([trust.path, await page.title()]).toEqual([trust.path, expect.stringMatching(/^Error: /)]);
    expect([trust.path, 'in error', await pageFaults(page)]).toEqual([trust.path, 'in error', []]);
  }

  function state(task: string): string {
    const at = texts('.nhsuk-task-list__item').findIndex((text) => text.startsWith(task));
    return texts('.nhsuk-task-list__status')[at] ?? '';
  }

  /** The rules that ask something of the page, as it shows them beside its form. */
  function rulesAsked(): readonly string[] {
    return rulesIn('aside');
  }

  function reported(group: string): readonly string[] {
    return rulesIn(`section[aria-labelledby="report-${group}"]`);
  }

  function rulesIn(within: string): readonly string[] {
    return texts(`${within} .candour-finding__rule summary`).map((text) => text.split(':', 1)[0] ?? '');
  }

  /** The texts of the page whose names begin so: those of rules, or those of pages that are explained together. */
  function explained(beginning: string): readonly string[] {
    return trust
      .find(`main textarea[name^="${beginning}"]`)
      .map((_, one) => one.attribs['name'] ?? '')
      .get();
  }

  /** The rules that are explained each by itself. */
  function alone(): readonly string[] {
    const together = trust.find('main details textarea').map((_, one) => one.attribs['name'] ?? '');
    return explained('R-').filter((rule) => !together.get().includes(rule));
  }

  function texts(selector: string): readonly string[] {
    const found = trust.find(selector);
    return Array.from({ length: found.length }, (_, index) =>
      found.eq(index).text().replace(/\s+/g, ' ').trim(),
    );
  }
});
