import { besideTheRecord, type RecordOfScheme, type SaidByAgency } from './beside-the-record.js';

const AGENCY = 'a';

function record(stateCode: RecordOfScheme['stateCode'], withdrawnOn: string | null = null): RecordOfScheme {
  const organisation = { id: AGENCY, key: 'example-police', name: 'Example Police' };
  const withdrawn = { withdrawnOn, withdrawnBecause: withdrawnOn === null ? null : 'A slip.' };
  const agency = { id: 'x', name: 'Example Police', part: 'POLICE' as const, claimKey: null };
  return { agencies: [{ ...agency, organisation, ...withdrawn }], stateCode, stateAt: '2020-03' };
}

const NOBODY: RecordOfScheme = { agencies: [], stateCode: 'CLOSED', stateAt: null };

describe('What an agency says beside the record of a scheme', () => {
  const cases: readonly (readonly [string, SaidByAgency, RecordOfScheme, readonly boolean[]])[] = [
    ['both say so', { tookPart: 'YES', since: '2018', until: null }, record('LIVE'), [false, false]],
    [
      'it took part, and the record names it not',
      { tookPart: 'YES', since: null, until: '2019' },
      NOBODY,
      [true, false],
    ],
    [
      'it did not, and the record names it',
      { tookPart: 'NO', since: null, until: null },
      record('LIVE'),
      [true, false],
    ],
    [
      'it did not, and the record took it back',
      { tookPart: 'NO', since: null, until: null },
      record('LIVE', '2021-01-01'),
      [false, false],
    ],
    [
      'it goes on, and the record says closed',
      { tookPart: 'YES', since: null, until: null },
      record('CLOSED'),
      [false, true],
    ],
    [
      'it ended, and the record says running',
      { tookPart: 'YES', since: null, until: '2019' },
      record('LIVE'),
      [false, true],
    ],
    [
      'it does not know',
      { tookPart: 'NOT_KNOWN', since: null, until: null },
      record('CLOSED'),
      [false, false],
    ],
  ];

  it.each(cases)('%s', (_, said, of, contradicts) => {
    expect(besideTheRecord(said, of, AGENCY).map((row) => row.contradicts)).toEqual(contradicts);
  });

  it('keeps the words of each', () => {
    const [part, when] = besideTheRecord(
      { tookPart: 'YES', since: '2018', until: '2019' },
      record('LIVE'),
      AGENCY,
    );
    expect(part).toMatchObject({ agency: 'Yes', record: 'Named as: Police' });
    expect(when).toMatchObject({
      agency: 'It ended: from 2018 to 2019',
      record: 'Running, since March 2020',
    });
  });
});
