import { provisionById, refusalOfPick } from '../../legal-basis/provisions/provisions.js';
import type { LawPick } from '../../legal-basis/record/answers/law-picks.js';
import { plainText } from '../../web/form/sent/plain-text.js';
import type { Sent } from '../../web/form/field.js';

/** One pick as it stands on the page: an id, which may be wrong or empty, and why it applies, as typed. */
export interface TypedPick {
  readonly provisionId: string;
  readonly why: string;
}

const MOST_CHARACTERS = 8000;

/**
 * The picks of a page that was sent: those that stood there with their reasons, without the one whose removal was pressed,
 * and those newly ticked among what was found.
 */
export function typedPicks(sent: Sent): TypedPick[] {
  const whys = texts(sent('why'));
  const removed = texts(sent('remove'));
  const standing = texts(sent('id'))
    .map((provisionId, index) => ({ provisionId, why: whys[index] ?? '' }))
    .filter((_, index) => !removed.includes(String(index)));
  const added = [...new Set(texts(sent('choose')))].filter((id) => !isAmong(id, standing));
  return [...standing, ...added.map((provisionId) => ({ provisionId, why: '' }))];
}

/** How picks are kept as what was typed: one text each, of which the id is what stands before the first colon. */
export function keptPick({ provisionId, why }: TypedPick): string {
  return `${provisionId}:${why}`;
}

/** A pick as it was kept. */
export function pickKept(text: string): TypedPick {
  const colon = text.indexOf(':');
  return { provisionId: text.slice(0, colon), why: text.slice(colon + 1) };
}

/** What is wrong with a pick, and what to do; undefined where nothing is. */
export function faultOfPick({ provisionId, why }: TypedPick): string | undefined {
  const refusal = provisionId === '' ? undefined : refusalOfPick(provisionId);
  if (refusal) return `${refusal.wrong}. Remove it, look for the provision that is meant, and choose that.`;
  return provisionId === '' && why.trim() === ''
    ? 'This names no provision and says nothing. Remove it.'
    : faultOfReason(why, provisionById(provisionId)?.short ?? 'this');
}

/** The picks as the record holds them. */
export function picksTyped(picks: readonly TypedPick[]): LawPick[] {
  return picks.map(({ provisionId, why }) => ({
    ...(provisionId !== '' && { provisionId }),
    ...(why.trim() !== '' && { why: why.replace(/\r\n?/g, '\n') }),
  }));
}

function faultOfReason(why: string, short: string): string | undefined {
  if (why.trim() === '') return undefined;
  const rule = { called: `Why ${short} applies here`, missing: '', max: MOST_CHARACTERS };
  return plainText(rule).safeParse(why).error?.issues[0]?.message;
}

function isAmong(id: string, picks: readonly TypedPick[]): boolean {
  return picks.some(({ provisionId }) => provisionId === id);
}

function texts(value: unknown): string[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return all.filter((one) => typeof one === 'string');
}
