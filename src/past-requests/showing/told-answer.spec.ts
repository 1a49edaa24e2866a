import type { AskedTrust, SaidAnswer } from './past-requests.queries.js';
import { toldAnswer, toldTrusts } from './told-answer.js';

const said = (kind: SaidAnswer['kind'], organisationId: string | null = 'vale'): SaidAnswer => ({
  ...{ key: kind.toLowerCase(), kind, statement: 'A source says something.', dated: '2021-07', asOf: null },
  ...{ sources: [], confidence: 'A', cautions: [], organisationId, organisation: null },
});

const trust = (different: Partial<AskedTrust> = {}): AskedTrust => ({
  ...{ organisationId: 'vale', listAsOf: '2021-05', nameThen: null, gave: 'MENTAL_HEALTH', sources: [] },
  ...{ confidence: 'A', thenConfidence: 'inference', note: null },
  ...{ key: 'vale', name: 'Vale NHS Trust', odsCode: null, closedOn: null, merged: [], now: [] },
  ...different,
});

const onlyOne = (different: Partial<AskedTrust>) => toldTrusts([trust(different)], [])[0];

describe('What is known of the answer of a trust that was asked', () => {
  it('is no more than that none is known, where no source tells of one', () => {
    expect(toldAnswer('MENTAL_HEALTH', [])).toEqual({
      standing: 'NOT_KNOWN',
      words: 'Not known to have answered; no answer was found in the sources read',
      said: [],
    });
  });

  it.each([
    ['ANSWERED', 'Answered, July 2021'],
    ['IN_PART', 'Answered in part, July 2021'],
    ['REFUSED', 'Refused, July 2021'],
  ] as const)('is what a source tells of: %s', (kind, words) => {
    expect(toldAnswer('MENTAL_HEALTH', [said('ELSEWHERE'), said(kind)])).toMatchObject({
      standing: 'KNOWN',
      words,
    });
  });

  it.each(['ELSEWHERE', 'LATE'] as const)('and %s is no answer', (kind) => {
    expect(toldAnswer('MENTAL_HEALTH', [said(kind)])).toMatchObject({
      standing: 'NOT_KNOWN',
      said: [{ kind }],
    });
  });

  it('and of a trust that gave mental health services among others it is not known whether it was asked', () => {
    expect(toldAnswer('AMONG_OTHERS', [])).toMatchObject({ standing: 'NOT_KNOWN_TO_BE_ASKED' });
  });

  it('belongs to the trust that the source names, and to none where it names nobody', () => {
    const [told] = toldTrusts([trust()], [said('ANSWERED', null), said('ANSWERED', 'other')]);
    expect(told?.answer.standing).toBe('NOT_KNOWN');
  });
});

describe('What became of a trust', () => {
  it.each([
    [{}, ['The same trust', ['vale']]],
    [{ nameThen: 'Old Vale NHS Trust' }, ['Now called Vale NHS Trust', ['vale']]],
    [{ closedOn: '2024-09-30' }, ['Closed on 30 September 2024; who followed is not recorded', []]],
    [
      {
        closedOn: '2024-09-30',
        merged: [{ key: 'mid', name: 'Mid Trust', tookPlace: '2024-10', source: 'X', confidence: 'B' }],
        now: [{ key: 'end', name: 'End Trust' }],
      },
      ['Taken over by Mid Trust, October 2024, reference being checked', ['end']],
    ],
  ] as const)('is told from the successions of the register: %#', (different, [words, keys]) => {
    const told = onlyOne(different);
    expect([told?.nowInWords, told?.now.map(({ key }) => key)]).toEqual([words, keys]);
  });

  it('and what its type rests on says what is inferred', () => {
    expect(onlyOne({})?.restsOn).toContain('That it was so in May 2021 is inferred.');
    expect(onlyOne({ thenConfidence: 'A' })?.restsOn).not.toContain('inferred');
  });
});
