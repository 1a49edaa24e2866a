import { z } from 'zod';
import { FactFileFault, type FactFault } from './fact-file-fault.js';
import { namesUsedTwice, partialDateSchema, slugSchema, YamlText } from './yaml-file.js';

const shape = z.strictObject({ name: slugSchema, count: z.int() });
const read = (text: string | Uint8Array) => new YamlText('a.yaml', text).as(shape);

function faultsOf(reading: () => unknown): readonly FactFault[] {
  try {
    reading();
    return [];
  } catch (fault) {
    if (fault instanceof FactFileFault) return fault.faults;
    throw fault;
  }
}

describe('A file of facts', () => {
  it('is read when it has the shape, with a byte-order mark too', () => {
    expect(read('name: one-two\ncount: 3')).toEqual({ name: 'one-two', count: 3 });
    expect(read(Buffer.from('\uFEFFname: one-two\ncount: 3'))).toEqual({ name: 'one-two', count: 3 });
  });

  it('is refused with every fault, its line and what to do', () => {
    expect(faultsOf(() => read('name: One\ncount: 1.5\nkount: 2'))).toEqual([
      { file: 'a.yaml', line: 1, text: 'name: is not a name like leicestershire-police.' },
      { file: 'a.yaml', line: 2, text: 'count: must be a whole number.' },
      { file: 'a.yaml', line: 3, text: '“kount” is no part of this. Mend its name or take it out.' },
    ]);
  });

  it('tells what is missing at the line of what it is missing from', () => {
    const nested = z.strictObject({
      list: z.array(z.strictObject({ a: z.string(), b: z.enum(['X', 'Y']) })),
    });
    const text = 'list:\n  - { a: one, b: X }\n  -\n    b: Z\n  - a: 3\n    b: Y\n';
    expect(
      faultsOf(() => new YamlText('a.yaml', text).as(nested)).map(({ line, text: said }) => [line, said]),
    ).toEqual([
      [4, 'list.1.a: is missing. Add it.'],
      [4, 'list.1.b: must be one of: X, Y.'],
      [5, 'list.2.a: must be text; put it in quotes where it looks like a number or a date.'],
    ]);
  });

  it('finds the line behind an alias too', () => {
    const twice = z.strictObject({ a: shape, b: shape });
    const faults = faultsOf(() =>
      new YamlText('a.yaml', 'a: &one\n  name: ONE\n  count: 1\nb: *one').as(twice),
    );
    expect(faults.map(({ line }) => line)).toEqual([2, 2]);
  });

  it.each([
    ['name: one\ncount: x', 'a.yaml cannot be used:\n- a.yaml, line 2: count: '],
    ['- one', 'a.yaml cannot be used:\n- a.yaml: file: must be a group of named values.'],
    ['name: [', 'a.yaml, line 1, column 8: is not YAML here: Flow sequence in block collection must be'],
    ['name: a\nname: b\ncount: 1', 'a.yaml, line 2, column 1: is not YAML here: Map keys must be unique'],
    [
      'name: a\n---\nname: b\n',
      'a.yaml, line 2, column 1: is not YAML here: A second document begins with ---',
    ],
    ['', 'a.yaml: file: must be a group of named values.'],
  ])('%j is refused with the file, the line and what is wrong', (text, words) => {
    expect(() => read(text)).toThrow(words);
  });

  it('is refused when it is no text, or would grow beyond measure', () => {
    expect(() => read(Buffer.from([0x6e, 0xe9, 0x0a]))).toThrow(
      'a.yaml: is not text in UTF-8. Save it as UTF-8.',
    );
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefgh'.split('').map((name, at) => {
        const last = 'abcdefg'[at] ?? '';
        return `${name}: &${name} [${Array<string>(9).fill(`*${last}`).join(',')}]`;
      }),
    ].join('\n');
    expect(() => read(bomb)).toThrow('repeats itself by * too often');
  });

  it.each(['one', 'one-2', 'one-two-three'])('may name a thing %s', (name) => {
    expect(slugSchema.safeParse(name).success).toBe(true);
  });

  it.each(['One', 'one-', '-one', 'one--two', 'one two', ''])('may not name a thing "%s"', (name) => {
    expect(slugSchema.safeParse(name).success).toBe(false);
  });

  it('holds dates as closely as their source gives them', () => {
    expect(String(partialDateSchema.parse('2018-autumn'))).toBe('autumn 2018');
    expect(partialDateSchema.safeParse('2018-13').error?.issues[0]?.message).toMatch(
      /^is not a date like 2018-09-14/,
    );
    expect(partialDateSchema.safeParse(2018).error?.issues[0]?.message).toBe('is a date, written in quotes');
  });

  it('tells each repetition of a name with its place', () => {
    expect(namesUsedTwice(['a', 'b', 'a', 'a', 'c'])).toEqual([
      { name: 'a', at: 2 },
      { name: 'a', at: 3 },
    ]);
  });
});
