import { statementState, type Truth } from '../../record/answers/not-known.js';

/** What a rule finds before severity and wording: shown, reason for care, not known, or the fault. */
export type Verdict =
  | { readonly found: 'SHOWN' }
  | { readonly found: 'CAUTION'; readonly because: readonly string[] }
  | { readonly found: 'NOT_KNOWN'; readonly because: readonly string[] }
  | { readonly found: 'FAULT'; readonly because: readonly string[] };

const ORDER = ['SHOWN', 'CAUTION', 'NOT_KNOWN', 'FAULT'];

/** The record shows what the rule asks for. */
export const shown: Verdict = { found: 'SHOWN' };

/** The record shows the fault; the reason completes "This record does not show …: ". */
export function fault(because?: string): Verdict {
  return { found: 'FAULT', because: because === undefined ? [] : [because] };
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

/** A statement that has to be made: blank is the fault, "not known" is not known. */
export function stated(text: string | null | undefined, because: string): Verdict {
  const state = statementState(text);
  if (state === 'NOT_KNOWN') return notKnown();
  return state === 'STATED' ? shown : fault(because);
}

/** A list of statements that has to hold one: empty is the fault, only "not known" is not known. */
export function statedList(list: readonly string[] | null | undefined, because: string): Verdict {
  const states = (list ?? []).map((entry) => statementState(entry));
  if (states.includes('STATED')) return shown;
  return states.includes('NOT_KNOWN') ? notKnown() : fault(because);
}

function gravityOf(verdict: Verdict): number {
  return ORDER.indexOf(verdict.found);
}
