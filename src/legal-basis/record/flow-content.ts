import { Unprocessable, type Issue } from '../../kernel/refusal.js';
import { checkFile } from './check-file.js';
import type { FlowRecord } from './flow-record.js';

/**
 * A flow as its trust writes it: the structure of legal-basis.md §3.2 without what Candour knows for itself, which is the
 * identifiers, who submitted it and who signed.
 */
export type FlowContent = Omit<FlowRecord, (typeof OWN_KEYS)[number]>;

const MOST_BYTES = 400_000;
const OWN_KEYS = ['id', 'deploymentId', 'submittedByUserId', 'signoffs'] as const;
const PREFIX = 'flows[0].'.length;

/**
 * Reads what a program sent as a flow. Identifiers may be there and count for nothing; sign-offs may not, because they
 * are signed in Candour by the person whose they are.
 * @throws Unprocessable that names the path and the reason of every fault.
 */
export function flowContentFrom(sent: unknown): FlowContent {
  const faults = [...signOffFaults(sent), ...storageFaults(sent)];
  const checked = checkFile({ flows: [withoutOwnKeys(sent)] });
  if (!checked.usable)
    faults.push(...checked.problems.map(({ path, reason }) => ({ field: path.slice(PREFIX), text: reason })));
  const [content] = checked.usable ? checked.file.flows : [];
  if (content === undefined || faults.length > 0) throw new Unprocessable(faults);
  return content;
}

/** What a flow is called in lists: its title, or the words for a flow without one. */
export function titleOf(content: FlowContent): string {
  const title = content.title?.trim() ?? '';
  return title === '' ? 'Flow without a title' : title.slice(0, 200);
}

function withoutOwnKeys(sent: unknown): unknown {
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) return sent;
  return Object.fromEntries(Object.entries(sent).filter(([key]) => !OWN_KEYS.some((own) => own === key)));
}

function signOffFaults(sent: unknown): Issue[] {
  if (typeof sent !== 'object' || sent === null || !('signoffs' in sent)) return [];
  const { signoffs } = sent;
  if (signoffs === null || signoffs === undefined || (Array.isArray(signoffs) && signoffs.length === 0))
    return [];
  return [
    { field: 'signoffs', text: 'Leave sign-offs out: each is signed in Candour by the person it is of.' },
  ];
}

/** PostgreSQL cannot store NUL or half of a surrogate pair, and a silent change would not be faithful. */
function storageFaults(sent: unknown): Issue[] {
  const text = JSON.stringify(sent ?? null);
  const faults: Issue[] = [];
  if (Buffer.byteLength(text) > MOST_BYTES)
    faults.push({
      field: '',
      text: 'The record is too large. Shorten its texts, or link documents instead.',
    });
  if (/\\u0000|\\ud[89a-f][0-9a-f]{2}/i.test(text.replaceAll('\\\\', '')))
    faults.push({ field: '', text: 'A text holds a hidden character that cannot be stored. Take it out.' });
  return faults;
}
