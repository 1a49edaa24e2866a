import { servedDemoWorld, type ServedDemoWorld } from '../support/demo-world.js';
import { NarrowScreen } from '../support/narrow-screen.js';
import { pageFaults } from '../support/page-faults.js';
import type { PageReader } from '../support/page-reader.js';

const SCHEME = 'Example Vale Joint Support Team (fictional)';
const BEGUN_TWICE = 'Records of the team to the officer (example, begun twice)';
const TITLE = 'Made by mistake (journey)';
const TASK = 'Data flows and their legal basis';

describe('A trust puts a draft aside that was made by mistake, without scripts', () => {
  let world: ServedDemoWorld;
  let screen: NarrowScreen;
  let trust: PageReader;
  let scheme = '';
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

  it('finds what was put aside at the end of its flows, with the reason and the day, and not among its tasks', async () => {
    await trust.open('/deployments?q=Example+Vale');
    await trust.follow(SCHEME);
    scheme = trust.path;
    expect(trust.text).toMatch(new RegExp(`${TASK}.* 1 flow(?!,)`));
    await trust.follow(TASK);
    flows = trust.path;
    expect(headings()).toEqual([expect.stringContaining('Records of people'), 'Put aside', BEGUN_TWICE]);
    expect(trust.text).toContain('put aside on 6 July 2026, because: Example data: the same flow was begun');
    await look();
  });

  it('says why it puts a draft aside, and is asked again when it does not', async () => {
    await trust.open(`${flows}/new`);
    await trust.choose('None of these: an empty record').press('Make a draft');
    draft = trust.path;
    await trust.open(`${draft}/parties-and-purpose`);
    await trust.fill('What people call it', TITLE).press();
    await trust.open(draft);
    await trust.follow('Put this draft aside');
    expect(trust.text).toContain('Nothing is deleted');
    await look();
    const page = await screen.show(world.address + trust.path, trust);
    await trust.press('Put this draft aside');
    expect(trust.issues).toEqual(['Enter the reason']);
    if (page) {
      await page.locator('main form button').click();
      expect(await page.title()).toMatch(/^Error: /);
      expect(await pageFaults(page)).toEqual([]);
    }
    const twice = trust.twin();
    for (const reader of [trust, twice]) {
      reader.fill('Why is this draft put aside?', 'The flow ended before the team began.');
      await reader.press('Put this draft aside');
      expect(reader.path).toBe(`${flows}#put-aside`);
      expect(reader.notice).toBe('The draft was put aside. It stands at the end of this page');
    }
    expect(headings().slice(-3)).toEqual(['Put aside', BEGUN_TWICE, TITLE]);
    await trust.open(scheme);
    expect(trust.text).toMatch(new RegExp(`${TASK}.* 1 flow(?!,)`));
  });

  it('still reads it and changes nothing in it, whatever address it opens', async () => {
    await trust.open(draft);
    expect(trust.text).toContain('Put aside The draft was put aside on');
    expect(trust.text).toContain('The flow ended before the team began.');
    expect(trust.find('main form')).toHaveLength(1);
    await look();
    for (const below of ['parties-and-purpose', 'parties/new', 'submit', 'put-aside'])
      expect([below, (await trust.open(`${draft}/${below}`)).path]).toEqual([below, draft]);
    const files = await (await fetchAs(`${flows}/files/flows.json`)).text();
    expect(files).not.toContain(TITLE);
    expect(files).toContain('Records of people on the caseload');
    const guardian = await world.visitAs('guardian');
    await guardian.open(draft);
    expect(guardian.text).toContain('The flow ended before the team began.');
    expect(guardian.find('main form')).toHaveLength(0);
    expect((await guardian.open(`${draft}/take-up`)).status).toBe(403);
    expect((await guardian.open(flows)).text).not.toContain('Take it up again');
  });

  it('cannot save a page that was open when somebody else put the draft aside, and loses nothing typed', async () => {
    await trust.open(draft);
    await trust.press('Take this draft up again');
    expect([trust.path, trust.notice]).toEqual([draft, 'The draft was taken up again, as it was']);
    const other = await world.visitAs('submitter');
    await trust.open(`${draft}/parties-and-purpose`);
    await other.open(`${draft}/put-aside`);
    await other.fill('Why is this draft put aside?', 'It is not needed now.').press('Put this draft aside');
    await trust.fill('What people call it', 'Typed too late').press();
    expect(trust.status).toBe(409);
    expect(trust.value('What people call it')).toBe('Typed too late');
    await trust.press();
    expect(trust.issues).toEqual(['This draft is put aside. Take it up again first.']);
    await trust.open(flows);
    await trust.follow(`Take it up again: ${TITLE}`);
    expect(trust.text).toContain('It is not needed now.');
    await look();
    await trust.press('Take this draft up again');
    expect(trust.heading).toContain(TITLE);
    expect(state('Parties and purpose')).toBe('Some answers missing');
  });

  it('and a new version that is put aside is what “Make a new version” leads back to', async () => {
    await trust.open(flows);
    await trust.follow('Records of people on the caseload to the officer in the team (example)');
    const first = trust.path;
    await trust.follow('Make a new version');
    await trust.fill('Why is there a new version?', 'The account was closed.').press('Make a new version');
    const second = trust.path;
    await trust.follow('Put this draft aside');
    await trust.fill('Why is this draft put aside?', 'The officer left.').press('Put this draft aside');
    expect(trust.text).toContain('Submitted Version 1');
    await trust.open(first);
    expect(trust.text).toContain('Draft, put aside on');
    await look();
    await trust.follow('Make a new version');
    expect(trust.path).toBe(second);
    expect(trust.notice).toContain('A new version was begun before and is put aside');
    await trust.press('Take this draft up again');
    expect(trust.path).toBe(second);
    await trust.open(first);
    expect(trust.text).not.toContain('Make a new version');
  });

  async function look(): Promise<void> {
    expect([trust.path, await screen.faultsOf(world.address + trust.path, trust)]).toEqual([trust.path, []]);
  }

  function fetchAs(path: string): Promise<Response> {
    return fetch(world.address + path, { headers: { cookie: trust.cookies.header() } });
  }

  function headings(): readonly string[] {
    return texts('main h2, main h3');
  }

  function state(task: string): string {
    const at = texts('.nhsuk-task-list__item').findIndex((text) => text.startsWith(task));
    return texts('.nhsuk-task-list__status')[at] ?? '';
  }

  function texts(selector: string): readonly string[] {
    const found = trust.find(selector);
    return Array.from({ length: found.length }, (_, index) => found.eq(index).text().trim());
  }
});
