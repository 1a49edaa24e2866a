import { claimCard } from '../claim-card.js';
import { claimSets } from '../claim-sets.js';
import { TOPIC_HEADINGS } from '../claim-topics.js';
import type { ClaimDrawing } from '../drawing/claim-pictures.js';
import type { PlacedClaim } from './claims.queries.js';

/** A claim as a page shows it that is not the page of its scheme, with the ways to what it is about; its figures as a picture where it is drawn. */
export function placedCard(claim: PlacedClaim, draw?: ClaimDrawing) {
  const schemes = claim.scheme === null ? claim.schemes : [claim.scheme];
  return {
    ...claimCard(claim),
    picture: draw?.(claim) ?? null,
    page: `/claims/${claim.key}`,
    fictional: schemes.some(({ fictional }) => fictional),
    schemes: schemes.map(({ key, title }) => ({
      href: `/deployments/${key}#claim-${claim.key}`,
      text: title,
    })),
    organisations: claim.organisations.map(({ key, name }) => ({
      href: `/organisations/${key}`,
      text: name,
    })),
  };
}

/** Claims topic by topic, those that do not agree side by side, with the ones that a list itself would leave out. */
export function claimsByTopic(
  claims: readonly PlacedClaim[],
  beside: readonly PlacedClaim[],
  draw: ClaimDrawing,
) {
  const all = [...claims, ...beside];
  const cards = new Map(all.map((claim) => [claim.key, placedCard(claim, draw)]));
  const sets = claimSets(all);
  const topics = [...new Set(sets.map(({ topic }) => topic))];
  return topics.map((topic) => ({
    heading: TOPIC_HEADINGS[topic],
    sets: sets
      .filter((set) => set.topic === topic)
      .map((set) => ({
        disagree: set.disagree,
        cards: set.claims.flatMap(({ key }) => cards.get(key) ?? []),
      })),
  }));
}
