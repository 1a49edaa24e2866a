import type { PanelCandidate, Instance, PanelToFill, ProposedPanels } from './instance.js';
import { pairsOf, seat, type Seating, type SeatPlan } from './seats.js';

/** Whether any panels keep every constraint; an answer only where the search came to its end. */
export function isPossible(instance: Instance, mostTries: number): boolean | null {
  const found = searchPanels(instance, { left: mostTries });
  return found === 'given up' ? null : found !== 'impossible';
}

/** Panels that keep every constraint, or that there are none; or that so many tries were not enough to know. */
export function searchPanels(
  instance: Instance,
  budget: { left: number },
): ProposedPanels | 'impossible' | 'given up' {
  const people = new Map(instance.people.map((person) => [person.id, person]));
  return descend(
    { ...instance, maySit: pairsOf(instance), people: instance.people, panels: instance.panels },
    { people, plans: new Map(), budget },
  );
}

interface Descent {
  readonly people: ReadonlyMap<string, PanelCandidate>;
  readonly plans: ReadonlyMap<string, SeatPlan>;
  readonly budget: { left: number };
}

/**
 * Seats everybody while one panel after another is only asked for lived experience. Where that leaves a panel without
 * somebody from outside, either one person is both there, or two people are: there is no third way, so that nothing is missed.
 */
function descend(
  seating: Omit<Seating, 'planOf'>,
  { people, plans, budget }: Descent,
): ProposedPanels | 'impossible' | 'given up' {
  if (budget.left === 0) return 'given up';
  budget.left -= 1;
  const seated = seat({ ...seating, planOf: (panel) => plans.get(panel) ?? 'open' });
  if (!seated.seated) return 'impossible';
  const lacking = seating.panels.find((panel) => lacksOutside(panel, seated.proposed, people));
  if (!lacking) return seated.proposed;
  let givenUp = false;
  for (const plan of PLANS) {
    if (plan === 'two-people' && lacking.places < 2) continue;
    const found = descend(seating, { people, plans: new Map(plans).set(lacking.id, plan), budget });
    if (typeof found !== 'string') return found;
    if (found === 'given up') givenUp = true;
  }
  return givenUp ? 'given up' : 'impossible';
}

const PLANS = ['two-people', 'one-person'] as const;

function lacksOutside(
  { id, needsOutside }: PanelToFill,
  proposed: ProposedPanels,
  people: ReadonlyMap<string, PanelCandidate>,
): boolean {
  return needsOutside && !(proposed.get(id) ?? []).some((person) => people.get(person)?.outside === true);
}
