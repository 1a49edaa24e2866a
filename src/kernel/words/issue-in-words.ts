import type { z } from 'zod';

/** What a shape found wrong, for whoever wrote the file; a rule that says so in its own words is left to say it. */
export function issueInWords(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') {
    const names = issue.keys.map((key) => `“${key}”`).join(', ');
    return `${names} is no part of this. Mend its name or take it out.`;
  }
  if (!issue.message.startsWith('Invalid') && !issue.message.startsWith('Too')) return `${issue.message}.`;
  if (issue.code === 'invalid_type')
    return issue.message.endsWith('received undefined')
      ? 'is missing. Add it.'
      : `must be ${KINDS[issue.expected] ?? issue.expected}.`;
  if (issue.code === 'invalid_value') return `must be one of: ${issue.values.map(String).join(', ')}.`;
  if (issue.code === 'too_small')
    return issue.minimum === 1 ? 'must not be empty.' : `must be at least ${String(issue.minimum)}.`;
  return 'is not written as it must be. Compare it with a file that is in use.';
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text; put it in quotes where it looks like a number or a date',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of named values',
};
