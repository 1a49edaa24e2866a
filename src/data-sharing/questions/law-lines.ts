import { z } from 'zod';
import { heldPickSchema, lawPickSchema, type LawPick } from '../../legal-basis/record/answers/law-picks.js';
import { provisionById, refusalOfPick } from '../../legal-basis/provisions/provisions.js';

/** Picked provisions that a text names, or why it names none. */
export type ReadPicks =
  { readonly picks: readonly LawPick[] } | { readonly wrong: string; readonly instead: string };

const HELD = z.array(heldPickSchema);
const PICKS = z.array(lawPickSchema);
const LINE = /^([^\s:]+)\s*(?::\s*(.*))?$/s;

/** The picks that an answer holds, also one that could not be made today; none where it holds something else. */
export function picksOf(value: unknown): readonly LawPick[] {
  const reading = HELD.safeParse(value);
  return reading.success ? reading.data : [];
}

/** A pick as a reader sees it: "Care Act 2014 s42: The council asked". */
export function pickInWords({ provisionId, why }: LawPick): string {
  const short = provisionById(provisionId)?.short ?? 'No provision is picked';
  return says(why) ? `${short}: ${why}` : short;
}

/** Picks as text, one a line, `care-s42: The council asked`; as JSON where a line could not say the same. */
export function pickLines(value: unknown): string {
  const picks = picksOf(value);
  const lines = picks.map(({ provisionId, why }) => `${provisionId ?? ''}${says(why) ? `: ${why}` : ''}`);
  const read = picksIn(lines.join('\n'));
  const isSaid = 'picks' in read && JSON.stringify(read.picks) === JSON.stringify(picks.map(withoutNothing));
  return isSaid ? lines.join('\n') : JSON.stringify(picks);
}

/** Reads what `pickLines` wrote, or a person did. */
export function picksIn(text: string): ReadPicks {
  if (text.trimStart().startsWith('[')) return picksInJson(text);
  const picks: LawPick[] = [];
  for (const line of text.split(/\r\n|\r|\n/).map((one) => one.trim())) {
    if (line === '') continue;
    const [, provisionId = '', why = ''] = LINE.exec(line) ?? [];
    if (provisionById(provisionId) === undefined) return noProvision(line);
    const refusal = refusalOfPick(provisionId);
    if (refusal) return { wrong: `${refusal.wrong}.`, instead: `${refusal.instead}.` };
    picks.push(why === '' ? { provisionId } : { provisionId, why });
  }
  return { picks };
}

function picksInJson(text: string): ReadPicks {
  try {
    const reading = PICKS.safeParse(JSON.parse(text));
    return reading.success ? { picks: reading.data } : noProvision(text);
  } catch {
    return noProvision(text);
  }
}

function noProvision(line: string): ReadPicks {
  return {
    wrong: `“${line.slice(0, 60)}” does not begin with a provision of the list.`,
    instead: 'Write its id, such as care-s42, then a colon and why it applies here.',
  };
}

function withoutNothing({ provisionId, why }: LawPick): LawPick {
  return { ...(says(provisionId) && { provisionId }), ...(says(why) && { why }) };
}

function says(text: string | null | undefined): text is string {
  return text !== null && text !== undefined && text !== '';
}
