import type { FlowRecord } from '../../record/flow-record.js';
import { dataCategories } from '../../record/transfer/data-category.js';
import { purposes } from '../../record/basis/purpose.js';
import { mechanisms } from '../../record/transfer/travel.js';

/** The fields from which it is read whether a flow shares counts only. */
export const COUNTS_FIELDS = ['identifiability', 'dataCategories', 'mechanism', 'purposeCodes'] as const;

const OF_ONE_PERSON: readonly string[] = ['IDENTITY', 'CONTACT', 'CRISIS_PLAN', 'MARKER_FLAG', 'IMAGE_BWV'];
const FOR_ONE_PERSON: readonly string[] = [
  'CASE_MANAGEMENT',
  'CRISIS_PLAN_CREATION',
  'SUICIDE_RISK_EMERGENCY',
  'SCREENING_SELECTION',
  'MENTORING',
  'ENFORCEMENT',
];
const SHOWS_PEOPLE: readonly string[] = [
  'FULL_RECORD_ACCESS',
  'READ_ONLY_VIEW',
  'CAD_MARKER',
  'ED_AMBULANCE_ALERT',
  'BWV',
];

/**
 * Whether a flow shares counts only: it says so, and nothing it shares points at a person. One answer does not take the
 * rules on people out of play.
 */
export function sharesCountsOnly(flow: FlowRecord): boolean {
  return flow.identifiability === 'AGGREGATE' && pointsAtPeople(flow).length === 0;
}

/** What a flow shares, the way in which it does, or what for, that no count can be, in words. */
export function pointsAtPeople({ dataCategories: shared, mechanism, purposeCodes }: FlowRecord): string[] {
  return [
    ...dataCategories.filter(({ code }) => OF_ONE_PERSON.includes(code) && shared?.includes(code)),
    ...purposes.filter(({ code }) => FOR_ONE_PERSON.includes(code) && purposeCodes?.includes(code)),
    ...mechanisms.filter(({ code }) => SHOWS_PEOPLE.includes(code) && mechanism === code),
  ].map(({ label }) => label);
}
