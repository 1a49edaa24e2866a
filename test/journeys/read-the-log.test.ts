import { OPERATOR } from '../../src/identity/actor.js';
import { PeopleService } from '../../src/memberships/people/people.service.js';
import type { PageReader } from '../support/page-reader.js';
import { aPerson } from '../support/people.js';
import { servedDemoWorld, type ServedDemoWorld } from '../support/demo-world.js';

describe('An auditor reads the log, without scripts', () => {
  let world: ServedDemoWorld;

  beforeAll(async () => {
    world = await servedDemoWorld();
  }, 180_000);

  afterAll(() => world.close());

  it('newest first and page by page, and reaches what was done to each record', async () => {
    const auditor = await world.visitAs('auditor');
    await auditor.open('/');
    await auditor.follow('The log');
    expect(auditor.find('#log-caption').closest('table').find('tbody tr').length).toBeGreaterThan(20);
    const newest = auditor.find('tbody tr').first().text();
    await auditor.follow('Next page');
    expect(auditor.status).toBe(200);
    expect(auditor.find('tbody tr').first().text()).not.toBe(newest);
    await auditor.open('/records');
    const first = auditor.find('#log-caption').closest('table').find('tbody a').first();
    const [act, kind] = first.text().split(': ');
    await auditor.follow(first.text());
    expect(auditor.heading).toContain(`What was done to this ${kind ?? ''}`);
    expect(auditor.text).toContain(`: ${act?.toLowerCase() ?? ''} by `);
    expect(auditor.text).toContain('leaf hash');
  });

  it('and from page to page to the first event of a record', async () => {
    const people = world.app.get(PeopleService);
    const person = await aPerson(world.app);
    await people.suspend(OPERATOR, person.id);
    await people.readmit(OPERATOR, person.id);
    const auditor = await world.visitAs('auditor');
    await auditor.open(`/records/person/${person.id}?limit=2`);
    expect(revisionsOn(auditor)).toEqual(['3', '2']);
    await auditor.follow('Next page');
    expect(revisionsOn(auditor)).toEqual(['1']);
    expect(auditor.find('a:contains("Next page")')).toHaveLength(0);
  });

  it('which shows nothing of what people said in confidence, and is closed to everybody else', async () => {
    const auditor = await world.visitAs('auditor');
    for (
      let page = '/records';
      page !== '';
      page = auditor.find('a[href^="/records?after="]').attr('href') ?? ''
    ) {
      await auditor.open(page);
      expect(auditor.text).not.toMatch(/: (concern|envelope|receipt|consent|message)\b/);
    }
    for (const part of ['admin', 'lead', 'handler', 'submitter'] as const)
      expect((await (await world.visitAs(part)).open('/records')).status).toBe(403);
    expect((await (await world.visitAs(null)).open('/records')).path).toContain('/sign-in');
  });
});

function revisionsOn(page: PageReader): string[] {
  return Array.from(page.text.matchAll(/Revision (\d+)/g), ([, revision = '']) => revision);
}
