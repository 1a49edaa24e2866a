import type { z } from 'zod';
import { issueInWords } from '../../../kernel/words/issue-in-words.js';
import type { EditionFault } from './edition-fault.js';

/** Everything in which what a file holds differs from the shape of an edition. */
export function shapeFaults(error: z.ZodError): readonly EditionFault[] {
  return error.issues.map((issue) => {
    const [key] = issue.code === 'unrecognized_keys' ? issue.keys : [];
    const path = key === undefined ? issue.path : [...issue.path, key];
    const name = issue.path.join('.') || (key === undefined ? 'file' : '');
    return { path, rule: 'shape', text: `${name}${name === '' ? '' : ': '}${issueInWords(issue)}` };
  });
}
