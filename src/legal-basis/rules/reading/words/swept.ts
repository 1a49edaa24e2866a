import { z } from 'zod';
import { answersInWords } from '../../../record/answers/answers.js';
import { documentLinks, documentNamed, type LinkedBy } from '../../../record/answers/document-links.js';
import { sayNothing } from '../../../../kernel/words/no-answer.js';
import { NO_ANSWER, statementState } from '../../../record/answers/not-known.js';
import { plainWords } from '../../../../kernel/words/plain-words.js';
import { flowRecordSchema, type FlowRecord } from '../../../record/flow-record.js';
import { pastesTheStatute } from './statute-words.js';

/** A field in which people answer in words: its place in the order of the record, and whether its words may recur. */
interface Words {
  readonly key: string;
  readonly rank: number;
  readonly mayRepeat: boolean;
}

/** The answers in words and the links to documents at one place of the record's structure, and the places below it. */
interface Place {
  readonly texts: readonly Words[];
  readonly links: readonly { readonly key: string; readonly by: LinkedBy }[];
  readonly below: readonly (readonly [key: string, place: Place])[];
}

/** A text as it is compared: its words, and those words in one line. */
interface Said {
  readonly words: readonly string[];
  readonly line: string;
}

/** What is known of the texts of one record: each text in words, made once, the lowest rank at which words stand, and which documents are kept. */
interface Texts {
  readonly said: Map<string, Said>;
  readonly first: Map<string, number>;
  readonly kept: ReadonlySet<string> | null;
}

/** A paste of another answer has at least so many words; a name or a route may well stand in two places. */
const SHORTEST_PASTE = 6;

const asked = new Set<string>();
const ranks = { next: 0 };
const top = placeOf(flowRecordSchema);

/**
 * A record as the rules read it: a text that is no answer is taken for none. That is a text that says nothing
 * (`isNoAnswer`), the question's own words or the label of a choice, a paste of the statute, and a paste of another
 * field, of which the first in the order of the record's structure stands. What is typed where a document is linked and
 * names none is none either, and an id links only a document that is kept, where it is known which are. "Not known" is
 * an answer and stays. The record itself is left as it was.
 */
export function swept(flow: FlowRecord, kept: ReadonlySet<string> | null = null): FlowRecord {
  const texts: Texts = { said: new Map(), first: new Map(), kept };
  noteTexts(flow, top, texts);
  return sweptBelow(flow, top, texts);
}

function noteTexts(value: unknown, place: Place, texts: Texts): void {
  if (Array.isArray(value)) {
    for (const item of value) noteTexts(item, place, texts);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const part: Record<string, unknown> = { ...value };
  for (const { key, rank, mayRepeat } of place.texts) {
    const text = part[key];
    if (mayRepeat || typeof text !== 'string') continue;
    const { line } = saidIn(text, texts);
    texts.first.set(line, Math.min(rank, texts.first.get(line) ?? rank));
  }
  for (const [key, below] of place.below) noteTexts(part[key], below, texts);
}

function sweptBelow<T>(value: T, place: Place, texts: Texts): T {
  if (Array.isArray(value)) return value.map((item: unknown) => sweptBelow(item, place, texts)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const part: Record<string, unknown> = Object.fromEntries(Object.entries(value));
  for (const field of place.texts) {
    const text = part[field.key];
    if (typeof text === 'string' && saysNothing(text, field, texts)) part[field.key] = NO_ANSWER;
  }
  for (const { key, by } of place.links) {
    const link = part[key];
    if (typeof link === 'string' && statementState(link) === 'STATED')
      part[key] = linkedIn(link, by, texts) ?? NO_ANSWER;
  }
  for (const [key, below] of place.below) {
    if (part[key] !== undefined) part[key] = sweptBelow(part[key], below, texts);
  }
  return part as T;
}

/** The SHA-256 of an assessment stays where no such document is kept: another record may name the same. */
function linkedIn(text: string, by: LinkedBy, { kept }: Texts): string | null {
  const named = documentNamed(text, by);
  return named === null || by === 'hash' || kept === null || kept.has(named) ? named : null;
}

function saysNothing(text: string, { rank }: Words, texts: Texts): boolean {
  if (statementState(text) !== 'STATED') return false;
  const { words, line } = saidIn(text, texts);
  if (sayNothing(words) || asked.has(line) || pastesTheStatute(words)) return true;
  return words.length >= SHORTEST_PASTE && (texts.first.get(line) ?? rank) < rank;
}

function saidIn(text: string, { said }: Texts): Said {
  const known = said.get(text);
  if (known !== undefined) return known;
  const words = plainWords(text);
  const made = { words, line: words.join(' ') };
  said.set(text, made);
  return made;
}

function placeOf(schema: z.core.$ZodType): Place {
  noteTheQuestion(schema as z.ZodType);
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'optional' || def.type === 'nullable') return placeOf(def.innerType);
  if (def.type === 'array') return placeOf(def.element);
  if (def.type !== 'object') return { texts: [], links: [], below: [] };
  const fields: [string, z.core.$ZodType][] = Object.entries(def.shape);
  return {
    texts: fields.flatMap(([key, field]) => {
      const words = answersInWords.get(field);
      return words === undefined ? [] : [{ key, rank: ranks.next++, ...words }];
    }),
    links: fields.flatMap(([key, field]) => {
      const link = documentLinks.get(field);
      return link === undefined ? [] : [{ key, ...link }];
    }),
    below: fields.flatMap(([key, field]) => {
      const below = placeOf(field);
      return below.texts.length + below.links.length + below.below.length === 0
        ? []
        : [[key, below] as const];
    }),
  };
}

/** The question itself, and the words of the choices it offers, answer nothing. */
function noteTheQuestion(schema: z.ZodType): void {
  const { description, 'x-labels': labels } = schema.meta() ?? {};
  const words: unknown[] = typeof labels === 'object' && labels !== null ? Object.values(labels) : [];
  for (const text of [description, ...words]) {
    if (typeof text === 'string') asked.add(plainWords(text).join(' '));
  }
}
