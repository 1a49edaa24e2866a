import type { Uuid } from '../../../kernel/identifiers.js';
import { plural, sentenceList } from '../../../web/words.js';
import type { ProposalOfPanels, ReviewOfRound } from '../assigning.queries.js';
import type { ProposedPanel } from '../panel-proposal.entity.js';

/** One panel of a proposal as a page explains it: who, why they, and who was ruled out. */
export interface ShownPanel {
  readonly review: Uuid;
  readonly name: string;
  readonly people: readonly { readonly name: string; readonly why: string }[];
  /** What the people who are there already leave to be filled. */
  readonly needs: string;
  readonly ruledOut: readonly { readonly name: string; readonly why: string }[];
}

/** The panels of a proposal from what it rests on, and from nothing else. */
export function panelsShown(
  { panels, inputs, terms }: ProposalOfPanels,
  reviews: readonly ReviewOfRound[],
  nameOf: (person: Uuid) => string,
): readonly ShownPanel[] {
  const people = new Map(inputs.people.map((person) => [person.id, person]));
  const sitting = loadsOf(panels);
  const why = (id: Uuid): string => {
    const person = people.get(id);
    const before = terms.load - (person?.load ?? 0);
    return [
      ...(person?.livedExperience ? ['lived experience'] : []),
      ...(person?.outside ? ['from outside NHS England'] : []),
      `${plural((sitting.get(id) ?? 0) + before, 'panel')} of ${String(terms.load)} at most`,
    ].join(', ');
  };
  return panels
    .map((panel) => ({
      review: panel.review,
      name: nameOfReview(reviews, panel.review),
      people: panel.people.map((id) => ({ name: nameOf(id), why: why(id) })),
      needs: needsOf(inputs.panels.find(({ id }) => id === panel.review)),
      ruledOut: [
        ...inputs.barred
          .filter((pair) => pair.panel === panel.review)
          .map(({ person, words }) => ({ name: nameOf(person), why: words })),
        ...inputs.people
          .filter(({ load }) => load === 0)
          .map(({ id }) => ({ name: nameOf(id), why: 'takes no more panels' })),
      ],
    }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** The name under which a review is told: its trust, and its scheme where it is known. */
export function nameOfReview(reviews: readonly ReviewOfRound[], id: Uuid): string {
  const found = reviews.find((review) => review.id === id);
  if (!found) return 'A review that you may not read';
  return found.deployment === null ? found.organisation : `${found.organisation}: ${found.deployment}`;
}

function needsOf(panel: ProposalOfPanels['inputs']['panels'][number] | undefined): string {
  if (!panel) return 'Nobody';
  const kinds = [
    ...(panel.needsLivedExperience ? ['lived experience'] : []),
    ...(panel.needsOutside ? ['somebody from outside NHS England'] : []),
  ];
  const many = plural(panel.places, 'person', 'people');
  return kinds.length === 0 ? many : `${many}, with ${sentenceList(kinds)}`;
}

function loadsOf(panels: readonly ProposedPanel[]): ReadonlyMap<Uuid, number> {
  const loads = new Map<Uuid, number>();
  for (const person of panels.flatMap(({ people }) => people))
    loads.set(person, (loads.get(person) ?? 0) + 1);
  return loads;
}
