import { ExchangeQueries } from '../../src/data-sharing/exchange/exchange.queries.js';
import { FlowsService } from '../../src/data-sharing/recording/flows.service.js';
import { aFlow, drafted, submittedFlow } from '../support/data-flows.js';
import { NarrowScreen } from '../support/narrow-screen.js';
import { pageFaults } from '../support/page-faults.js';
import type { PageReader } from '../support/page-reader.js';
import { servedReviewWorld, type ServedReviewWorld } from '../support/reviews.js';

describe('A trust takes its data flows out as a file and in again', () => {
  let world: ServedReviewWorld;
  let screen: NarrowScreen;
  let at: string;

  beforeAll(async () => {
    [world, screen] = await Promise.all([servedReviewWorld(), NarrowScreen.open()]);
    const { rows } = await world.superuser.query<{ key: string }>(
      'SELECT key FROM deployments.deployment WHERE id = $1',
      [world.deploymentId],
    );
    at = `/deployments/${rows[0]?.key ?? ''}/data-flows/files`;
  }, 120_000);

  afterAll(async () => {
    await screen.close();
    await world.close();
  });

  it('begins a flow in an empty spreadsheet, sees what would happen, and confirms; the same file again changes nothing', async () => {
    const empty = await file('empty.csv');
    const filled = answered(
      answered(empty, 'title', 'Crisis plans, told offline'),
      'startDate',
      '01/03/2026',
    );
    const reader = await imported(filled);
    expect(reader.status).toBe(200);
    expect(reader.text).toContain('The file holds 1 new draft.');
    expect(await held()).toEqual([]);
    await reader.press('Import');
    expect(reader.notice).toContain('Imported: 1 draft added');
    expect(await held()).toMatchObject([
      { title: 'Crisis plans, told offline', submitted: false, content: { startDate: '2026-03-01' } },
    ]);
    const again = await imported(filled);
    expect(again.text).toContain('There is nothing to import');
    expect(again.find('form[action$="confirm"]')).toHaveLength(0);
  });

  it('changes a draft, and sees each answer that would be different', async () => {
    const id = await drafted(world, aFlow({ title: 'To be changed' }));
    const json = JSON.parse(await file('flows.json')) as { flows: { id: string; necessityText?: string }[] };
    const flow = json.flows.find((one) => one.id === id);
    if (!flow) throw new Error('The draft was not exported.');
    flow.necessityText = 'A crew that knows the plan can follow it.';
    const reader = await imported(JSON.stringify({ flows: [flow] }));
    expect(reader.text).toContain('Why it is necessary');
    expect(reader.text).toContain('A crew that knows the plan can follow it.');
    expect(reader.text).toContain('1 answer would be different');
    await lookAtUpload(JSON.stringify({ flows: [flow] }), /^Check what would change/);
    await reader.press('Import');
    expect(await held()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          id,
          revision: 2,
          content: aFlow({
            title: 'To be changed',
            necessityText: 'A crew that knows the plan can follow it.',
          }),
        }),
      ]),
    );
  });

  it('and whatever somebody saved between the two is not overwritten: it is shown again', async () => {
    const id = await drafted(world, aFlow({ title: 'Meanwhile' }));
    const reader = await imported(JSON.stringify([{ id, title: 'From the file' }]));
    await world.service(FlowsService).change(await world.as('submitter'), id, aFlow({ title: 'By hand' }));
    await reader.press('Import');
    expect(reader.status).toBe(422);
    expect(reader.issues.join()).toContain('This record changed since you opened it');
    expect((await held()).find((flow) => flow.id === id)?.title).toBe('By hand');
    await reader.press('Import');
    expect((await held()).find((flow) => flow.id === id)?.title).toBe('From the file');
  });

  it('and a draft that somebody put aside between the two is not imported over: the page says to take it up again', async () => {
    const id = await drafted(world, aFlow({ title: 'Put aside meanwhile' }));
    const submitter = await world.as('submitter');
    const reader = await imported(JSON.stringify([{ id, title: 'From the file' }]));
    await world.service(FlowsService).putAside(submitter, id, 'A mistake.');
    await reader.press('Import');
    expect(reader.status).toBe(422);
    expect(reader.heading).toContain('Check what would change');
    expect(reader.text).toContain('Version 1 is put aside. Take it up again first');
    expect(await file('flows.csv')).not.toContain('Put aside meanwhile');
    await world.service(FlowsService).takeUp(submitter, id);
    expect(await held()).toEqual(
      expect.arrayContaining([expect.objectContaining({ id, title: 'Put aside meanwhile' })]),
    );
  });

  it('is told each fault with its row, and nothing is imported', async () => {
    const before = await held();
    const empty = await file('empty.csv');
    const faulty = answered(answered(empty, 'startDate', 'in spring'), 'status', 'Running');
    const reader = await imported(faulty);
    expect(reader.status).toBe(422);
    expect(reader.issues).toHaveLength(1);
    expect(reader.text).toContain('Row 4');
    expect(reader.text).toContain('“Running” is not one of the answers.');
    expect(reader.text).toContain('Write “Planned”, “Active”, “Suspended”, “Ceased”.');
    expect(reader.text).toContain('such as 2026-03-01');
    expect(await held()).toEqual(before);
    await lookAtUpload(faulty, /^Error: /);
  });

  it('cannot edit a submitted flow through a file: all or nothing', async () => {
    const id = await submittedFlow(world, aFlow({ title: 'Submitted' }));
    const before = await held();
    const reader = await imported(JSON.stringify([{ title: 'Innocent' }, { id, title: 'Rewritten' }]));
    expect(reader.status).toBe(422);
    expect(reader.text).toContain(
      'Version 1 is submitted and stays as it is. Make a new version of it first',
    );
    expect(reader.find('form[action$="confirm"]')).toHaveLength(0);
    expect(await held()).toEqual(before);
    const { id: next } = await world
      .service(FlowsService)
      .revise(await world.as('submitter'), id, 'Rewritten.');
    const then = await imported(JSON.stringify([{ id, title: 'Rewritten' }]));
    await then.press('Import');
    expect((await held()).find((flow) => flow.id === next)?.title).toBe('Rewritten');
  });

  it.each([
    ['nothing chosen', []],
    ['an empty file', [{ name: 'a.csv', content: '' }]],
    ['a workbook', [{ name: 'a.xlsx', content: 'PK\u0003\u0004' }]],
    ['JSON cut short', [{ name: 'a.json', content: '{"flows":[{"title":"x"' }]],
    ['a hidden character', [{ name: 'a.json', content: '[{"title":"a\\u0000b"}]' }]],
    ['half a surrogate pair', [{ name: 'a.json', content: '[{"title":"\\ud800"}]' }]],
    ['a misspelt name', [{ name: 'a.json', content: '[{"titel":"x"}]' }]],
    ['thirty megabytes', [{ name: 'a.csv', content: 'x'.repeat(30 * 1024 * 1024) }]],
  ])('a file that will not do is refused in words: %s', async (_, files) => {
    const before = await held();
    const reader = await (await world.reader('submitter')).open(at);
    await reader.attach('The file of flows', ...files).press();
    expect(reader.status).toBe(422);
    expect(reader.issues.join()).toMatch(/[a-z]{3}/);
    expect(await held()).toEqual(before);
  });

  it('and a page that is tampered with imports nothing', async () => {
    const before = await held();
    for (const flows of ['', 'nonsense', Buffer.from('[]').toString('base64url')]) {
      const reader = await imported(JSON.stringify([{ title: 'Tampered' }]));
      reader.find('input[name=carriedFlows]').attr('value', flows);
      await reader.press('Import');
      expect(reader.status).toBe(422);
    }
    expect(await held()).toEqual(before);
  });

  it('nobody else reaches it, and programs do the same with a token', async () => {
    for (const part of ['guardian', 'lead', 'admin', 'auditor', 'group'] as const)
      expect((await (await world.reader(part)).open(at)).status).toBe(403);
    const send = async (body: object) => {
      const response = await fetch(`${world.address}/api/v1/flow-imports`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${await world.token('submitter')}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({ deploymentId: world.deploymentId, ...body }),
      });
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    };
    const flows = [{ title: 'By a program' }];
    const preview = await send({ flows });
    expect(preview).toMatchObject({ status: 200, body: { imported: false, flows: [{ does: 'new' }] } });
    expect((await held()).map(({ title }) => title)).not.toContain('By a program');
    const { mark } = preview.body;
    expect(await send({ flows, mark: 'another' })).toMatchObject({ status: 409 });
    expect(await send({ flows, mark })).toMatchObject({ status: 200, body: { imported: true } });
    expect((await held()).map(({ title }) => title)).toContain('By a program');
    expect(await send({ flows: [{ titel: 'x' }] })).toMatchObject({ status: 422 });
    const records = await fetch(`${world.address}/api/v1/flow-records?deployment=${world.deploymentId}`, {
      headers: { authorization: `Bearer ${await world.token('submitter')}` },
    });
    expect(await records.json()).toEqual(JSON.parse(await file('flows.json')));
  });

  it('and the first page has no barriers', async () => {
    await look(await (await world.reader('submitter')).open(at));
  });

  it('and whoever is signed out meanwhile imports nothing, and is not shown what the page carried', async () => {
    const before = await held();
    const reader = await imported(JSON.stringify([{ title: 'Left alone too long' }]));
    const carried = String(reader.find('input[name=carriedFlows]').attr('value'));
    expect(carried.length).toBeGreaterThan(40);
    await world.superuser.query('DELETE FROM identity.session');
    await reader.press('Import');
    expect(reader.status).toBe(401);
    expect(reader.html).not.toContain(carried);
    expect(await held()).toEqual(before);
  });

  async function held() {
    return world.service(ExchangeQueries).newest(await world.as('submitter'), world.deploymentId);
  }

  async function file(name: string): Promise<string> {
    const reader = await world.reader('submitter');
    const response = await fetch(`${world.address}${at}/${name}`, {
      headers: { cookie: reader.cookies.header() },
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-disposition')).toContain('attachment');
    return response.text();
  }

  async function imported(content: string): Promise<PageReader> {
    const reader = await (await world.reader('submitter')).open(at);
    return reader.attach('The file of flows', { name: 'flows', content }).press();
  }

  /** Shows the page of the reader in a browser, narrow, and looks for barriers. */
  async function look(reader: PageReader): Promise<void> {
    expect(await screen.faultsOf(world.address + at, reader)).toEqual([]);
  }

  /** Sends a file with a browser and looks for barriers on what comes back. */
  async function lookAtUpload(content: string, title: RegExp): Promise<void> {
    const reader = await (await world.reader('submitter')).open(at);
    const page = await screen.show(world.address + at, reader);
    if (!page) return;
    await page.setInputFiles('input[type=file]', {
      name: 'flows.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(content),
    });
    await page.locator('main form button').first().click();
    expect(await page.title()).toMatch(title);
    expect(await pageFaults(page)).toEqual([]);
  }
});

/** The spreadsheet with this answer to this question of the flow itself. */
function answered(sheet: string, field: string, answer: string): string {
  return sheet
    .split('\r\n')
    .map((row) =>
      row.includes(`,${field},`) && /^[^,]*,[^,]*,,,/.test(row)
        ? row.replace(/,[^,]*$/, `,"${answer}"`)
        : row,
    )
    .join('\r\n');
}
