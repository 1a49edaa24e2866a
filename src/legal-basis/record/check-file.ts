import type { z } from 'zod';
import { flowRecordSchema } from './flow-record.js';
import { NOT_KNOWN } from './answers/not-known.js';
import { recordFileSchema, type RecordFile } from './record-file.js';

/** Where a file is wrong and why; `path` reads like `flows[0].assertions[1].art6`. */
export interface FileProblem {
  path: string;
  reason: string;
}

/** A file that can be judged, or the list of what is wrong with it. */
export type CheckedFile = { usable: true; file: RecordFile } | { usable: false; problems: FileProblem[] };

/**
 * Checks the structure of a file before its flows are judged: one flow, a list of flows, or `{ flows, register }`.
 * Unlike the rules it is strict: a misspelt name is a problem, because it would silently count as not answered.
 */
export function checkFile(json: unknown): CheckedFile {
  const single = isObject(json) && !('flows' in json);
  if (single) return checkSingle(json);
  const parsed = recordFileSchema.safeParse(Array.isArray(json) ? { flows: json } : json);
  const problems = parsed.success ? namedTwice(parsed.data) : problemsOf(parsed.error);
  if (parsed.success && problems.length === 0) return { usable: true, file: parsed.data };
  return {
    usable: false,
    problems: Array.isArray(json)
      ? problems.map((problem) => ({ ...problem, path: problem.path.slice(5) }))
      : problems,
  };
}

function checkSingle(json: object): CheckedFile {
  const parsed = flowRecordSchema.safeParse(json);
  return parsed.success
    ? { usable: true, file: { flows: [parsed.data] } }
    : { usable: false, problems: problemsOf(parsed.error) };
}

/** Two flows of one name could not be told apart, neither in results nor in what is imported. */
function namedTwice({ flows }: RecordFile): FileProblem[] {
  const first = new Map<string, number>();
  return flows.flatMap(({ id }, index) => {
    const before = id ? first.get(id) : undefined;
    if (id && before === undefined) first.set(id, index);
    if (before === undefined) return [];
    const reason = `Flow ${String(before + 1)} of the file has this id too. Give each flow an id of its own.`;
    return [{ path: `flows[${String(index)}].id`, reason }];
  });
}

function problemsOf(error: z.ZodError): FileProblem[] {
  const problems = error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({
          path: pathText([...issue.path, key]),
          reason: 'This name is not part of the record.',
        }))
      : [{ path: pathText(issue.path), reason: reasonOf(issue) }],
  );
  const places = problems.map((problem) => problem.path);
  return problems.filter((problem, index) => places.indexOf(problem.path) === index);
}

function reasonOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return `Expected one of: ${issue.values.map(String).join(', ')}.`;
  if (issue.code === 'invalid_type') return `Expected ${expectation(issue.expected)}.`;
  if (issue.code === 'invalid_format') return formatReason(issue.pattern ?? '');
  if (issue.code === 'too_small') return 'Expected a number that is not negative.';
  return `${issue.message}.`;
}

function formatReason(pattern: string): string {
  return pattern.includes(NOT_KNOWN)
    ? 'Expected a paragraph written P<part>.<number>, for example P1.2.'
    : 'Expected a day written YYYY-MM-DD, from 1900 to 2199.';
}

function expectation(type: string): string {
  if (type === 'boolean') return 'true or false';
  if (type === 'array') return 'a list';
  if (type === 'int') return 'a whole number';
  return type === 'string' ? 'a text' : `an ${type}`.replace(/^an (?=[^aeiou])/, 'a ');
}

function pathText(path: readonly PropertyKey[]): string {
  const text = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return text.replace(/^\./, '') || '(the whole file)';
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
