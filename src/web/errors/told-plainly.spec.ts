import { z } from 'zod';
import { toldPlainly } from './told-plainly.js';

function told(schema: z.ZodType, value: unknown): string[] {
  return (schema.safeParse(value).error?.issues ?? []).map((issue) => toldPlainly(issue));
}

const LIST = z.array(z.string()).min(1).max(2);

describe('What a schema finds wrong is said so that whoever sent it knows what to send', () => {
  it.each([
    ['a list that is missing', LIST, undefined, 'This is missing. Send a list.'],
    ['no list', LIST, 'x', 'This must be a list.'],
    ['an empty list', LIST, [], 'This is too short. Send a list of at least 1.'],
    ['a long list', LIST, ['a', 'b', 'c'], 'This is too long. Send at most 2 at once.'],
    ['nothing at all', z.object({}), null, 'This must be an object with named values.'],
    ['a word that is none of them', z.enum(['a', 'b']), 'c', 'This must be one of: a, b.'],
    ['a number that is too great', z.int().max(4), 5, 'This must be 4 or less.'],
    ['a text that is too short', z.string().min(3), 'x', 'This must be 3 characters or more.'],
    ['a day', z.iso.date(), '30/11/2026', 'This must be a date, such as 2026-11-30.'],
    ['an id', z.uuid(), 'x', 'This must be an id, as it was given out.'],
    [
      'what fits none of several',
      z.union([z.string(), z.number()]),
      true,
      'This cannot be read. /api/openapi.json says what can be sent.',
    ],
  ])('%s', (_, schema, value, sentence) => {
    expect(told(schema, value)).toEqual([sentence]);
  });

  it('and what a field says in its own words stays', () => {
    expect(told(z.string({ error: 'Enter the reason' }), undefined)).toEqual(['Enter the reason']);
  });
});
