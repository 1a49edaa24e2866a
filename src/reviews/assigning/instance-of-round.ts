import type { Uuid } from '../../kernel/identifiers.js';
import { canonicalJson } from '../../kernel/canonical-json.js';
import { sha256 } from '../../kernel/sha256.js';
import type { KeptRow, ReviewOfRound, SeatedRow } from './assigning.queries.js';
import type { PanelTerms } from './panel-proposal.entity.js';
import { inOneOrder, type BarReason, type Instance, type PanelToFill } from './solving/instance.js';

/** What the records say of a round, as the panels of it rest on it. */
export interface KnownOfRound {
  /** The reviews that the actor leads and whose scores are not open. */
  readonly reviews: readonly ReviewOfRound[];
  readonly seated: readonly SeatedRow[];
  readonly kept: readonly KeptRow[];
  readonly taken: ReadonlyMap<Uuid, number>;
  /** Who of the people scores as a lived-experience reviewer. */
  readonly livedExperience: ReadonlySet<Uuid>;
}

const FEWEST = 2;

/** The instance that these terms and these records make: panels that need nobody are left out. */
export function instanceOfRound(terms: PanelTerms, known: KnownOfRound): Instance {
  const panels = known.reviews.flatMap((review) => panelOf(review, terms, known.seated));
  return inOneOrder({
    people: terms.people.map((id) => ({
      id,
      livedExperience: known.livedExperience.has(id),
      outside: terms.outside.includes(id),
      load: Math.max(0, terms.load - (known.taken.get(id) ?? 0)),
    })),
    panels,
    barred: known.kept.flatMap(({ person, panel, because, words }) =>
      isAsked(because, terms) && panels.some(({ id }) => id === panel)
        ? [{ person, panel, because, words }]
        : [],
    ),
  });
}

/** The fingerprint of what panels rest on: of its canonical JSON (RFC 8785), in one order. */
export function inputsFingerprint(instance: Instance): string {
  const { people, panels, barred } = inOneOrder(instance);
  return sha256(
    canonicalJson({
      people: people.map(({ id, livedExperience, outside, load }) => ({
        id,
        livedExperience,
        outside,
        load,
      })),
      panels: panels.map(({ id, places, fewest, needsLivedExperience, needsOutside }) => ({
        ...{ id, places, fewest, needsLivedExperience, needsOutside },
      })),
      barred: barred.map(({ person, panel, because, words }) => ({ person, panel, because, words })),
    }),
  );
}

function panelOf({ id }: ReviewOfRound, { size }: PanelTerms, seated: readonly SeatedRow[]): PanelToFill[] {
  const there = seated.filter(
    (one) => one.reviewId === id && one.capacity !== 'lead' && one.clearance !== 'excluded',
  );
  const needsLivedExperience = !there.some(({ capacity }) => capacity === 'lived-experience');
  const needsOutside = !there.some(({ outsideNhsEngland }) => outsideNhsEngland);
  const needed = Number(needsLivedExperience || needsOutside);
  const places = Math.max(size - there.length, needed);
  const fewest = Math.max(FEWEST - there.length, needed);
  return places === 0 ? [] : [{ id, places, fewest, needsLivedExperience, needsOutside }];
}

function isAsked(because: KeptRow['because'], { avoidOwnRegion }: PanelTerms): because is BarReason {
  return because !== 'not-outside' && (because !== 'own-region' || avoidOwnRegion);
}
