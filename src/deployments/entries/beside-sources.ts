import { plural } from '../../web/words.js';
import type { ClaimView } from '../claims/claim-view.js';
import type { ClaimTopic } from '../claims/claim-topics.js';

/**
 * What a trust's entries say together, beside what sources say of the same: where one does, nobody is told that nobody has
 * said it, only that the trust has not.
 */
export function besideSources<
  Told extends { readonly known: string | null; readonly unanswered: readonly string[] },
>(told: Told, claims: readonly ClaimView[], topics: readonly ClaimTopic[]): Told {
  const said = claims.filter(
    ({ topic, registeredBy, withdrawnOn }) =>
      registeredBy === 'sources' && withdrawnOn === null && topics.includes(topic),
  );
  if (said.length === 0) return told;
  const speak = `${plural(said.length, 'claim')} of sources ${said.length === 1 ? 'speaks' : 'speak'} of it.`;
  return {
    ...told,
    known: told.known === null ? speak : `${told.known} ${speak}`,
    unanswered: told.unanswered.map((sentence) =>
      sentence.replace(/^Nobody has said/, 'The trust has not said'),
    ),
  };
}
