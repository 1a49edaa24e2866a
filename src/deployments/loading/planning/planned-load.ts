import type { CalendarDay } from '../../../kernel/days/calendar-day.js';
import { canonicalJson, type Json } from '../../../kernel/canonical-json.js';
import { FactFileFault } from '../../../kernel/fact-files/fact-file-fault.js';
import type { Uuid } from '../../../kernel/identifiers.js';
import { sha256 } from '../../../kernel/sha256.js';
import type { Act } from '../../../ledger/act.js';
import type { Organisation } from '../../../organisations/organisation.entity.js';
import { day } from '../../../web/words.js';
import { LoadDirection } from './load-direction.js';
import { registerFaults } from '../files/register-faults.js';
import type { RegisterFiles } from '../files/register-files.js';
import type { PlannedFact } from './load-plan.js';
import type { FurtherPlanner } from '../further-facts.js';
import type { HeldRecords } from '../loading.queries.js';
import {
  isOlderThanKnown,
  plannedBodies,
  plannedSuccessions,
  plannedTrusts,
} from './planned-organisations.js';
import { plannedSources } from './planned-sources.js';
import { plannedSchemes } from './planned-schemes.js';

/** What loading files would do as things stand. */
export interface PlannedLoad {
  readonly facts: readonly PlannedFact[];
  readonly acts: readonly Act[];
  readonly unchanged: number;
  /** False where this edition or a newer one was loaded before. */
  readonly isNewEdition: boolean;
  /** Differs whenever the plan does: whoever confirms says by it what they were shown. */
  readonly mark: string;
}

/**
 * Everything that loading these files would add, correct or leave, in the order in which it is done.
 * @throws FactFileFault when something between the files, or between them and the register, does not fit.
 */
export function plannedLoad(
  given: RegisterFiles,
  { held, further }: { readonly held: HeldRecords; readonly further: readonly FurtherPlanner[] },
  today: CalendarDay,
): PlannedLoad {
  const { organisations, deployments, claims, newestEdition, trustEditions } = held;
  const isOld = given.trusts !== null && isOlderThanKnown(given.trusts, trustEditions);
  const files = isOld ? { ...given, trusts: null } : given;
  const known = {
    ...{ organisations: new Set(organisations.keys()), claims },
    deployments: new Set(deployments.map(({ key }) => key)),
  };
  const faults = registerFaults(files, known);
  if (faults.length > 0) throw new FactFileFault(faults);
  const direction = new LoadDirection(files.edition, newestEdition);
  const reason = `The register’s files say so, edition of ${day(files.edition)}.`;
  const bodies = [plannedTrusts(given, held, today), plannedBodies(files, held, { direction, reason })];
  const standing = [...organisations.values(), ...bodies.flatMap((plan) => plan.standing)];
  const ids = new Map(standing.map(({ key, id }) => [key, id]));
  const terms = {
    ...{ files, direction, reason },
    organisations: new Map(standing.map((organisation) => [organisation.key, organisation])),
    isNew: ({ key }: Organisation) => !organisations.has(key),
  };
  const plans = [
    plannedSources(files, held, { direction, reason }),
    ...bodies,
    plannedSuccessions(files, held, { ids, reason }),
    ...plannedSchemes(files, held, { direction, ids, reason }),
    ...further.flatMap((planner) => planner(terms)),
  ];
  const keyOf = new Map([...ids].map(([key, id]) => [id, key]));
  const facts = plans.flatMap((plan) => plan.facts).map((fact) => withKeys(fact, keyOf));
  return {
    facts,
    acts: plans.flatMap((plan) => plan.acts),
    unchanged: plans.reduce((sum, plan) => sum + plan.unchanged, 0),
    isNewEdition: newestEdition === null || files.edition > newestEdition,
    mark: sha256(canonicalJson([files.edition, ...facts.map(asJson)])),
  };
}

/** Organisations by their keys: ids say nothing to a reader, and those of new records differ each time. */
function withKeys(fact: PlannedFact, keyOf: ReadonlyMap<Uuid, string>): PlannedFact {
  const named = (value: Json): Json => (typeof value === 'string' ? (keyOf.get(value) ?? value) : value);
  return {
    ...fact,
    differences: fact.differences.map(({ name, before, after }) => ({
      ...{ name, before: named(before), after: named(after) },
    })),
  };
}

function asJson({ what, called, does, because, differences }: PlannedFact): Json {
  return [
    what,
    called,
    does,
    because,
    ...differences.map(({ name, before, after }) => [name, before, after]),
  ];
}
