import { pairsOf } from './seats.js';
import type { Instance, PanelToFill, ProposedPanels } from './instance.js';

/** What is wrong with one panel, or with one person on it. */
export interface PanelsFault {
  readonly panel: string;
  /** Null where it is about the panel as a whole. */
  readonly person: string | null;
  readonly text: string;
}

/**
 * Everything that keeps panels from being accepted, whoever made them: it looks at each constraint by itself, and knows
 * nothing of how panels are found.
 */
export function faultsOfPanels(instance: Instance, proposed: ProposedPanels): readonly PanelsFault[] {
  const loads = new Map<string, number>();
  const faults: PanelsFault[] = [];
  const known = new Map(instance.panels.map((panel) => [panel.id, panel]));
  for (const [panel, people] of proposed) {
    const found = known.get(panel);
    if (!found) {
      faults.push({ panel, person: null, text: 'this review is not one of yours to fill now' });
      continue;
    }
    faults.push(...faultsOfOne(instance, found, people));
    for (const person of new Set(people)) loads.set(person, (loads.get(person) ?? 0) + 1);
  }
  return [...faults, ...overloaded(instance, proposed, loads)];
}

function faultsOfOne(
  { people, barred }: Instance,
  panel: PanelToFill,
  chosen: readonly string[],
): readonly PanelsFault[] {
  const maySit = pairsOf({ barred });
  const seated = people.filter(({ id }) => chosen.includes(id));
  const about = (person: string | null, text: string): PanelsFault => ({ panel: panel.id, person, text });
  const faults = chosen.flatMap((person, place): PanelsFault[] => {
    if (chosen.indexOf(person) !== place) return [about(person, 'this person is on the panel twice')];
    if (!seated.some(({ id }) => id === person)) return [about(person, 'this person may not be proposed')];
    if (maySit(person, panel.id)) return [];
    return barred
      .filter((pair) => pair.person === person && pair.panel === panel.id)
      .map(({ words }) => about(person, words));
  });
  if (seated.length < panel.fewest) faults.push(about(null, 'a panel needs at least two people who score'));
  if (panel.needsLivedExperience && !seated.some(({ livedExperience }) => livedExperience))
    faults.push(about(null, 'a panel needs somebody with lived experience'));
  if (panel.needsOutside && !seated.some(({ outside }) => outside))
    faults.push(about(null, 'a panel needs somebody from outside NHS England'));
  return faults;
}

function overloaded(
  { people }: Instance,
  proposed: ProposedPanels,
  loads: ReadonlyMap<string, number>,
): readonly PanelsFault[] {
  return people.flatMap(({ id, load }) => {
    const taken = loads.get(id) ?? 0;
    if (taken <= load) return [];
    const panels = [...proposed].flatMap(([panel, chosen]) => (chosen.includes(id) ? [panel] : []));
    const text = `this person would sit on ${String(taken)} of these panels and can take ${String(load)}`;
    return panels.slice(load).map((panel) => ({ panel, person: id, text }));
  });
}
