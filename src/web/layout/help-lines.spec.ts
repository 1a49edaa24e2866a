import { FactFileFault } from '../../kernel/fact-files/fact-file-fault.js';
import { readHelpLines } from './help-lines.js';

describe('The lines that a person can turn to now', () => {
  it('are those of which the number, the hours and the rule on calling others were seen, 999 and the ways to it first', () => {
    expect(readHelpLines().lines.map(({ action, hours }) => [action, hours])).toEqual([
      ['Call 999', null],
      ['Use 999 BSL', 'at any hour'],
      ['Text 999', null],
      ['Dial 18000', null],
      ['Call 116 123', 'at any hour'],
      ['Call 111 and choose option 2', 'at any hour'],
      ['Text SHOUT to 85258', 'at any hour'],
      ['Call 0808 115 1505', 'from 8pm to midnight, on Saturdays and Sundays from 4pm'],
    ]);
  });

  it('each say who may come, an ambulance or the police among them, and where that was read', () => {
    for (const { whoMayCome, inShort, sources } of readHelpLines().lines) {
      expect(`${whoMayCome} ${inShort}`).toMatch(/ambulance|police/);
      expect(sources.length).toBeGreaterThan(0);
    }
  });

  it.each(['numberBasis', 'hoursBasis', 'policyBasis'])(
    'are fewer where the %s is general knowledge',
    (fact) => {
      expect(readHelpLines(aFile({})).lines).toHaveLength(1);
      expect(readHelpLines(aFile({ [fact]: 'knowledge' })).lines).toEqual([]);
      expect(readHelpLines(aFile({ [fact]: 'not_found' })).lines).toEqual([]);
    },
  );

  it('do not show hours that were not seen, of the emergency services either', () => {
    const [line] = readHelpLines(aFile({ kind: 'emergency', hoursBasis: 'knowledge' })).lines;
    expect(line).toMatchObject({ hours: null });
  });

  it('are refused when a source is not named or words are missing, each fault told', () => {
    expect(() => readHelpLines(aFile({ sources: '[nobody]', inShort: undefined }))).toThrow(
      new FactFileFault([
        {
          file: 'register/help-lines.yaml',
          line: 7,
          text: 'listeners names the source nobody, which is not there',
        },
        {
          file: 'register/help-lines.yaml',
          line: null,
          text: 'listeners was seen, and lacks words that a page needs',
        },
      ]),
    );
  });
});

function aFile(changed: Readonly<Record<string, string | undefined>>): string {
  const line: Readonly<Record<string, string | undefined>> = {
    ...{
      id: 'listeners',
      kind: 'listening',
      name: 'Listeners',
      action: 'Call 1',
      href: 'tel:1',
      number: "'1'",
    },
    ...{ numberBasis: 'seen', hours: 'at noon', hoursBasis: 'seen_secondary', policyBasis: 'seen' },
    ...{ whoAnswers: 'People.', whoMayCome: 'Nobody.', inShort: 'Nobody comes.', sources: '[page]' },
    ...changed,
  };
  const written = Object.entries(line).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${value}`],
  );
  return `
edition: '2026-11-30'
compiled: here
owner: concern handlers
checked: null
lines:
  - ${written.join('\n    ')}
sources:
  page: { address: 'https://example.org/', dated: null }
`;
}
