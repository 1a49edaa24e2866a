import type { TypedAnswer, FieldReading, Sent } from '../field.js';

/**
 * Hears one line or text. Something sent twice, or sent as anything but text, is refused in words rather than
 * guessed at; nothing or only blanks is no answer.
 */
export function readText(sent: Sent): FieldReading & { readonly answer: string } {
  const raw = sent();
  if (raw === undefined || raw === null) return { answer: '' };
  if (Array.isArray(raw)) return { answer: severalAsOne(raw), fault: SEVERAL };
  if (typeof raw !== 'string') return { answer: '', fault: 'This answer must be text.' };
  return raw.trim() === '' ? { answer: raw } : { answer: raw, value: raw };
}

const SEVERAL = 'This answer was sent more than once. Enter it once.';

/** Every text that was sent under one name, each once and on lines of its own, so that none of them is lost. */
function severalAsOne(raw: readonly unknown[]): string {
  const texts = raw.filter((one) => typeof one === 'string' && one.trim() !== '');
  return [...new Set(texts)].join('\n');
}

/** Hears one or several ticked boxes; one ticked box is a list of one. */
export function readTicks(sent: Sent): FieldReading & { readonly answer: readonly string[] } {
  const raw = sent();
  if (raw === undefined || raw === null || raw === '') return { answer: [], value: [] };
  const list: readonly unknown[] = Array.isArray(raw) ? raw : [raw];
  const ticked = list.filter((one) => typeof one === 'string');
  if (ticked.length < list.length) return { answer: ticked, fault: 'These answers must be text.' };
  return { answer: ticked, value: [...new Set(ticked)] };
}

/** What a person would have typed for a stored text, number or nothing. */
export function retypeText(value: unknown): TypedAnswer {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
