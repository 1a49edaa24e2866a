import type { CalendarDay } from '../../../kernel/days/calendar-day.js';
import { PartialDate } from '../../../kernel/days/partial-date.js';
import type { Truth } from '../../record/answers/not-known.js';
import type { Matter } from '../matter/matter.js';
import type { RuleFinding, RuleText } from './rule.js';
import type { Outcome } from './outcome.js';
import type { Verdict } from '../matter/verdict.js';
import { sharesCountsOnly } from '../reading/counts.js';

/** The two questions that every rule answers about a subject. */
export interface Judgement<S> {
  /** Whether the rule is about this subject; null where the record does not say enough to tell. */
  readonly applies: (subject: S) => Truth;
  /** What the record shows; asked only where the rule applies. */
  readonly evaluate: (subject: S) => Verdict;
}

type Words = Pick<RuleFinding, 'outcome' | 'message' | 'flags'>;

/**
 * Judges one subject: first whether it is about people at all, then whether the rule was in force on any of its days,
 * then whether it applies, then what the record shows. A flow whose identifiability is not known, or that says counts
 * and shares what points at a person, is taken to be about people.
 */
export function judgeSubject<S extends Matter>(rule: RuleText & Judgement<S>, subject: S): Words {
  if (sharesCountsOnly(subject.flow) && rule.countsToo !== true) {
    return notAbout('This flow shares counts only, and the rule is about data on people.');
  }
  if (!isInForce(rule, subject)) return notAbout(daysInWords(outOfForce(rule)));
  const applies = rule.applies(subject);
  if (applies === false)
    return notAbout(`This rule is about ${rule.appliesTo}; this record shows nothing of the kind.`);
  if (applies === null) {
    return {
      outcome: 'UNKNOWN',
      message: `This record does not say enough to tell whether this rule applies, which is about ${rule.appliesTo}.`,
    };
  }
  const found = worded(rule, rule.evaluate(subject), subject.to);
  const words = { ...found, message: daysInWords(found.message) };
  return rule.raises === undefined ? words : { ...words, flags: rule.raises };
}

function notAbout(message: string): Words {
  return { outcome: 'DOES_NOT_APPLY', message };
}

function isInForce(rule: RuleText, subject: Matter): boolean {
  const begins = rule.inForceFrom === undefined || subject.to >= rule.inForceFrom;
  const ends = rule.inForceTo === undefined || subject.from === null || subject.from <= rule.inForceTo;
  return begins && ends;
}

/** Days as people write them: the rules give them as the record does. */
function daysInWords(message: string): string {
  return message.replace(/\b(?:19|20|21)\d\d-\d\d-\d\d\b/g, (day) =>
    PartialDate.accepts(day) ? String(PartialDate.from(day)) : day,
  );
}

function outOfForce(rule: RuleText): string {
  const from = rule.inForceFrom === undefined ? '' : ` from ${rule.inForceFrom}`;
  const to = rule.inForceTo === undefined ? '' : ` to ${rule.inForceTo}`;
  return `This rule is in force${from}${to}, and the dates of this record lie outside.`;
}

function worded(rule: RuleText, verdict: Verdict, day: CalendarDay): Words {
  switch (verdict.found) {
    case 'SHOWN':
      return { outcome: 'PASS', message: `${positive(rule)}.` };
    case 'STATED':
      return { outcome: 'STATED', message: onlySaid(rule.message, verdict.because) };
    case 'CAUTION':
      return { outcome: 'WARN', message: verdict.because.join(' ') };
    case 'NOT_KNOWN':
      return { outcome: 'UNKNOWN', message: unknown(rule.message, verdict.because) };
    case 'FAULT':
      return { outcome: severityOn(rule, day), message: sentence(rule.message, verdict.because) };
  }
}

function positive(rule: RuleText): string {
  return rule.positive ?? rule.message.replace('does not show', 'shows');
}

function severityOn(rule: RuleText, day: CalendarDay): Outcome {
  return rule.severity?.findLast((step) => step.from <= day)?.level ?? 'FAIL';
}

/** What a text says is repeated as what it says: that it is there is seen, that it is right is not. */
function onlySaid(message: string, says: readonly string[]): string {
  const said =
    says.length === 0 ? message.replace('does not show', 'states') : `This record says ${says.join('; ')}`;
  return `${said}; nobody has checked it.`;
}

function unknown(message: string, missing: readonly string[]): string {
  const plain = message.replace('show', 'say enough to show');
  return missing.length === 0 ? `${plain}.` : `${plain} (not known: ${missing.join('; ')}).`;
}

function sentence(message: string, reasons: readonly string[]): string {
  return reasons.length === 0 ? `${message}.` : `${message}: ${reasons.join('; ')}.`;
}
