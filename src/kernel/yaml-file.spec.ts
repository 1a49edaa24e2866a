import { z } from 'zod';
import { FactFileFault, namesUsedTwice, readYamlFile, slugSchema } from './yaml-file.js';

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

  it('is refused when it is not YAML, or says a key twice', () => {
    expect(() => readYamlFile('a.yaml', 'name: [', shape)).toThrow(FactFileFault);
    expect(() => readYamlFile('a.yaml', 'name: a\nname: b\ncount: 1', shape)).toThrow(FactFileFault);
  });

  it('tells each name that stands twice once', () => {
    expect(namesUsedTwice(['a', 'b', 'a', 'a', 'c'])).toEqual(['a']);
  });
});
