import fc from 'fast-check';
import type { FlowContent } from '../../legal-basis/record/flow-content.js';
import { shownTimeline, type ShownTimeline } from './timeline-shown.js';

const TRUST = { orgId: 'trust', name: 'Example Trust' };
const FLOW: FlowContent = { startDate: '2016-10-01', senderOrgId: 'trust', parties: [TRUST] };

describe('The laws that a flow runs through are drawn and said', () => {
  it('each law for its own days, from the first of the flow to its last', () => {
    expect(sentences({ ...FLOW, endDate: '2021-06-30' }).slice(0, 3)).toEqual([
      'From 1 October 2016 to 24 May 2018: Data Protection Act 1998.',
      'From 25 May 2018 to 31 December 2020: EU GDPR with the Data Protection Act 2018.',
      'From 1 January 2021 to 30 June 2021: UK GDPR with the Data Protection Act 2018.',
    ]);
  });

  it('days without a legal basis are a gap, before and after it, in the order of the days', () => {
    const assertions: FlowContent['assertions'] = [
      { controllerOrgId: 'trust', regime: 'GDPR2018', validFrom: '2018-05-25', validTo: '2020-12-31' },
    ];
    const content = { ...FLOW, endDate: '2021-06-30', assertions };
    expect(sentences(content).slice(3)).toEqual([
      'Example Trust: from 1 October 2016 to 24 May 2018, no legal basis recorded.',
      'Example Trust: from 25 May 2018 to 31 December 2020, EU GDPR with the Data Protection Act 2018.',
      'Example Trust: from 1 January 2021 to 30 June 2021, no legal basis recorded.',
    ]);
    expect(drawn(content).finding).toBe(
      'This flow runs across 3 laws, and there are days for which this record does not show a legal basis.',
    );
  });

  it('two legal bases for the same days are an overlap, and one without its first day is said', () => {
    const content: FlowContent = {
      ...{ startDate: '2021-01-01', endDate: '2021-12-31', parties: [TRUST], senderOrgId: 'trust' },
      assertions: [
        { controllerOrgId: 'trust', regime: 'UKGDPR', validFrom: '2021-01-01' },
        {
          controllerOrgId: 'trust',
          regime: 'UKGDPR',
          validFrom: '2021-12-31',
          art6: '6_1_c',
        },
        { controllerOrgId: 'trust' },
      ],
    };
    const said = sentences(content).join('\n');
    expect(said).toContain('Example Trust: on 31 December 2021, two legal bases recorded.');
    expect(said).toContain('Example Trust: a legal basis is recorded without its first day.');
  });

  it('up to the day it is looked at while it goes on, and not at all without a first day or with days that run backwards', () => {
    expect(drawn(FLOW, '2026-11-22').to).toBe('2026-11-22');
    expect(shownTimeline({}, '2026-11-22')).toBeNull();
    expect(shownTimeline({ startDate: '2020-01-01', endDate: '2019-01-01' }, '2026-11-22')).toBeNull();
  });

  it('and every bar lies within the picture, as wide as its days', () => {
    const day = fc.date({ min: new Date('2010-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.tuple(day, day), ([a, b]) => {
        const [startDate = '', endDate = ''] = [a, b].map((date) => date.toISOString().slice(0, 10)).sort();
        const bars = drawn({ ...FLOW, startDate, endDate }).rows.flatMap((row) => row.bars);
        expect(bars.every(({ x, width }) => x >= 0 && width >= 2 && x + width <= 1003)).toBe(true);
        const [law] = drawn({ ...FLOW, startDate, endDate }).rows;
        expect(law?.bars.reduce((sum, { width }) => sum + width, 0)).toBeGreaterThanOrEqual(995);
      }),
      { numRuns: 200 },
    );
  });
});

function drawn(content: FlowContent, today = '2026-11-22'): ShownTimeline {
  const shown = shownTimeline(content, today);
  if (!shown) throw new Error('There is no timeline.');
  return shown;
}

function sentences(content: FlowContent): readonly string[] {
  return drawn(content).sentences;
}
