import { newId } from '../../kernel/identifiers.js';
import { adding, changing, type Act } from '../../ledger/act.js';
import { made, type Given } from '../../platform/database/recorded.js';
import { Organisation } from '../organisation.entity.js';

/** What a file says of one organisation: everything the register keeps but the id and the names that were given up. */
export type OrganisationFacts = Omit<Given<Organisation>, 'id' | 'formerNames'>;

/** What an import came to. Organisations that the register already held as the file says are left alone. */
export interface ImportOutcome {
  readonly added: number;
  readonly corrected: number;
  readonly unchanged: number;
}

/** Where the facts of a file come from: the reason that the log keeps, and whether a new source alone is news. */
export interface Provenance {
  readonly reason: string;
  /** False where every edition says the same of most: what the register says already keeps the source that said it first. */
  readonly sourceIsNews: boolean;
}

/** The acts that make the register say what the file says, and their count. Running it twice finds nothing to do. */
export function importActs(
  wanted: readonly OrganisationFacts[],
  held: ReadonlyMap<string, Organisation>,
  provenance: Provenance,
): { acts: Act[]; outcome: ImportOutcome } {
  const acts = wanted.flatMap((facts) => actFor(facts, held.get(facts.key), provenance));
  const added = acts.filter(({ does }) => does === 'add').length;
  return { acts, outcome: { added, corrected: acts.length - added, unchanged: wanted.length - acts.length } };
}

function actFor(
  facts: OrganisationFacts,
  held: Organisation | undefined,
  { reason, sourceIsNews }: Provenance,
): Act[] {
  if (!held)
    return [
      adding(
        'import',
        Organisation,
        made(Organisation, { id: newId(), formerNames: null, ...facts }),
        reason,
      ),
    ];
  if (saysTheSame(facts, held, sourceIsNews)) return [];
  return [
    changing('import', Organisation, held.id, {
      reason,
      change: (organisation) => {
        Object.assign(organisation, facts);
      },
    }),
  ];
}

function saysTheSame(facts: OrganisationFacts, held: Organisation, sourceIsNews: boolean): boolean {
  const said = new Map<string, unknown>(Object.entries(held));
  return Object.entries(facts).every(
    ([property, value]) =>
      (property === 'source' && !sourceIsNews) ||
      JSON.stringify(value) === JSON.stringify(said.get(property)),
  );
}
