import { agreementExists, agreementsOf } from './agreements.js';
import { hasRoute } from './confidentiality.js';
import { COMPLAINTS_DAY, DUAA_DAY, GDPR_DAY, POSITION_DAY } from './law-days.js';
import { hasSignOff, signOffsOf } from './sign-offs.js';

describe('The agreements of a flow', () => {
  const flow = {
    controllership: {
      agreements: [{ id: 'a', type: 'DSA' as const }, { id: 'b', type: 'ART28' as const }, { id: 'c' }],
    },
  };

  it('are found by their kind', () => {
    expect(agreementsOf(flow, 'DSA').map(({ id }) => id)).toEqual(['a']);
    expect(agreementsOf(flow, 'ART26')).toEqual([]);
    expect(agreementsOf({}, 'DSA')).toEqual([]);
    expect(agreementsOf({ controllership: {} }, 'DSA')).toEqual([]);
  });

  it('are there, are not, or are not known where nothing is said of them', () => {
    expect([agreementExists(flow, 'ART28'), agreementExists(flow, 'ART26')]).toEqual([true, false]);
    expect(agreementExists({ controllership: { agreements: [] } }, 'DSA')).toBe(false);
    expect([agreementExists({}, 'DSA'), agreementExists({ controllership: {} }, 'DSA')]).toEqual([
      null,
      null,
    ]);
  });
});

describe('The sign-offs of a flow', () => {
  const flow = {
    signoffs: [
      { role: 'DPO' as const, userId: 'a' },
      { role: 'EXEC_APPROVER' as const, userId: 'b' },
    ],
  };

  it('are found by their role, and not known where nothing is said of them', () => {
    expect(signOffsOf(flow, 'DPO').map(({ userId }) => userId)).toEqual(['a']);
    expect(signOffsOf({}, 'DPO')).toEqual([]);
    expect([hasSignOff(flow, 'DPO'), hasSignOff(flow, 'CALDICOTT_GUARDIAN'), hasSignOff({}, 'DPO')]).toEqual([
      true,
      false,
      null,
    ]);
    expect(hasSignOff({ signoffs: [] }, 'DPO')).toBe(false);
  });
});

describe('The route through confidentiality', () => {
  it('is the one that is asserted', () => {
    const flow = { confidentiality: { route: 'S251' as const } };
    expect([hasRoute(flow, 'BEST_INTERESTS', 'S251'), hasRoute(flow, 'BEST_INTERESTS')]).toEqual([
      true,
      false,
    ]);
    expect([hasRoute({}, 'S251'), hasRoute({ confidentiality: { route: 'NOT_KNOWN' } }, 'S251')]).toEqual([
      false,
      null,
    ]);
  });
});

describe('The days on which the law changed', () => {
  it('are those of legal-basis.md §3.1 and sim.md §1.6', () => {
    expect({ GDPR_DAY, DUAA_DAY, COMPLAINTS_DAY, POSITION_DAY }).toEqual({
      GDPR_DAY: '2018-05-25',
      DUAA_DAY: '2026-02-05',
      COMPLAINTS_DAY: '2026-06-19',
      POSITION_DAY: '2023-03-10',
    });
  });
});
