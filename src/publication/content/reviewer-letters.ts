import { createHash } from 'node:crypto';
import type { Uuid } from '../../kernel/identifiers.js';

const FIRST_LETTER = 65;
const LETTERS = 26;

/**
 * A letter for each assignment, A for the first. The order comes from a hash, so that it says nothing of who was asked
 * first, and stays the same in every release of a review.
 */
export function reviewerLetters(assignments: Iterable<Uuid>): ReadonlyMap<Uuid, string> {
  const shuffled = [...new Set(assignments)]
    .map((id) => ({ id, place: createHash('sha256').update(`letter of ${id}`).digest('hex') }))
    .sort((one, other) => (one.place < other.place ? -1 : 1));
  return new Map(shuffled.map(({ id }, index) => [id, letter(index)]));
}

function letter(index: number): string {
  const own = String.fromCharCode(FIRST_LETTER + (index % LETTERS));
  return index < LETTERS ? own : `${letter(Math.floor(index / LETTERS) - 1)}${own}`;
}
