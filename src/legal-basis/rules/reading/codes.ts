import { NOT_KNOWN, type Truth } from '../../record/answers/not-known.js';

type List = readonly string[] | null | undefined;

/** Whether a list of facts holds any code that is so; an absent or empty list is not known. */
export function holdsAny(list: List, is: (code: string) => boolean): Truth {
  if (!list || list.length === 0) return null;
  if (list.some((code) => code !== NOT_KNOWN && is(code))) return true;
  return list.includes(NOT_KNOWN) ? null : false;
}

/** Whether a list of facts holds any of these codes; an absent or empty list is not known. */
export function includesAny(list: List, ...codes: string[]): Truth {
  return holdsAny(list, (code) => codes.includes(code));
}

/** Whether a list of asserted codes holds any of these; what is not asserted is not there. */
export function assertsAny(list: List, ...codes: string[]): Truth {
  return list && list.length > 0 ? includesAny(list, ...codes) : false;
}

/** Whether an asserted code is one of these; what is not asserted is none of them, "not known" is not known. */
export function isAsserted(code: string | null | undefined, ...codes: string[]): Truth {
  if (code === NOT_KNOWN) return null;
  return code !== null && code !== undefined && codes.includes(code);
}

/** Whether anything is asserted at all. */
export function isAnythingAsserted(code: string | null | undefined): Truth {
  return code === NOT_KNOWN ? null : code !== null && code !== undefined;
}

/** Whether the code of a fact is one of these; absent and "not known" are not known. */
export function isCode(code: string | null | undefined, ...codes: string[]): Truth {
  return code === null || code === undefined || code === NOT_KNOWN ? null : codes.includes(code);
}
