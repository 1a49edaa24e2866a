import fc from 'fast-check';
import { anyPair, pairOf, type EditionPair } from '../../../test/support/edition-pairs.js';
import { movePreview } from './move-preview.js';
import { knownCriteria, trailOf, type Lineage, type MoveMade, type NextAsking } from './trail.js';
import type { Edition } from '../../frameworks/edition/edition-schema.js';

const [FROM, TO, THIRD] = ['from', 'to', 'third'];

/** A round that asks an edition and never moved. */
function opened(edition: Edition, id = FROM): Lineage {
  const asking = { editionId: id, editionMoveId: null, criteria: edition.criteria.map((one) => one.id) };
  return { asking, moves: [], editions: new Map([[id, edition]]) };
}

function next(edition: Edition, editionId = TO): NextAsking & { readonly edition: Edition } {
  return { edition, editionId, criteria: edition.criteria };
}

/** The round after a move. */
function moved(lineage: Lineage, to: ReturnType<typeof next>, id: string): Lineage {
  const { editionId: fromEditionId, editionMoveId: followsId, criteria: criteriaBefore } = lineage.asking;
  const criteria = to.criteria.map((one) => one.id);
  const move: MoveMade = {
    ...{ id, followsId, standsId: id, fromEditionId, toEditionId: to.editionId },
    ...{ criteriaBefore, criteria, trail: trailOf(lineage, to) },
  };
  return {
    asking: { editionId: to.editionId, editionMoveId: id, criteria },
    moves: [...lineage.moves, move],
    editions: new Map([...lineage.editions, [to.editionId, to.edition]]),
  };
}

function told({ from, to }: EditionPair) {
  return movePreview(opened(from), next(to)).criteria.map(({ sorts, ...line }) => ({
    ...{ was: line.was, becomes: line.becomes, beside: line.beside, into: line.into },
    sorts: [...sorts].sort(),
  }));
}

describe('What becomes of the answers of a round that moves to another edition', () => {
  it('is told by criterion as it was done to the edition, whatever was done', () => {
    fc.assert(
      fc.property(anyPair, (pair) => {
        const always = {
          ...{ was: 'QZ-1', becomes: 'QZ-1', beside: [], into: [], sorts: ['KEPT'] },
        };
        const at = pair.expected.findIndex(({ becomes }) => becomes === null);
        const place = at < 0 ? pair.expected.length : at;
        const expected = pair.expected.map((line) => ({ ...line, sorts: [...line.sorts].sort() }));
        expect(told(pair)).toEqual([...expected.slice(0, place), always, ...expected.slice(place)]);
      }),
      { numRuns: 20 },
    );
  });

  it('loses none: each stands under one code, its own or another, and no two under the same', () => {
    fc.assert(
      fc.property(anyPair, ({ from, to, expected }) => {
        const { first } = trailOf(opened(from), next(to));
        expect(Object.keys(first ?? {})).toEqual(from.criteria.map(({ id }) => id));
        expect(new Set(Object.values(first ?? {})).size).toBe(from.criteria.length);
        for (const { was, becomes } of expected)
          if (was !== null) expect([was, first?.[was]]).toEqual([was, becomes ?? was]);
      }),
      { numRuns: 20 },
    );
  });

  it('comes back to what was retired when a later edition asks it again, under whatever code', () => {
    const { from, to } = pairOf(['keep', 'retire']);
    const kept = moved(opened(from), next(to), 'move-1');
    expect(knownCriteria(kept).get('QA-02')?.isAsked).toBe(false);
    const [, retired] = from.criteria;
    if (!retired) throw new Error('There is a second criterion.');
    const again = { ...to, criteria: [...to.criteria, { ...retired, id: 'QE-02', formerly: ['QA-02'] }] };
    expect(trailOf(kept, next(again, THIRD))).toMatchObject({
      first: { 'QA-01': 'QA-01', 'QA-02': 'QE-02' },
      'move-1': { 'QA-01': 'QA-01' },
    });
    const line = movePreview(kept, next(again, THIRD)).criteria.find(({ becomes }) => becomes === 'QE-02');
    expect(line).toMatchObject({ was: 'QA-02', sorts: ['BACK', 'MOVED'] });
  });

  it('counts again what was answered to the same edition before the round left it', () => {
    const { from, to } = pairOf(['keep', 'add']);
    const there = moved(opened(from), next(to), 'move-1');
    const back = { ...there, asking: opened(from).asking };
    expect(trailOf(back, next(to))).toEqual({
      first: { 'QA-01': 'QA-01', 'QZ-1': 'QZ-1' },
      'move-1': { 'QA-01': 'QA-01', 'QA-02': 'QA-02', 'QZ-1': 'QZ-1' },
    });
  });
});
