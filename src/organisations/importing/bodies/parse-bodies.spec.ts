import { readFileSync } from 'node:fs';
import { YamlText } from '../../../kernel/fact-files/yaml-file.js';
import { parseBodies } from './parse-bodies.js';

const bodiesIn = (yaml: string) => parseBodies(new YamlText('other-bodies.yaml', yaml));
const bodies = bodiesIn(readFileSync('register/organisations/other-bodies.yaml', 'utf8'));
const body = (key: string) => bodies.find((one) => one.key === key);

const two = (first: string, second = ''): string => `
bodies:
  - { key: first-body, name: First (fictional), type: CHARITY, sources: ['1'], confidence: A, ${first} }
  - { key: second-body, name: Second (fictional), type: CHARITY, sources: [], confidence: B, ${second} }
`;

describe('Bodies that the trust file does not hold', () => {
  it('tell the three bodies called HIN apart', () => {
    const called = bodies.filter(({ aliases }) => aliases.some(({ name }) => name === 'HIN'));
    expect(called.map(({ label }) => label).sort()).toEqual(['HIN_LTD', 'HIN_NATIONAL', 'HIN_SOUTH_LONDON']);
  });

  it('keep what has ended, with its date', () => {
    expect(String(body('high-intensity-network')?.to?.date)).toBe('2 June 2021');
    expect(String(body('stopsim-coalition')?.to?.date)).toBe('18 May 2023');
    expect(body('stopsim-coalition')?.successors).toEqual([]);
  });

  it('can be followed in both directions', () => {
    expect(body('ahsn-network')?.successors[0]).toMatchObject({ body: 'the-health-innovation-network' });
    expect(body('the-health-innovation-network')?.predecessors).toMatchObject([{ body: 'ahsn-network' }]);
    expect(body('camden-and-islington')?.successors[0]).toMatchObject({ ods: 'G6V2S', planned: false });
  });

  it('say of NHS England only that a successor is proposed', () => {
    expect(body('nhs-england')?.successors).toMatchObject([{ body: 'dhsc', planned: true, date: null }]);
  });

  it('without a source are marked as general knowledge', () => {
    expect(bodies.filter(({ sources, confidence }) => sources.length === 0 && confidence !== 'B')).toEqual(
      [],
    );
  });

  it('are read when nothing is wrong', () => {
    expect(bodiesIn(two('aliases: [{ name: One, kind: SHORT }]'))).toHaveLength(2);
  });

  const link = 'date: null, sources: [], confidence: B';
  it.each([
    [two('').replace('second-body', 'first-body'), /first-body: is used twice/],
    [two('').replace("sources: ['1']", 'sources: []'), /marked as seen in a source, and names none/],
    [two("to: { date: '2020', sources: [], confidence: A }"), /marked as seen in a source, and names none/],
    [two(`successors: [{ body: third-body, ${link} }]`), /there is no body third-body/],
    [two(`successors: [{ body: first-body, ${link} }]`), /is linked to itself/],
    [two(`successors: [{ ${link} }]`), /either a body or an ODS code/],
    [two('', 'aliases: [{ name: FIRST (fictional), kind: SHORT }]'), /shares the name "first \(fictional\)"/],
    [two('type: SHOP').replace('type: CHARITY, ', ''), /bodies.0.type/],
    [two('nickname: One'), /line 3: bodies.0: “nickname” is no part of this/],
    [
      two(
        "from: { date: '2021', sources: ['1'], confidence: A }, to: { date: '2020-05', sources: ['1'], confidence: A }",
      ),
      /ends before it begins/,
    ],
  ])('are refused with a reason: %#', (text, reason) => {
    expect(() => bodiesIn(text)).toThrow(reason);
  });
});
