import { FactFileFault, faultInWords, refusingFaults } from './fact-file-fault.js';
import { Unprocessable } from '../refusal.js';

const fault = (at: number) => ({ file: 'essex.yaml', line: at, text: `fault ${at}.` });

function refusal(reading: () => unknown): Unprocessable {
  try {
    refusingFaults(reading);
  } catch (refused) {
    if (refused instanceof Unprocessable) return refused;
    throw refused;
  }
  throw new Error('nothing was refused');
}

function refusing(count: number): Unprocessable {
  return refusal(() => {
    throw new FactFileFault(Array.from({ length: count }, (_, at) => fault(at + 1)));
  });
}

describe('What is wrong in files of facts', () => {
  it('is told with its file and its line, where it has one', () => {
    expect(faultInWords(fault(12))).toBe('essex.yaml, line 12: fault 12.');
    expect(faultInWords({ ...fault(1), line: null })).toBe('essex.yaml: fault 1.');
  });

  it('is told with its column and the rule that it breaks, where these are known', () => {
    expect(faultInWords({ ...fault(12), column: 3, rule: 'shape' })).toBe(
      'essex.yaml, line 12, column 3 (rule “shape”): fault 12.',
    );
    expect(faultInWords({ ...fault(1), line: null, column: 3, rule: 'readable' })).toBe(
      'essex.yaml (rule “readable”): fault 1.',
    );
  });

  it('names each file once and every fault on a line of its own', () => {
    const thrown = new FactFileFault([fault(1), fault(2), { ...fault(3), file: 'kent.yaml' }]);
    expect(thrown.name).toBe('FactFileFault');
    expect(thrown.message).toBe(
      'essex.yaml, kent.yaml cannot be used:\n- essex.yaml, line 1: fault 1.\n- essex.yaml, line 2: fault 2.\n' +
        '- kent.yaml, line 3: fault 3.',
    );
  });

  it('refuses a form with every fault, up to a hundred and how many more there are', () => {
    expect(refusing(2)).toMatchObject({
      message: expect.stringContaining('Nothing was taken over'),
      issues: [
        { field: 'file', text: 'essex.yaml, line 1: fault 1.' },
        { field: 'file', text: 'essex.yaml, line 2: fault 2.' },
      ],
    });
    expect(refusing(100).issues).toHaveLength(100);
    const { issues } = refusing(103);
    expect(issues).toHaveLength(101);
    expect(issues.at(-1)?.text).toMatch(/^There are 3 more faults/);
  });

  it('lets what was read through, and every other fault', () => {
    expect(refusingFaults(() => 'facts')).toBe('facts');
    expect(() =>
      refusal(() => {
        throw new RangeError('another');
      }),
    ).toThrow(RangeError);
  });
});
