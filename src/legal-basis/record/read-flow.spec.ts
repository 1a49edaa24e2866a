import fc from 'fast-check';
import { flowRecordSchema } from './flow-record.js';
import { readFlow } from './read-flow.js';

describe('reading a record that may be malformed', () => {
  it('keeps every answer that can be read and forgets only the one that cannot', () => {
    expect(
      readFlow({
        title: 'Screening panel',
        startDate: 'October 2016',
        purposeCodes: ['SCREENING_SELECTION', 'SOMETHING_ELSE'],
        assertions: [
          { art6: '6_1_e', validFrom: 20210101, colour: 'blue' },
          'not an assertion',
          { art6: '6_1_z' },
        ],
      }),
    ).toEqual({
      title: 'Screening panel',
      purposeCodes: ['SCREENING_SELECTION'],
      assertions: [{ art6: '6_1_e' }, {}],
    });
  });

  it('forgets one malformed day of a list and not its neighbour', () => {
    expect(readFlow({ dpia: { reviewedOn: ['last spring', '2021-05-01'] } })).toEqual({
      dpia: { reviewedOn: ['2021-05-01'] },
    });
  });

  it('reads anything at all without throwing, and what it returns is a record', () => {
    fc.assert(
      fc.property(
        fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
        (value) => {
          expect(flowRecordSchema.safeParse(readFlow(value)).success).toBe(true);
          expect(flowRecordSchema.safeParse(readFlow({ assertions: value, dpia: value })).success).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});
