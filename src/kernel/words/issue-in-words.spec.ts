import { z } from 'zod';
import { issueInWords } from './issue-in-words.js';

function words(shape: z.ZodType, value: unknown): string[] {
  return (shape.safeParse(value).error?.issues ?? []).map(issueInWords);
}

describe('What a shape finds wrong, in words', () => {
  it.each<[shape: z.ZodType, value: unknown, said: string]>([
    [z.strictObject({}), { a: 1, b: 2 }, '“a”, “b” is no part of this. Mend its name or take it out.'],
    [z.string('is a name'), 7, 'is a name.'],
    [z.object({ a: z.string() }), {}, 'is missing. Add it.'],
    [z.string(), 7, 'must be text; put it in quotes where it looks like a number or a date.'],
    [z.number(), 'x', 'must be a number.'],
    [z.int(), 1.5, 'must be a whole number.'],
    [z.boolean(), 'x', 'must be true or false.'],
    [z.array(z.string()), 'x', 'must be a list.'],
    [z.object({}), 'x', 'must be a group of named values.'],
    [z.bigint(), 'x', 'must be bigint.'],
    [z.enum(['a', 'b']), 'c', 'must be one of: a, b.'],
    [z.string().min(1), '', 'must not be empty.'],
    [z.number().min(3), 2, 'must be at least 3.'],
    [z.string().max(1), 'ab', 'is not written as it must be. Compare it with a file that is in use.'],
    [z.string().regex(/^a$/), 'b', 'is not written as it must be. Compare it with a file that is in use.'],
  ])('%#: %s', (shape, value, said) => {
    expect(words(shape, value)).toEqual([said]);
  });
});
