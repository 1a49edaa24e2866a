/** Why somebody may not sit on a panel, in the order in which reasons are told where there are several. */
export const BARS = ['had-a-part', 'known-conflict', 'twice-in-a-row', 'own-region'] as const;

/** One such reason. */
export type BarReason = (typeof BARS)[number];

/** Somebody who may be proposed for panels of a round. */
export interface PanelCandidate {
  readonly id: string;
  /** True for somebody who scores as a lived-experience reviewer. */
  readonly livedExperience: boolean;
  /** True when neither NHS England nor a body that took over its functions employs the person. */
  readonly outside: boolean;
  /** How many more panels the person can take. */
  readonly load: number;
}

/** A review whose panel is to be filled. */
export interface PanelToFill {
  readonly id: string;
  /** How many more people it is to have. */
  readonly places: number;
  /** How many more people it needs at the least. */
  readonly fewest: number;
  /** True where nobody on it has lived experience yet. */
  readonly needsLivedExperience: boolean;
  /** True where nobody on it is from outside NHS England yet. */
  readonly needsOutside: boolean;
}

/** That somebody may not sit on one panel. */
export interface BarredPair {
  readonly person: string;
  readonly panel: string;
  readonly because: BarReason;
  /** The same in words: a clause that follows “because”. */
  readonly words: string;
}

/** All that a proposal rests on. Whoever has it and the seed comes to the same proposal. */
export interface Instance {
  readonly people: readonly PanelCandidate[];
  readonly panels: readonly PanelToFill[];
  readonly barred: readonly BarredPair[];
}

/** Who would sit on each panel, both by id. */
export type ProposedPanels = ReadonlyMap<string, readonly string[]>;

/** The same instance in one order, whatever order its rows came in. */
export function inOneOrder({ people, panels, barred }: Instance): Instance {
  return {
    people: [...people].sort(byId),
    panels: [...panels].sort(byId),
    barred: [...barred].sort((one, other) => (pairKey(one) < pairKey(other) ? -1 : 1)),
  };
}

function byId(one: { readonly id: string }, other: { readonly id: string }): number {
  return one.id < other.id ? -1 : 1;
}

function pairKey({ person, panel, because }: BarredPair): string {
  return `${person} ${panel} ${because}`;
}
