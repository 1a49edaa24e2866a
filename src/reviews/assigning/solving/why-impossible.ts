import { BARS, type BarReason, type PanelCandidate, type Instance, type PanelToFill } from './instance.js';
import { isPossible } from './search-panels.js';
import { pairsOf, seat, type Seating } from './seats.js';

/** What panels need and cannot have. `together` where each alone could be had, and not all at once. */
export type Need = 'lived-experience' | 'outside' | 'people' | 'together';

/** The constraint that cannot hold, with numbers that anybody can count again. */
export interface Impossible {
  readonly need: Need;
  /** The panels that need it, all of them. */
  readonly panels: readonly string[];
  /** How many places they need between them, and how many the people who may sit there can take. */
  readonly places: number;
  readonly available: number;
  /** The people who may sit on any of these panels and are of the kind that is needed. */
  readonly people: readonly string[];
  /**
   * A smallest set of these panels for which it cannot hold either: with any one of them left out it could. Null where
   * it would take too long to know.
   */
  readonly smallest: readonly string[] | null;
  /** What else stands in the way: without any one of these it could hold. */
  readonly because: readonly ('load' | BarReason)[];
}

const TRIES = 400;

/** Says which constraint cannot hold, of an instance for which there are no panels. */
export function whyImpossible(instance: Instance): Impossible {
  for (const need of ['lived-experience', 'outside', 'people'] as const) {
    const tight = tightPanels(instance, need);
    if (tight !== null) return told(instance, need, tight);
  }
  return toldTogether(instance);
}

function told(
  instance: Instance,
  need: Exclude<Need, 'together'>,
  panels: readonly PanelToFill[],
): Impossible {
  const fails = (some: Instance): boolean => tightPanels(some, need) !== null;
  return {
    need,
    panels: idsOf(panels),
    ...counted(instance, need, panels),
    smallest: idsOf(smallestOf(panels, (some) => fails({ ...instance, panels: some }))),
    because: reasons({ ...instance, panels }, fails),
  };
}

function toldTogether(instance: Instance): Impossible {
  const fails = (some: Instance): boolean => isPossible(some, TRIES) === false;
  const { panels } = instance;
  return {
    need: 'together',
    panels: idsOf(panels),
    ...counted(instance, 'people', panels),
    smallest: fails(instance)
      ? idsOf(smallestOf(panels, (some) => fails({ ...instance, panels: some })))
      : null,
    because: reasons(instance, fails),
  };
}

/** The panels on the tight side of a least cut where the need alone cannot be met; null where it can. */
function tightPanels(instance: Instance, need: Exclude<Need, 'together'>): readonly PanelToFill[] | null {
  const seated = seat(seatingFor(instance, need));
  if (seated.seated) return null;
  const tight = new Set(seated.panels.map(({ id }) => id));
  return instance.panels.filter(({ id }) => tight.has(id));
}

function seatingFor({ people, panels, barred }: Instance, need: Exclude<Need, 'together'>): Seating {
  return {
    people: people.filter((person) => isOfKind(person, need)),
    panels: panels.flatMap((panel) => {
      const places = placesOf(panel, need);
      return places === 0 ? [] : [{ ...panel, places, needsLivedExperience: false, needsOutside: false }];
    }),
    maySit: pairsOf({ barred }),
    planOf: () => 'open',
  };
}

function counted(
  { people, barred }: Instance,
  need: Exclude<Need, 'together'>,
  panels: readonly PanelToFill[],
): Pick<Impossible, 'places' | 'available' | 'people'> {
  const maySit = pairsOf({ barred });
  const open = people
    .filter((person) => isOfKind(person, need))
    .map((person) => ({
      id: person.id,
      most: Math.min(person.load, panels.filter(({ id }) => maySit(person.id, id)).length),
    }))
    .filter(({ most }) => most > 0);
  return {
    places: panels.reduce((sum, panel) => sum + placesOf(panel, need), 0),
    available: open.reduce((sum, { most }) => sum + most, 0),
    people: open.map(({ id }) => id),
  };
}

/**
 * A set of which nothing can be left out, of panels for which it cannot hold: halves are tried before single panels
 * (QuickXplain, Junker 2004), so that few of many panels are found by few questions.
 */
function smallestOf(
  panels: readonly PanelToFill[],
  fails: (some: readonly PanelToFill[]) => boolean,
): readonly PanelToFill[] {
  const within = (
    kept: readonly PanelToFill[],
    wasAdded: boolean,
    rest: readonly PanelToFill[],
  ): readonly PanelToFill[] => {
    if (wasAdded && fails(kept)) return [];
    if (rest.length <= 1) return rest;
    const [front, back] = [rest.slice(0, rest.length >> 1), rest.slice(rest.length >> 1)];
    const ofBack = within([...kept, ...front], true, back);
    const ofFront = within([...kept, ...ofBack], ofBack.length > 0, front);
    return [...ofBack, ...ofFront];
  };
  return within([], false, panels);
}

function reasons(instance: Instance, fails: (some: Instance) => boolean): readonly ('load' | BarReason)[] {
  const free = instance.people.map((one) => ({ ...one, load: instance.panels.length }));
  const without = (bar: BarReason): Instance => ({
    ...instance,
    barred: instance.barred.filter(({ because }) => because !== bar),
  });
  return [
    ...(fails({ ...instance, people: free }) ? [] : (['load'] as const)),
    ...BARS.filter((bar) => !fails(without(bar))),
  ];
}

function idsOf(panels: readonly PanelToFill[]): readonly string[] {
  return panels.map(({ id }) => id).sort();
}

function isOfKind({ livedExperience, outside }: PanelCandidate, need: Exclude<Need, 'together'>): boolean {
  return need === 'people' || (need === 'outside' ? outside : livedExperience);
}

function placesOf(panel: PanelToFill, need: Exclude<Need, 'together'>): number {
  if (need === 'people') return panel.places;
  return Number(need === 'outside' ? panel.needsOutside : panel.needsLivedExperience);
}
