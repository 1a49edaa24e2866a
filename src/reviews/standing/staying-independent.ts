import type { Uuid } from '../../kernel/identifiers.js';
import { OutOfTurn, Unprocessable } from '../../kernel/refusal.js';
import { checking, type Act, type Look } from '../../ledger/act.js';
import {
  faultsToDeclare,
  independenceFaults,
  type FaultToDeclare,
  type IndependenceFault,
} from '../../review-method/independence/independence-faults.js';
import { standingIn } from './standings.queries.js';

/** Whose part in which review. */
interface Part {
  readonly personId: Uuid;
  readonly reviewId: Uuid;
}

/** Demands that nothing known of the person keeps them from being independent in a review they were assigned to. */
export function beingIndependent(part: Part): Act {
  return checking(async (look) => {
    refuseFirst(await barringIn(look, part));
  });
}

/** What is known of somebody with a part in a review that nobody can let them continue with. */
export async function barringIn(look: Look, part: Part): Promise<readonly IndependenceFault[]> {
  return (await faultsOf(look, part)).filter(({ toDeclare }) => toDeclare === null);
}

/** Demands that somebody was not let continue although something is known that nobody may pass over. */
export function beingDecidable(part: Part): Act {
  return checking(async (look) => {
    refuseFirst(await faultsOf(look, part));
  });
}

/**
 * Demands that a declaration says yes to what is known already, and does not say that there is nothing where something
 * keeps the person from taking part.
 */
export function declaringWhatIsKnown(part: Part): Act {
  return checking(async (look) => {
    const { toDeclare, barring } = await contradictionsIn(look, part);
    const issues = toDeclare.map(({ toDeclare: field, words }) => ({
      field,
      text: `Choose yes: ${words}. Say more in the box, if you can`,
    }));
    if (issues.length > 0) throw new Unprocessable(issues);
    refuseFirst(barring);
  });
}

/** What is known and contradicts the newest declaration: what it was to say yes to, and what no declaration without interests can be. */
export async function contradictionsIn(
  look: Look,
  part: Part,
): Promise<{
  readonly toDeclare: readonly FaultToDeclare[];
  readonly barring: readonly IndependenceFault[];
}> {
  const [found] = await look(standingIn(part));
  if (!found) return { toDeclare: [], barring: [] };
  const { standing } = found;
  return {
    toDeclare: faultsToDeclare(standing),
    barring: standing.declared?.length === 0 ? independenceFaults(standing) : [],
  };
}

async function faultsOf(look: Look, part: Part): Promise<readonly IndependenceFault[]> {
  const rows = await look(standingIn(part));
  return rows.flatMap(({ standing }) => independenceFaults(standing));
}

function refuseFirst([fault]: readonly IndependenceFault[]): void {
  if (fault) throw new OutOfTurn(`This was not saved, because ${fault.words}.`);
}
