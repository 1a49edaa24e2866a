/** The code a person chooses to say "we do not know"; it is an answer, and it is never the same as leaving a field blank. */
export const NOT_KNOWN = 'NOT_KNOWN';

/** A fact with three values: true, false, and null for "not known". */
export type Truth = boolean | null;

/** What stands for a text that is no answer once a record has been swept; nobody types it. */
export const NO_ANSWER = '\u2400';

/** Whether a statement is made, left blank, filled with words that are no answer, or answered with "not known". */
export type StatementState = 'STATED' | 'BLANK' | 'NO_ANSWER' | 'NOT_KNOWN';

const NOT_KNOWN_WORDS = /^\W*(not (yet )?known|unknown|not_known|n\/k|do not know|don['’]t know)\W*$/i;

/** The value of a field, or null where it is absent, null or answered with "not known". */
export function known<T>(value: T): Exclude<T, typeof NOT_KNOWN | null | undefined> | null {
  return isKnown(value) ? value : null;
}

/** Says whether a text makes a statement; white space is blank, and "not known" typed as words is an answer. */
export function statementState(text: string | null | undefined): StatementState {
  if (text === null || text === undefined || text.trim() === '') return 'BLANK';
  if (text === NO_ANSWER) return 'NO_ANSWER';
  return NOT_KNOWN_WORDS.test(text) ? 'NOT_KNOWN' : 'STATED';
}

/** The codes of a list without "not known"; null where the list is absent or holds only "not known". */
export function knownCodes<T extends string>(list: readonly (T | typeof NOT_KNOWN)[] | null | undefined) {
  if (!list) return null;
  const codes = list.filter((code) => isKnown(code));
  return codes.length === 0 && list.length > 0 ? null : codes;
}

function isKnown<T>(value: T): value is Exclude<T, typeof NOT_KNOWN | null | undefined> {
  return value !== null && value !== undefined && value !== NOT_KNOWN;
}

/** True when all are true, false when one is false, otherwise not known (strong Kleene logic). */
export function allOf(...truths: Truth[]): Truth {
  if (truths.includes(false)) return false;
  return truths.includes(null) ? null : true;
}

/** True when one is true, false when all are false, otherwise not known (strong Kleene logic). */
export function anyOf(...truths: Truth[]): Truth {
  if (truths.includes(true)) return true;
  return truths.includes(null) ? null : false;
}

/** The opposite; not known stays not known. */
export function not(truth: Truth | undefined): Truth {
  return truth === null || truth === undefined ? null : !truth;
}
