import type { BackgroundChange } from '../../evidence/background.js';
import { PartialDate } from '../../kernel/days/partial-date.js';
import { capitalised, day } from '../../web/words.js';
import { TOPIC_HEADINGS, type ClaimTopic } from '../claims/claim-topics.js';
import type { ClaimView } from '../claims/claim-view.js';
import type { DeploymentDetail } from '../finding/deployment-view.js';
import type { SchemeSection } from '../finding/scheme-sections.js';
import type { HaltStepView } from '../life-cycle/halts/halt-view.js';
import { ordererInWords, stepInWords, takerInWords } from '../life-cycle/halts/halt-words.js';
import { LIFE_CYCLE_LABELS, isLifeCycleState, type LifeCycleState } from '../life-cycle-state.js';

/** The lines of a time line, from the top, with their headings. */
export const LANES = {
  STATE: 'Where it stood',
  NAME: 'Names, and what followed',
  OTHER: 'What else is dated',
  GUIDANCE: 'Guidance and positions',
  LAW: 'Law on personal data',
} as const;

/** One line of a time line. */
export type Lane = keyof typeof LANES;

/** Who says something: a source, the trust itself, or the text of the law or guidance. */
export const FACT_SAYERS = ['SOURCES', 'TRUST', 'TEXT'] as const;

/** One of those who say something. */
export type FactSayer = (typeof FACT_SAYERS)[number];

/** One dated fact of a scheme, or around it. */
export interface DatedFact {
  readonly key: string;
  readonly lane: Lane;
  /** As closely as it is known. */
  readonly when: string;
  /** What the date is: of what happened, planned, or only that of the source. */
  readonly dateOf: 'FACT' | 'PLAN' | 'SOURCE';
  /** In a few words. */
  readonly short: string;
  /** As it is said; null where it says no more. */
  readonly full: string | null;
  readonly sayer: FactSayer;
  readonly saidBy: string;
  /** The state that began then, where the trust recorded a step. */
  readonly enters?: LifeCycleState;
}

const LANE_OF: Partial<Record<ClaimTopic, Lane>> = {
  START: 'STATE',
  STATE: 'STATE',
  END: 'STATE',
  ALIAS: 'NAME',
  LINEAGE: 'NAME',
};

/** The dated facts of a scheme: what sources and its trust claim, and the steps and halts that its trust recorded. */
export function factsOfScheme(detail: DeploymentDetail): readonly DatedFact[] {
  const standing = detail.claims.filter(({ withdrawnOn }) => withdrawnOn === null);
  return [...standing.flatMap(factOfClaim), ...stepsOf(detail), ...haltsOf(detail)];
}

/** What rooms know of it that has a date. */
export function factsOfSections(sections: readonly SchemeSection[]): readonly DatedFact[] {
  return sections.flatMap(({ key, heading, happened }) =>
    happened
      .filter(({ when }) => PartialDate.accepts(when))
      .map(({ when, what, planned, saidBy }, index) => ({
        ...({
          key: `${key}-${String(index)}`,
          lane: 'OTHER',
          when,
          dateOf: planned ? 'PLAN' : 'FACT',
        } as const),
        ...{ short: what, full: null },
        ...(saidBy === 'trust'
          ? ({ sayer: 'TRUST', saidBy: CHECKED_BY_NOBODY } as const)
          : ({ sayer: 'SOURCES', saidBy: `See “${heading}”` } as const)),
      })),
  );
}

/** Changes around all schemes, as facts of a time line. */
export function factOfChange({ key, sort, from, what, saidBy }: BackgroundChange): DatedFact {
  return {
    ...{ key, lane: sort, when: from, dateOf: 'FACT', short: what, full: null },
    ...{ sayer: 'TEXT', saidBy },
  };
}

/** A claim without a date of its own stands at the date of its source when it says where the scheme stood. */
function factOfClaim(claim: ClaimView): readonly DatedFact[] {
  const lane = LANE_OF[claim.topic] ?? 'OTHER';
  const fact = {
    key: `claim-${claim.key}`,
    lane,
    short: shortOf(claim),
    full: claim.scope === null ? claim.statement : `${claim.statement} It is about ${claim.scope}.`,
    sayer: claim.registeredBy === 'trust' ? ('TRUST' as const) : ('SOURCES' as const),
    saidBy: saidByOf(claim),
  };
  if (claim.dated !== null && PartialDate.accepts(claim.dated))
    return [{ ...fact, when: claim.dated, dateOf: claim.planned ? 'PLAN' : 'FACT' }];
  if (lane === 'STATE' && claim.asOf !== null && PartialDate.accepts(claim.asOf))
    return [{ ...fact, when: claim.asOf, dateOf: 'SOURCE' }];
  return [];
}

function shortOf({ topic, value, planned }: ClaimView): string {
  if (topic === 'STATE' && isLifeCycleState(value)) return LIFE_CYCLE_LABELS[value];
  if (topic === 'START') return planned ? 'Planned start' : 'Set up';
  if (topic === 'END') return 'End';
  if (topic === 'LINEAGE') return 'What followed';
  if (topic === 'ALIAS' && typeof value === 'string') return value;
  return TOPIC_HEADINGS[topic];
}

function saidByOf({ registeredBy, sources, confidence }: ClaimView): string {
  const who = [...new Set(sources.map(({ publisher }) => publisher))].join('; ');
  const checked = registeredBy === 'trust' ? ', the trust itself; checked by nobody else' : '';
  const sure = { A: '', B: '; reference being checked', inference: '; inferred, no source says it' }[
    confidence
  ];
  return `${who}${checked}${sure}`;
}

const CHECKED_BY_NOBODY = 'The trust itself; checked by nobody else';
const BY_TRUST = { lane: 'STATE', sayer: 'TRUST', saidBy: CHECKED_BY_NOBODY } as const;

function stepsOf({ transitions }: DeploymentDetail): readonly DatedFact[] {
  return transitions.map(({ id, toState, happened, reason }) => ({
    ...BY_TRUST,
    ...{ key: `step-${id}`, when: happened, dateOf: 'FACT', enters: toState },
    ...{ short: LIFE_CYCLE_LABELS[toState], full: reason },
  }));
}

function haltsOf({ halts }: DeploymentDetail): readonly DatedFact[] {
  return halts.flatMap((halt) => [
    {
      ...(halt.outside === null ? BY_TRUST : { ...BY_TRUST, sayer: 'SOURCES', saidBy: ordererInWords(halt) }),
      ...{ key: `halt-${halt.id}`, when: halt.effectiveOn, dateOf: 'PLAN' },
      ...{ short: 'Day on which it must have halted' },
      full: `Ordered by ${ordererInWords(halt)} on ${day(halt.orderedOn)}. ${halt.reason}`,
    },
    ...halt.steps.filter(({ kind }) => kind === 'checked' || kind === 'lifted').map(stepAboutHalt),
  ]);
}

function stepAboutHalt(step: HaltStepView): DatedFact {
  const { title, text } = stepInWords(step);
  return {
    ...{ lane: 'STATE', key: `halt-step-${step.id}`, when: step.happenedOn, dateOf: 'FACT' },
    ...(step.side === 'TRUST'
      ? ({ sayer: 'TRUST', saidBy: CHECKED_BY_NOBODY } as const)
      : ({ sayer: 'SOURCES', saidBy: capitalised(takerInWords(step)) } as const)),
    ...{ short: title, full: text },
  };
}
