import { createHash } from 'node:crypto';
import type { PanelMember } from '../../review-method/panel/panel-member.js';

const FIRST_LETTER = 65;
const LETTERS = 26;

/** As much of somebody who scored as their letter follows from. */
type Lettered = Pick<PanelMember, 'assignmentId' | 'givenLater'>;

/**
 * A letter for everybody who scored, A for the first. The order comes from a hash, so that it says nothing of who was asked
 * first; whoever joined later comes after the others, so that letters stay the same in every release of a review.
 */
export function reviewerLetters(scored: readonly Lettered[]): ReadonlyMap<string, string> {
  const shuffled = scored
    .map(({ assignmentId, givenLater }) => ({
      id: assignmentId,
      place: `${givenLater ? 1 : 0} ${createHash('sha256').update(`letter of ${assignmentId}`).digest('hex')}`,
    }))
    .sort((one, other) => (one.place < other.place ? -1 : 1));
  return new Map(shuffled.map(({ id }, index) => [id, letter(index)]));
}

function letter(index: number): string {
  const own = String.fromCharCode(FIRST_LETTER + (index % LETTERS));
  return index < LETTERS ? own : `${letter(Math.floor(index / LETTERS) - 1)}${own}`;
}
