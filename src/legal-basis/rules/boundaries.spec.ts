import { changed } from '../../../test/support/data-sharing/changed.js';
import { modelFlow } from '../../../test/support/data-sharing/model-flow.js';
import { currentRuleSet } from './all-rules.js';
import { evaluate } from './engine/evaluate.js';
import { readRegister } from './matter/read-register.js';

const register = readRegister({});
const judged = (rule: string, flow: unknown, asAt: string) =>
  evaluate(flow, register, currentRuleSet, asAt).find((result) => result.rule === rule)?.outcome;

/** The same facts, judged on the day itself: a flow that began in October 2016 and goes on. */
const since2016 = changed(modelFlow, { startDate: '2016-10-01', 'assertions[*].validFrom': '2016-10-01' });
/** The same facts on one single day. */
const onOneDay = (day: string, changes: object) =>
  changed(modelFlow, {
    startDate: day,
    endDate: day,
    'assertions[*].validFrom': day,
    'assertions[*].validTo': day,
    ...changes,
  });

describe('25 May 2018: the GDPR and the Data Protection Act 2018', () => {
  it.each([
    ['2018-05-24', 'FAIL'],
    ['2018-05-25', 'PASS'],
    ['2018-05-26', 'PASS'],
  ])('on %s a GDPR basis %ss', (day, outcome) => {
    expect(judged('R-GEN-05', onOneDay(day, { 'assertions[*].regime': 'GDPR2018' }), day)).toBe(outcome);
  });

  it.each([
    ['2018-05-24', 'PASS'],
    ['2018-05-25', 'FAIL'],
    ['2018-05-26', 'FAIL'],
  ])('on %s a basis under the 1998 Act %ss', (day, outcome) => {
    const under1998 = {
      'assertions[*].regime': 'DPA1998',
      'assertions[*].art6': undefined,
      'assertions[*].art9': undefined,
    };
    expect(judged('R-GEN-05', onOneDay(day, under1998), day)).toBe(outcome);
  });

  it.each([
    ['2018-05-24', 'DOES_NOT_APPLY'],
    ['2018-05-25', 'FAIL'],
    ['2018-05-26', 'FAIL'],
  ])('on %s a flow of 2016 that was never re-based: %s', (day, outcome) => {
    expect(judged('R-GEN-06', since2016, day)).toBe(outcome);
  });

  it.each([
    ['2018-05-24', 'DOES_NOT_APPLY'],
    ['2018-05-25', 'FAIL'],
    ['2018-05-26', 'FAIL'],
  ])('on %s a trust that relies on legitimate interests: %s', (day, outcome) => {
    const flow = onOneDay(day, { 'assertions[*].regime': 'GDPR2018', 'assertions[*].art6': '6_1_f' });
    expect(judged('R-A6-02', flow, day)).toBe(outcome);
  });
});

describe('1 January 2021: the UK GDPR', () => {
  it.each([
    ['2020-12-31', 'PASS', 'FAIL'],
    ['2021-01-01', 'FAIL', 'PASS'],
    ['2021-01-02', 'FAIL', 'PASS'],
  ])('on %s the EU GDPR %ss and the UK GDPR %ss', (day, eu, uk) => {
    expect(judged('R-GEN-05', onOneDay(day, { 'assertions[*].regime': 'GDPR2018' }), day)).toBe(eu);
    expect(judged('R-GEN-05', onOneDay(day, { 'assertions[*].regime': 'UKGDPR' }), day)).toBe(uk);
  });

  it.each([
    ['2020-12-31', 'PASS'],
    ['2021-01-01', 'WARN'],
    ['2021-01-02', 'WARN'],
  ])(
    'on %s an EU GDPR basis of 2019 that was left to run on does not lapse, and is to be checked: %s',
    (day, outcome) => {
      const leftAlone = changed(modelFlow, {
        startDate: '2019-01-01',
        'assertions[*].validFrom': '2019-01-01',
        'assertions[*].regime': 'GDPR2018',
      });
      expect(judged('R-GEN-05', leftAlone, day)).toBe(outcome);
    },
  );
});

describe('5 February 2026: the Data (Use and Access) Act 2025', () => {
  const running = changed(modelFlow, {
    startDate: '2021-01-01',
    'assertions[*].validFrom': '2021-01-01',
    'assertions[*].regime': 'UKGDPR',
  });

  it.each([
    ['2026-02-04', 'WARN'],
    ['2026-02-05', 'FAIL'],
    ['2026-02-06', 'FAIL'],
  ])('on %s a trust that borrows another’s task: %s', (day, outcome) => {
    expect(judged('R-A6-06', changed(running, { 'assertions[0].functionHolderOrgId': 'police' }), day)).toBe(
      outcome,
    );
  });

  it.each([
    ['2026-02-04', 'FAIL', 'DOES_NOT_APPLY'],
    ['2026-02-05', 'PASS', 'FAIL'],
    ['2026-02-06', 'PASS', 'FAIL'],
  ])(
    'on %s a recognised legitimate interest is in force: %s, and open to a trust: %s',
    (day, inForce, open) => {
      const regime = day < '2026-02-05' ? 'UKGDPR' : 'UKGDPR_DUAA';
      const flow = onOneDay(day, { 'assertions[*].regime': regime, 'assertions[*].art6': '6_1_ea' });
      expect(judged('R-GEN-05', flow, day)).toBe(inForce);
      expect(judged('R-A6-03', flow, day)).toBe(open);
    },
  );

  it.each([
    ['2026-02-04', 'PASS'],
    ['2026-02-05', 'WARN'],
    ['2026-02-06', 'WARN'],
  ])(
    'on %s a UK GDPR basis that was left to run on does not lapse, and is to be checked: %s',
    (day, outcome) => {
      expect(judged('R-GEN-05', running, day)).toBe(outcome);
    },
  );
});
