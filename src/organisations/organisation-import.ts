import { newId } from '../kernel/identifiers.js';
import { adding, changing, type Act } from '../ledger/act.js';
import { Organisation } from './organisation.entity.js';

/** What a file says of one organisation: everything the register keeps but the id. */
export type OrganisationFacts = Omit<Organisation, 'id' | 'revision'>;

/** What an import came to. Organisations that the register already held as the file says are left alone. */
export interface ImportOutcome {
  readonly added: number;
  readonly corrected: number;
  readonly unchanged: number;
}

/** The acts that make the register say what the file says, and their count. Running it twice finds nothing to do. */
export function importActs(
  wanted: readonly OrganisationFacts[],
  held: ReadonlyMap<string, Organisation>,
  source: string,
): { acts: Act[]; outcome: ImportOutcome } {
  const acts = wanted.flatMap((facts) => actFor(facts, held.get(facts.key), source));
  const added = acts.filter(({ does }) => does === 'add').length;
  return { acts, outcome: { added, corrected: acts.length - added, unchanged: wanted.length - acts.length } };
}

function actFor(facts: OrganisationFacts, held: Organisation | undefined, source: string): Act[] {
  if (!held)
    return [
      adding('import', Organisation, Object.assign(new Organisation(), { id: newId(), ...facts }), source),
    ];
  if (saysTheSame(facts, held)) return [];
  return [
    changing('import', Organisation, held.id, {
      reason: source,
      change: (organisation) => {
        Object.assign(organisation, facts);
      },
    }),
  ];
}

function saysTheSame(facts: OrganisationFacts, held: Organisation): boolean {
  const said = new Map<string, unknown>(Object.entries(held));
  return Object.entries(facts).every(
    ([property, value]) => JSON.stringify(value) === JSON.stringify(said.get(property)),
  );
}
