import { z } from 'zod';
import { FactFileFault, namesUsedTwice, partialDateSchema, readYamlFile, slugSchema } from './yaml-file.js';

const shape = z.strictObject({ name: slugSchema, count: z.int() });

describe('A file of facts', () => {
  it('is read when it has the shape', () => {
    expect(readYamlFile('a.yaml', 'name: one-two\ncount: 3', shape)).toEqual({ name: 'one-two', count: 3 });
  });

  it('is refused with every fault and its place at once', () => {
    expect.assertions(2);
    try {
      readYamlFile('a.yaml', 'name: One\ncount: 1.5\nkount: 2', shape);
    } catch (fault) {
      expect(fault).toBeInstanceOf(FactFileFault);
      expect(fault instanceof FactFileFault ? fault.faults : []).toEqual([
        expect.stringMatching(/^name: is not a name like/),
        expect.stringMatching(/^count: /),
        expect.stringMatching(/^file: .*kount/),
      ]);
    }
  });

  it.each([
    ['name: one\ncount: x', 'a.yaml cannot be used:\n- count: '],
    ['- one', 'a.yaml cannot be used:\n- file: '],
    ['name: [', 'Flow sequence in block collection must be'],
    ['name: a\nname: b\ncount: 1', 'Map keys must be unique'],
  ])('%j is refused with the file, the place and what is wrong', (text, words) => {
    expect(() => readYamlFile('a.yaml', text, shape)).toThrow(words);
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

  it('is refused when it is not YAML, or says a key twice', () => {
    expect(() => readYamlFile('a.yaml', 'name: [', shape)).toThrow(FactFileFault);
    expect(() => readYamlFile('a.yaml', 'name: a\nname: b\ncount: 1', shape)).toThrow(FactFileFault);
  });

  it('tells each name that stands twice once', () => {
    expect(namesUsedTwice(['a', 'b', 'a', 'a', 'c'])).toEqual(['a']);
  });
});
