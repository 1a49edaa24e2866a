import { capitalised, day, plural } from '../../../web/words.js';
import { COUNT_BAND_WORDS } from '../steps/step-answers.js';
import type { HaltFinding, HaltSide } from './halt-step.entity.js';
import type { HaltStepView, HaltView } from './halt-view.js';
import type { HaltState, StandingOfHalt } from './halt-state.js';
import type { StateTag } from '../../../web/state-tag.js';

/** What each sort of orderer is called. */
const HALT_SIDE_WORDS: Readonly<Record<HaltSide, string>> = {
  TRUST: 'The trust',
  COMMISSIONER: 'Commissioner',
  NHS_ENGLAND: 'NHS England',
  REVIEWER: 'Lead reviewer',
};

/** What a check found, in words. */
export const HALT_FINDING_WORDS: Readonly<Record<HaltFinding, string>> = {
  'in-effect': 'The halt is in effect',
  'not-in-effect': 'The halt is not in effect',
  'cannot-tell': 'Nobody can tell from what was there',
};

const PLAIN: Readonly<Record<Exclude<HaltState, 'OVERDUE' | 'IN_EFFECT'>, StateTag>> = {
  NOT_IN_EFFECT: { text: 'Found not in effect', tone: 'stop' },
  NOT_ACKNOWLEDGED: { text: 'In force, not acknowledged', tone: 'stop' },
  STOPPED_UNCHECKED: { text: 'Said to have stopped, not checked', tone: 'attention' },
  ACKNOWLEDGED: { text: 'Acknowledged', tone: 'waiting' },
  NOT_YET_DUE: { text: 'Not yet due', tone: 'waiting' },
  LIFTED: { text: 'Lifted', tone: 'quiet' },
};

/** Where an order stands, in words. */
export function haltStateInWords({ state, overdueBy, check }: StandingOfHalt<HaltStepView>): StateTag {
  const late = `overdue by ${plural(overdueBy, 'day')}`;
  if (state === 'OVERDUE') return { text: capitalised(late), tone: 'stop' };
  if (state === 'IN_EFFECT')
    return { text: `In effect, checked by ${check ? takerInWords(check) : 'somebody else'}`, tone: 'good' };
  const { text, tone } = PLAIN[state];
  return { text: state === 'NOT_IN_EFFECT' && overdueBy > 0 ? `${text}, ${late}` : text, tone };
}

/** Who gave an order: the post and the body, never a person. */
export function ordererInWords({ orderedBy, outside, organisation }: HaltView): string {
  if (outside === 'REVIEWER')
    return `${orderedBy}, who leads a review in which a red line was settled at 0 or 1`;
  if (outside === null) return `${orderedBy}, as the trust recorded it`;
  const body = organisation?.name ?? HALT_SIDE_WORDS[outside];
  return `${orderedBy}, ${body}${outside === 'COMMISSIONER' ? ', which commissions or pays for it' : ''}`;
}

/** From when an order holds, in words. */
export function heldFromInWords({ orderedOn, effectiveOn }: HaltView): string {
  return effectiveOn === orderedOn ? `At once: ${day(effectiveOn)}` : day(effectiveOn);
}

/** Who took a step: whose post it is, so that a check by the trust of itself is told as one. */
export function takerInWords({ side, post, organisation }: HaltStepView): string {
  if (side === 'TRUST') return `the trust’s own ${post}`;
  if (side === 'REVIEWER') return `${post}, for the reviewers`;
  return `${post}, ${organisation?.name ?? HALT_SIDE_WORDS[side]}`;
}

/** What a step says, in a few words and in full. */
export function stepInWords(step: HaltStepView) {
  return {
    when: step.happenedOn,
    title: titleOf(step),
    text: [
      bandsOf(step),
      whyFewer(step),
      step.text,
      step.document === null ? null : `Shown by: ${step.document}`,
    ]
      .filter((line) => line !== null)
      .join(' '),
    by: `${capitalised(takerInWords(step))}. Recorded ${day(step.takenOn)}.`,
  };
}

function titleOf({ kind, side, finding }: HaltStepView): string {
  if (kind === 'acknowledged') return 'The trust acknowledged the order';
  if (kind === 'stepped-down') return 'The trust counted the cases';
  if (kind === 'stopped') return 'The trust said that it stopped';
  if (kind === 'lifted') return 'Lifted by whoever ordered it';
  const whose = side === 'TRUST' ? 'Checked by the trust itself' : 'Checked from outside the trust';
  return finding === null ? whose : `${whose}: ${HALT_FINDING_WORDS[finding].toLowerCase()}`;
}

function bandsOf({ withoutPlan, withPlan, closedSince }: HaltStepView): string | null {
  if (withoutPlan === null || withPlan === null || closedSince === null) return null;
  return `Open cases without a plan: ${inBand(withoutPlan)}; with a plan: ${inBand(withPlan)}; closed since the order: ${inBand(closedSince)}.`;
}

function whyFewer({ fewerBecause }: HaltStepView): string | null {
  return fewerBecause === null ? null : `Why fewer are closed than another count says: ${fewerBecause}`;
}

function inBand(band: keyof typeof COUNT_BAND_WORDS): string {
  return COUNT_BAND_WORDS[band].toLowerCase();
}
