import fc from 'fast-check';
import type { GivenScore } from '../scoring/locked-content.js';
import { becameOf, countingScores, judgedScores } from './became-of.js';
import { faultsWhenAllLock, panelFaults } from './panel-faults.js';
import { CLEARANCES, type PanelMember } from './panel-member.js';

function member(assignmentId: string, change: Partial<PanelMember> = {}): PanelMember {
  return {
    assignmentId,
    capacity: 'reviewer',
    outsideNhsEngland: false,
    givenLater: false,
    clearance: 'clear',
    assignedOn: '2026-08-03',
    lockedOn: '2026-09-01',
    endedOn: null,
    endReason: null,
    exclusion: null,
    ...change,
  };
}

function scoreOf(assignmentId: string): GivenScore {
  return {
    assignmentId,
    criterion: 'SIM-POL-01',
    seq: 1,
    score: '2',
    grade: 'B',
    confidence: 'high',
    rationale: 'Because.',
    evidenceIds: [],
  };
}

const INSIDE = member('a');
const LIVED = member('b', { outsideNhsEngland: true, capacity: 'lived-experience' });
const EXCLUDED = { clearance: 'excluded' } as const;
const LEFT = { endedOn: '2026-09-10', endReason: 'Fell ill.' };

function codes(...panel: readonly PanelMember[]): string[] {
  return panelFaults(panel).map(({ code }) => code);
}

describe('What becomes of locked scores', () => {
  it.each([
    ['counts, of whoever takes part', {}, 'counts'],
    ['counts, of whoever joined later', { givenLater: true }, 'counts'],
    ['counts on when they leave: nobody’s scores vanish by ending their part', LEFT, 'left'],
    ['is set aside only by an exclusion', EXCLUDED, 'set-aside'],
    ['is set aside of whoever is excluded and then leaves', { ...EXCLUDED, ...LEFT }, 'set-aside'],
    ['counts while an interest is not decided about', { clearance: 'undecided' }, 'counts'],
    ['is nothing of whoever locked none', { lockedOn: null }, null],
    ['is nothing of whoever left before locking', { lockedOn: null, ...LEFT }, null],
    ['is nothing of whoever leads', { capacity: 'lead' }, null],
  ] as const)('%s', (_what, change, expected) => {
    expect(becameOf(member('a', change))).toBe(expected);
  });

  it('is said of every locked score, and of no other yet', () => {
    const panel = [INSIDE, member('b', EXCLUDED), member('c', LEFT), member('d', { lockedOn: null })];
    const judged = judgedScores(
      panel,
      ['a', 'b', 'c', 'd', 'e'].map((id) => scoreOf(id)),
    );
    expect(judged.map(({ assignmentId, became }) => [assignmentId, became])).toEqual([
      ['a', 'counts'],
      ['b', 'set-aside'],
      ['c', 'left'],
      ['d', null],
      ['e', null],
    ]);
    expect(countingScores(judged).map(({ assignmentId }) => assignmentId)).toEqual(['a', 'c']);
  });

  it('says of whoever joined later that their scores were given later', () => {
    const judged = judgedScores([INSIDE, member('b', { givenLater: true })], [scoreOf('a'), scoreOf('b')]);
    expect(judged.map(({ givenLater }) => givenLater)).toEqual([false, true]);
  });
});

describe('A panel is independent and complete', () => {
  it('with two whose scores count, one from outside and one with lived experience, who may be one person', () => {
    expect(codes(INSIDE, LIVED)).toEqual([]);
    expect(codes(INSIDE, LIVED, member('lead', { capacity: 'lead', lockedOn: null }))).toEqual([]);
  });

  it.each([
    ['alone', [LIVED], ['TOO_FEW']],
    ['all from NHS England', [INSIDE, { ...LIVED, outsideNhsEngland: false }], ['NOBODY_OUTSIDE']],
    ['nobody with lived experience', [INSIDE, { ...LIVED, capacity: 'reviewer' }], ['NO_LIVED_EXPERIENCE']],
    ['nobody', [], ['TOO_FEW', 'NOBODY_OUTSIDE', 'NO_LIVED_EXPERIENCE']],
    [
      'not when the one with lived experience is excluded',
      [INSIDE, member('c'), { ...LIVED, ...EXCLUDED }],
      ['NOBODY_OUTSIDE', 'NO_LIVED_EXPERIENCE'],
    ],
    ['still when one has left: their scores count', [INSIDE, { ...LIVED, ...LEFT }], []],
    ['still when somebody else is excluded', [INSIDE, LIVED, member('c', EXCLUDED)], []],
    [
      'not while somebody has not declared',
      [INSIDE, LIVED, member('c', { clearance: 'undeclared', lockedOn: null })],
      ['NOT_DECLARED', 'NOT_LOCKED'],
    ],
    [
      'not while an interest waits',
      [INSIDE, LIVED, member('c', { clearance: 'undecided' })],
      ['NOT_DECIDED'],
    ],
    [
      'not while the interest of somebody who left waits, if their scores count',
      [INSIDE, LIVED, member('c', { clearance: 'undecided', ...LEFT })],
      ['NOT_DECIDED'],
    ],
    [
      'not while the interest of whoever leads it waits',
      [INSIDE, LIVED, member('c', { capacity: 'lead', clearance: 'undecided', lockedOn: null })],
      ['NOT_DECIDED'],
    ],
    ['not before all have locked', [INSIDE, LIVED, member('c', { lockedOn: null })], ['NOT_LOCKED']],
    [
      'without waiting for whoever left or was excluded',
      [INSIDE, LIVED, member('c', { lockedOn: null, ...LEFT }), member('d', { lockedOn: null, ...EXCLUDED })],
      [],
    ],
  ] as const)('%s', (_what, panel, expected) => {
    expect(codes(...panel)).toEqual(expected);
    for (const { sentence } of panelFaults(panel)) expect(sentence).toMatch(/^[A-Z].+\.$/);
  });

  it('when all lock who are to: what is missing even then is mended by somebody who joins', () => {
    const waiting = { ...LIVED, lockedOn: null };
    expect(faultsWhenAllLock([INSIDE, waiting])).toEqual([]);
    for (const change of [{ clearance: 'undecided' }, EXCLUDED, LEFT] as const)
      expect(faultsWhenAllLock([INSIDE, { ...waiting, ...change }])).not.toEqual([]);
  });

  it('as long as nobody is excluded, whoever leaves: ending somebody’s part changes no number', () => {
    const panel = fc.array(
      fc.record({
        clearance: fc.constantFrom(...CLEARANCES),
        locked: fc.boolean(),
        outsideNhsEngland: fc.boolean(),
        lived: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(panel, fc.nat(), (drawn, who) => {
        const members = drawn.map(({ clearance, locked, outsideNhsEngland, lived }, place) =>
          member(String(place), {
            clearance,
            outsideNhsEngland,
            capacity: lived ? 'lived-experience' : 'reviewer',
            ...(!locked && { lockedOn: null }),
          }),
        );
        const scores = members.map(({ assignmentId }) => scoreOf(assignmentId));
        const after = members.map((one, place) =>
          place === who % members.length ? { ...one, ...LEFT } : one,
        );
        const counted = (of: readonly PanelMember[]): string[] =>
          countingScores(judgedScores(of, scores)).map(({ assignmentId }) => assignmentId);
        expect(counted(after)).toEqual(counted(members));
      }),
    );
  });
});
