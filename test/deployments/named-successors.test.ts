import { PageReader } from '../support/page-reader.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';
import { withTheRegister } from '../support/deployments.js';

interface NamedOut {
  readonly name: string | null;
  readonly ofLineage: boolean;
  readonly scheme: { readonly key: string } | null;
  readonly claims: readonly { readonly key: string; readonly confidence: string }[];
}

describe('What may go on under another name, on the register as its sources say it', () => {
  let world: RunningCandour;

  beforeAll(async () => {
    world = await runningCandour();
    await withTheRegister(world.app);
  }, 60_000);

  afterAll(() => world.close());

  const named = async (): Promise<readonly NamedOut[]> =>
    (
      (await (await fetch(`${world.address}/api/v1/successors/named`)).json()) as {
        items: readonly NamedOut[];
      }
    ).items;

  it('is exactly what sources name as going on, coming before or following, and a scheme only where there is one', async () => {
    const found = (await named()).filter(({ ofLineage }) => ofLineage);
    expect(found.map(({ name, scheme }) => [name, scheme?.key ?? null])).toEqual([
      ['Complex Emotional Needs service', 'gloucestershire'],
      ['FERN', null],
      ['Gloucestershire High Intensity Network (GHIN)', 'gloucestershire'],
      ['HaRT', null],
      ['Op Ipsum', null],
      ['PAVE', 'leicestershire'],
      [null, null],
    ]);
    const pave = found.find(({ name }) => name === 'PAVE');
    expect(pave?.claims.map(({ key, confidence }) => [key, confidence])).toEqual([
      ['leicestershire-pave-is-the-scheme', 'inference'],
      ['national-names-fern-hart-op-ipsum', 'A'],
    ]);
  });

  it('and the other local names that sources give, each with its claim', async () => {
    const found = (await named()).filter(({ ofLineage }) => !ofLineage);
    expect(found.map(({ name, scheme }) => [name, scheme?.key ?? null])).toEqual([
      ['Community Hub', 'lincolnshire'],
      ['HIP', null],
      ['Integrated Recovery Programme (IRP)', 'isle-of-wight'],
      ['Integrated Vulnerability Management Initiative', 'leicestershire'],
      ['JET', null],
      ['NELFT', 'nelft'],
      ['PHIM', null],
      ['Serenity Integrated Mentoring', 'isle-of-wight'],
      ['Serenity Integrated Monitoring', null],
      ['SHIPP', 'surrey'],
      ['SIM London', 'sim-london-south'],
      ['SIM South London', 'sim-london-south'],
    ]);
  });

  it('shows an inference as one, and no pair of real schemes that share one police force or a region', async () => {
    const page = await new PageReader(world.address).open('/successors');
    expect(page.text).toContain('No two schemes of the register record enough alike.');
    expect(page.text).toContain('Inferred: no source says it');
    expect(page.text).toContain('Named by the source. The register holds no scheme of this name.');
    expect(page.text).toContain('a team based on SIM principles');
    expect(page.text).not.toContain('may follow “');
    const scheme = await new PageReader(world.address).open('/deployments/leicestershire/successors');
    expect(scheme.text).toContain('including PAVE, FERN, HaRT and Op Ipsum');
  });

  it('says of real schemes that ended only what is recorded here, and never that somebody missed it', async () => {
    const page = await new PageReader(world.address).open('/successors/re-screening');
    expect(page.text).toContain('SIM in Doncaster');
    expect(page.text).toContain(
      'No screening at six months is recorded here. Candour asked nobody for one by 30 September 2020.',
    );
    expect(page.text).not.toContain('missing since');
    expect(page.find('.nhsuk-tag--red')).toHaveLength(0);
  });
});
