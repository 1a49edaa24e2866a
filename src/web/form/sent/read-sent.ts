import type { TypedAnswer, FieldReading, Sent } from '../field.js';

/**
 * Hears one line or text. Something sent twice, or sent as anything but text, is refused in words rather than
 * guessed at; nothing or only blanks is no answer.
 */
export function readText(sent: Sent): FieldReading & { readonly answer: string } {
  const raw = sent();
  if (raw === undefined || raw === null) return { answer: '' };
  if (Array.isArray(raw)) {
    const first: unknown = raw.find((one) => typeof one === 'string');
    return {
      answer: typeof first === 'string' ? first : '',
      fault: 'This answer was sent more than once. Enter it once.',
    };
  }
  if (typeof raw !== 'string') return { answer: '', fault: 'This answer must be text.' };
  return raw.trim() === '' ? { answer: raw } : { answer: raw, value: raw };
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
