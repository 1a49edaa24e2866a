import { statementState, type Truth } from '../../record/answers/not-known.js';

/** What a rule finds before severity and wording: shown, only said in words, reason for care, not known, or the fault. */
export type Verdict =
  | { readonly found: 'SHOWN' }
  | { readonly found: 'STATED'; readonly because: readonly string[] }
  | { readonly found: 'CAUTION'; readonly because: readonly string[] }
  | { readonly found: 'NOT_KNOWN'; readonly because: readonly string[] }
  | { readonly found: 'FAULT'; readonly because: readonly string[] };

const ORDER = ['SHOWN', 'STATED', 'CAUTION', 'NOT_KNOWN', 'FAULT'];

/** The record shows what the rule asks for. */
export const shown: Verdict = { found: 'SHOWN' };

/** The record shows the fault; the reason completes "This record does not show …: ". */
export function fault(because?: string): Verdict {
  return { found: 'FAULT', because: because === undefined ? [] : [because] };
}

/** The record says it in words, which nobody has checked; `says` completes "This record says …". */
export function onlySaid(says?: string): Verdict {
  return { found: 'STATED', because: says === undefined ? [] : [says] };
}

/** The record gives reason for care; the reason is a whole sentence. */
export function caution(because: string): Verdict {
  return { found: 'CAUTION', because: [because] };
}

/** The record does not say enough; the reason, if any, names what is missing. */
export function notKnown(because?: string): Verdict {
  return { found: 'NOT_KNOWN', because: because === undefined ? [] : [because] };
}

/** The worst of several verdicts, with every reason of that kind. */
export function together(...verdicts: readonly Verdict[]): Verdict {
  const worst = verdicts.reduce<Verdict>((a, b) => (gravityOf(b) > gravityOf(a) ? b : a), shown);
  if (worst.found === 'SHOWN') return shown;
  const reasons = verdicts.flatMap((verdict) =>
    verdict.found === 'SHOWN' || verdict.found !== worst.found ? [] : verdict.because,
  );
  return { found: worst.found, because: [...new Set(reasons)] };
}

/** The best of several verdicts, where one that is met is enough. */
export function bestOf(first: Verdict, ...others: readonly Verdict[]): Verdict {
  return others.reduce((a, b) => (gravityOf(b) < gravityOf(a) ? b : a), first);
}

/** A fact that has to be so: false is the fault, not known stays not known. */
export function holds(truth: Truth | undefined, because: string): Verdict {
  if (truth === null || truth === undefined) return notKnown();
  return truth ? shown : fault(because);
}

/** A fact that has to be so and whose absence is itself the fault, where the rule's own wording says so. */
export function holdsOnRecord(truth: Truth | undefined, because: string): Verdict {
  return truth === true ? shown : fault(because);
}

/** A fact that had better be so: false gives reason for care, not known stays not known. */
export function cautionUnless(truth: Truth | undefined, because: string): Verdict {
  if (truth === null || truth === undefined) return notKnown();
  return truth ? shown : caution(because);
}

/**
 * A statement in words that has to be made: that it is there is seen, whether it is right is not, so it is at best stated.
 * Blank, or words that are no answer, is the fault; "not known" is not known. `says` completes "This record says …".
 */
export function stated(text: string | null | undefined, because: string, says?: string): Verdict {
  switch (statementState(text)) {
    case 'STATED':
      return onlySaid(says);
    case 'NOT_KNOWN':
      return notKnown();
    case 'NO_ANSWER':
      return fault(`${because} (what is written there is no answer)`);
    case 'BLANK':
      return fault(because);
  }
}

/** A code or a link that has to be given, which shows itself: none is the fault, "not known" is not known. */
export function chosen(code: string | null | undefined, because: string): Verdict {
  return chosenList(code === null || code === undefined ? [] : [code], because);
}

/** A list of codes or links that has to hold one: empty is the fault, only "not known" is not known. */
export function chosenList(list: readonly string[] | null | undefined, because: string): Verdict {
  const states = (list ?? []).map((entry) => statementState(entry));
  if (states.includes('STATED')) return shown;
  return states.includes('NOT_KNOWN') ? notKnown() : fault(because);
}

function gravityOf(verdict: Verdict): number {
  return ORDER.indexOf(verdict.found);
}
