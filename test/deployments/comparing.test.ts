import { parse } from 'csv-parse/sync';
import { DeploymentsService } from '../../src/deployments/recording/deployments.service.js';
import type { Uuid } from '../../src/kernel/identifiers.js';
import { newScheme, publishedScheme, registered, somebody, withTheRegister } from '../support/deployments.js';
import { anOrganisation } from '../support/organisations.js';
import { NarrowScreen } from '../support/narrow-screen.js';
import { PageReader } from '../support/page-reader.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';

interface Told {
  readonly schemes: readonly { readonly key: string }[];
  readonly fields: readonly {
    readonly field: string;
    readonly agreement: string;
    readonly cells: readonly {
      readonly key: string;
      readonly said: readonly {
        readonly text: string;
        readonly by: string;
        readonly claimKey: string | null;
      }[];
    }[];
  }[];
}

describe('Schemes side by side', () => {
  let world: RunningCandour;
  let trust: Uuid;

  beforeAll(async () => {
    world = await runningCandour();
    await withTheRegister(world.app);
    const [one] = await registered(world.app, anOrganisation({ name: 'Example Trust Beside' }));
    trust = one?.id ?? '';
  });

  afterAll(() => world.close());

  async function compared(...keys: readonly string[]): Promise<{ status: number; told: Told }> {
    const query = keys.map((key) => `scheme=${key}`).join('&');
    const answer = await fetch(`${world.address}/api/v1/deployments/compare?${query}`);
    return { status: answer.status, told: (await answer.json()) as Told };
  }

  function said(told: Told, field: string): readonly (readonly string[])[] {
    const found = told.fields.find((one) => one.field === field);
    return (
      found?.cells.map((cell) => cell.said.map(({ text, by }) => `${by}: ${text}`)) ?? [['no such field']]
    );
  }

  it('tell what differs first, then what is the same, then what nobody has said, and who says each thing', async () => {
    const { status, told } = await compared('leicestershire', 'derbyshire');
    expect(status).toBe(200);
    expect(told.schemes.map(({ key }) => key)).toEqual(['leicestershire', 'derbyshire']);
    const order = told.fields.map(({ agreement }) => agreement);
    expect(order).toEqual(order.toSorted((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)));
    expect(said(told, 'Who took part: Funder')).toEqual([
      ['claim: Leicestershire Police and Crime Commissioner'],
      [],
    ]);
    expect(said(told, 'Where it lies: Region')).toEqual([
      ['claim: East Midlands', 'claim: Midlands'],
      ['claim: East Midlands', 'claim: Midlands'],
    ]);
    expect(agreementOn(told, 'Where it lies: Region')).toBe('same');
    expect(agreementOn(told, 'Who took part: Funder')).toBe('differs');
    expect(agreementOn(told, 'Halts')).toBe('nobody-said');
  });

  it('keep what a trust says apart from what a source says', async () => {
    const actor = somebody('TRUST_SUBMITTER', trust);
    const id = await publishedScheme(
      world.app,
      actor,
      newScheme(trust, { title: 'A team beside', names: ['Besiders'] }),
    );
    await world.app.get(DeploymentsService).addPlace(actor, id, { name: 'East Midlands', kind: 'REGION' });
    const { told } = await compared(id, 'leicestershire');
    expect(said(told, 'Where it lies: Region')).toEqual([
      ['trust: East Midlands'],
      ['claim: East Midlands', 'claim: Midlands'],
    ]);
    const page = await new PageReader(world.address).open(
      `/deployments/compare?scheme=${id}&scheme=leicestershire`,
    );
    expect(page.text).toMatch(/PAVE ?Inferred: no source says it/);
    expect(page.text).toMatch(/Besiders ?Said by the trust, checked by nobody else/);
    expect(page.text).toMatch(
      /Screening by what it does.*Said by the trust on \d+ \w+ \d{4}, checked by nobody else.*Nobody has said/,
    );
  });

  it('are ticked in the list, read on a page and saved as a table', async () => {
    const page = await new PageReader(world.address).open('/deployments?q=midlands');
    await page
      .choose('Compare SIM in Derbyshire')
      .choose('Compare SIM in Lincolnshire')
      .press('Compare those that are ticked');
    expect(page.heading).toBe('Schemes side by side');
    expect(page.find('th[scope=col]').text()).toContain('SIM in Derbyshire');
    const link = page.find('a[href*="compare.csv"]').attr('href') ?? '';
    const sheet = await (await fetch(`${world.address}${link}`)).text();
    const lines = parse<Record<string, string>>(sheet, { bom: true, columns: true });
    expect(lines).toContainEqual(
      expect.objectContaining({
        field: 'Names',
        scheme: 'lincolnshire',
        said: 'Community Hub',
        said_by: 'claim',
      }),
    );
    expect(lines).toContainEqual(
      expect.objectContaining({
        field: 'Names',
        scheme: 'derbyshire',
        said: 'Nobody has said',
        said_by: 'nobody',
      }),
    );
  });

  it.each([
    ['one', ['surrey'], 422],
    ['the same twice', ['surrey', 'surrey'], 422],
    ['none', [], 422],
    ['seven', ['surrey', 'essex', 'nelft', 'cumbria', 'derbyshire', 'doncaster', 'lincolnshire'], 422],
    ['one that is not there', ['surrey', 'nowhere'], 404],
  ])('%s are refused', async (_, keys, status) => {
    expect((await compared(...keys)).status).toBe(status);
    const query = keys.map((key) => `scheme=${key}`).join('&');
    expect((await fetch(`${world.address}/deployments/compare?${query}`)).status).toBe(status);
  });

  it('six are not too many, and a draft is no scheme that others compare', async () => {
    const six = ['surrey', 'essex', 'nelft', 'cumbria', 'derbyshire', 'doncaster'];
    expect((await compared(...six)).told.schemes).toHaveLength(6);
    const actor = somebody('TRUST_SUBMITTER', trust);
    const { key } = await world.app
      .get(DeploymentsService)
      .register(actor, newScheme(trust, { title: 'A draft' }));
    expect((await compared('surrey', key)).status).toBe(404);
  });

  it('on pages without barriers and without sideways scroll, on a small telephone and on a wide screen', async () => {
    const screen = await NarrowScreen.open();
    try {
      for (const keys of [
        ['surrey', 'essex'],
        ['surrey', 'essex', 'nelft', 'cumbria', 'derbyshire', 'doncaster'],
        ['surrey'],
      ]) {
        const query = keys.map((key) => `scheme=${key}`).join('&');
        const found = await screen.faultsOf(`${world.address}/deployments/compare?${query}`);
        // “ods” stands in the address of a file, which has no words and is broken where a line ends.
        const wide = (await screen.faultsWhenWide()).filter((fault) => fault !== '“ods” is broken');
        expect([query, found, wide]).toEqual([query, [], []]);
      }
    } finally {
      await screen.close();
    }
  }, 60_000);
});

const ORDER = ['differs', 'same', 'nobody-said'];

function agreementOn({ fields }: Told, field: string): string | undefined {
  return fields.find((one) => one.field === field)?.agreement;
}
