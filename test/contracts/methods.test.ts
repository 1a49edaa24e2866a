import { outputOf, PlantedTree } from '../support/planted-tree.js';

const LEDGER = `
export interface Transaction { perform(act: string): Promise<void> }
export class Ledger {
  async perform(_act: string): Promise<void> {}
  async decide(_decision: (transaction: Transaction) => Promise<void>): Promise<void> {}
}
`;

const VISITS = `
import type { Ledger, Transaction } from '../ledger/ledger.js';

export class VisitsService {
  constructor(private readonly ledger: Ledger) {}
  async once(urgent: boolean): Promise<void> {
    if (urgent) return this.ledger.perform('now');
    return this.ledger.perform('later');
  }
  async decided(): Promise<void> {
    await this.ledger.decide(async ({ perform }: Transaction) => {
      await perform('this');
      await perform('that');
    });
  }
  async twice(): Promise<void> {
    await this.once(true);
    await this.ledger.perform('again');
  }
  async forEach(acts: readonly string[]): Promise<void> {
    for (const act of acts) await this.ledger.perform(act);
  }
  async forAll(acts: readonly string[]): Promise<void> {
    await Promise.all(acts.map((act) => this.ledger.perform(act)));
  }
  neverCalled(): void {}
  shown(): string { return 'shown'; }
}

interface Publishable { publish(): void }
export class Part { publish(): void {} }
export class Other { publish(_day: string): void {} }
export const open = (part: Publishable): void => part.publish();

export const visits = (service: VisitsService): unknown[] =>
  [service.once, service.decided, service.twice, service.forEach, service.forAll];
`;

describe('Methods', () => {
  const tree = new PlantedTree({
    'src/ledger/ledger.ts': LEDGER,
    'src/visits/visits.service.ts': VISITS,
    'src/visits/visits.service.spec.ts':
      "import { VisitsService } from './visits.service.js'; (null as unknown as VisitsService).neverCalled();",
    'src/visits/views/visit.njk': '{{ visit.shown() }}',
  });
  let faults: readonly string[];

  beforeAll(async () => {
    const printed = await outputOf('../scripts/check/methods.mjs', [tree.folder], tree.folder);
    faults = printed.trim().split('\n');
  }, 120_000);

  afterAll(() => tree.remove());

  it('that reach the ledger twice on one path, or in a loop, are refused', () => {
    expect(faults.filter((fault) => fault.includes('more than one transaction'))).toEqual([
      expect.stringContaining('VisitsService.twice:'),
      expect.stringContaining('VisitsService.forEach:'),
      expect.stringContaining('VisitsService.forAll:'),
    ]);
  });

  it('that nothing but a test calls are refused, but not what a template or a shape calls', () => {
    expect(faults.filter((fault) => fault.includes('nothing in src calls'))).toEqual([
      expect.stringContaining('VisitsService.neverCalled:'),
      expect.stringContaining('Other.publish:'),
    ]);
  });
});
