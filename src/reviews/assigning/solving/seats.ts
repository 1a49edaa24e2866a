import type { PanelCandidate, Instance, PanelToFill, ProposedPanels } from './instance.js';
import { MaxFlow } from './max-flow.js';

/**
 * How a panel comes to have somebody with lived experience and somebody from outside: `open` demands only the first,
 * `one-person` that one person is both, and `two-people` that two people are.
 */
export type SeatPlan = 'open' | 'one-person' | 'two-people';

/** Who may sit where, and what each panel demands; the order is the order in which people are tried. */
export interface Seating {
  readonly people: readonly PanelCandidate[];
  readonly panels: readonly PanelToFill[];
  readonly maySit: (person: string, panel: string) => boolean;
  readonly planOf: (panel: string) => SeatPlan;
}

/** What could be seated: everybody, or the panels and people on the tight side of a least cut. */
export type Seated =
  | { readonly seated: true; readonly proposed: ProposedPanels }
  | { readonly seated: false; readonly panels: readonly PanelToFill[] };

/** The order in which people are tried, with the pairs that an instance bars. */
export function pairsOf({ barred }: Pick<Instance, 'barred'>): Seating['maySit'] {
  const pairs = new Set(barred.map(({ person, panel }) => `${person} ${panel}`));
  return (person, panel) => !pairs.has(`${person} ${panel}`);
}

/**
 * Seats people by a greatest flow: from each person, as often as they can take a panel, through each pair at most once, to
 * the seats of the panel. For these demands it finds a seating whenever there is one.
 */
export function seat({ people, panels, maySit, planOf }: Seating): Seated {
  const flow = new MaxFlow();
  const [source, sink] = [flow.node(), flow.node()];
  const froms = people.map((person) => {
    const node = flow.node();
    flow.edge(source, node, person.load);
    return { person, node };
  });
  const sent: { panel: string; person: string; much: () => number }[] = [];
  const entries = new Map<PanelToFill, readonly number[]>();
  let wanted = 0;
  for (const panel of panels) {
    const kinds = seatsOf(panel, planOf(panel.id));
    const seats = kinds.map(({ many, fits }) => {
      const node = flow.node();
      flow.edge(node, sink, many);
      wanted += many;
      return { node, fits };
    });
    entries.set(
      panel,
      seats.map(({ node }) => node),
    );
    const open = froms.filter(({ person }) => person.load > 0 && maySit(person.id, panel.id));
    for (const { person, node } of open) {
      const pair = flow.node();
      sent.push({ panel: panel.id, person: person.id, much: flow.edge(node, pair, 1) });
      for (const into of seats.filter(({ fits }) => fits(person))) flow.edge(pair, into.node, 1);
    }
  }
  if (flow.send(source, sink) < wanted) {
    const reached = flow.reachedFrom(source);
    return { seated: false, panels: panels.filter((panel) => isTight(entries.get(panel) ?? [], reached)) };
  }
  return { seated: true, proposed: proposedBy(panels, sent) };
}

function isTight(nodes: readonly number[], reached: readonly boolean[]): boolean {
  return nodes.some((node) => reached[node] !== true);
}

function proposedBy(
  panels: readonly PanelToFill[],
  sent: readonly { readonly panel: string; readonly person: string; readonly much: () => number }[],
): ProposedPanels {
  const seated = new Map<string, string[]>(panels.map(({ id }) => [id, []]));
  for (const { panel, person, much } of sent) if (much() > 0) seated.get(panel)?.push(person);
  return new Map([...seated].map(([panel, people]) => [panel, people.sort()]));
}

interface SeatKind {
  readonly many: number;
  readonly fits: (person: PanelCandidate) => boolean;
}

function seatsOf({ places, needsLivedExperience, needsOutside }: PanelToFill, plan: SeatPlan): SeatKind[] {
  const kinds: SeatKind[] = [];
  if (plan === 'one-person') kinds.push({ many: 1, fits: (one) => one.livedExperience && one.outside });
  else {
    if (needsLivedExperience) kinds.push({ many: 1, fits: (one) => one.livedExperience });
    if (needsOutside && (plan === 'two-people' || !needsLivedExperience))
      kinds.push({ many: 1, fits: (one) => one.outside });
  }
  const others = places - kinds.length;
  if (others > 0) kinds.push({ many: others, fits: () => true });
  return kinds;
}
