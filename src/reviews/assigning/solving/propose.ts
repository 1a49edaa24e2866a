import { seededRandom } from '../../../review-method/agreement/seeded-random.js';
import { whyImpossible, type Impossible } from './why-impossible.js';
import { inOneOrder, type Instance, type ProposedPanels } from './instance.js';
import { searchPanels } from './search-panels.js';

/** What became of looking for panels. Nothing is said to be impossible that was only not found. */
export type PanelsOutcome =
  | { readonly found: 'panels'; readonly proposed: ProposedPanels; readonly heaviest: number }
  | { readonly found: 'impossible'; readonly why: Impossible }
  | { readonly found: 'nothing-yet'; readonly tried: number };

/** How many times people are seated anew before the search says that it has found nothing. */
const MOST_TRIES = 4000;

/**
 * Proposes panels that keep every hard constraint, or shows that there are none. The seed alone decides between proposals
 * that do equally well, and the order of the rows decides nothing. Loads are as even as the constraints let them be.
 */
export function proposePanels(given: Instance, seed: number, mostTries = MOST_TRIES): PanelsOutcome {
  const ordered = inOneOrder(given);
  const random = seededRandom(seed);
  const instance = {
    ...ordered,
    people: shuffled(ordered.people, random),
    panels: shuffled(ordered.panels, random),
  };
  const budget = { left: mostTries };
  const first = searchPanels(instance, budget);
  if (first === 'impossible') return { found: 'impossible', why: whyImpossible(ordered) };
  if (first === 'given up') return { found: 'nothing-yet', tried: mostTries };
  return evened(instance, first, mostTries);
}

/** The same panels, or others by which the person who takes most takes as few as possible. */
function evened(instance: Instance, first: ProposedPanels, mostTries: number): PanelsOutcome {
  let best = first;
  let [low, high] = [1, heaviestOf(first)];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const lighter = searchPanels(
      { ...instance, people: instance.people.map((one) => ({ ...one, load: Math.min(one.load, middle) })) },
      { left: Math.ceil(mostTries / 20) },
    );
    if (typeof lighter === 'string') low = middle + 1;
    else {
      best = lighter;
      high = Math.min(middle, heaviestOf(lighter));
    }
  }
  return { found: 'panels', proposed: best, heaviest: heaviestOf(best) };
}

function heaviestOf(proposed: ProposedPanels): number {
  const loads = new Map<string, number>();
  for (const person of [...proposed.values()].flat()) loads.set(person, (loads.get(person) ?? 0) + 1);
  return Math.max(0, ...loads.values());
}

/** Fisher and Yates, from the seed. */
function shuffled<One>(given: readonly One[], random: () => number): One[] {
  const all = [...given];
  for (let last = all.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const [one, two] = [all[last], all[other]];
    if (one === undefined || two === undefined) continue;
    [all[last], all[other]] = [two, one];
  }
  return all;
}
