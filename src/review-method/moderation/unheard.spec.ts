import { unheardOn, type Speaker } from './unheard.js';

const MADE = { proposedOn: '2026-11-30', confirmBy: '2026-12-07', answers: [] };
const [SILENT, COULD_NOT, NEITHER] = [
  { silent: ['a'], couldNotSpeak: [] },
  { silent: [], couldNotSpeak: ['a'] },
  { silent: [], couldNotSpeak: [] },
];

function speaker(assignmentId: string, change: Partial<Speaker> = {}): Speaker {
  return { assignmentId, became: 'counts', lockedOn: '2026-11-30', leftOn: null, ...change };
}

describe('Who said nothing to a proposal', () => {
  it.each([
    ['was silent, of whoever could speak', {}, SILENT],
    ['was silent, of whoever locked on the last day to speak', { lockedOn: '2026-12-07' }, SILENT],
    ['could not speak, of whoever locked only afterwards', { lockedOn: '2026-12-08' }, COULD_NOT],
    ['could not speak, of whoever had left', { became: 'left', leftOn: '2026-11-30' }, COULD_NOT],
    ['was silent, of whoever left while they could speak', { became: 'left', leftOn: '2026-12-01' }, SILENT],
    ['is not told of whoever’s scores are set aside', { became: 'set-aside' }, NEITHER],
  ] as const)('%s', (_who, change, expected) => {
    expect(unheardOn(MADE, [speaker('a', change)])).toEqual(expected);
  });

  it('is nobody who spoke', () => {
    const spoken = { ...MADE, answers: [{ assignmentId: 'a' }] };
    expect(unheardOn(spoken, [speaker('a'), speaker('b')])).toEqual({ silent: ['b'], couldNotSpeak: [] });
  });
});
