import { plural } from '../../web/words.js';
import type { FlowCounts } from '../flow/flows.queries.js';
import type { FlowRow } from '../flow/flow-rows.js';
import { archetypes } from '../../legal-basis/record/archetypes.js';
import type { Tally } from './outcomes.queries.js';
import { SIGN_OFF_CAPACITIES, SIGN_OFF_DECISIONS } from '../flow/sign-off-choices.js';

/** One flow in the list of a scheme: its state, what the rules say, who signed. */
export function flowCard(row: FlowRow, tally: Tally | undefined) {
  return {
    href: `/data-flows/${row.id}`,
    title: row.title,
    kind: archetypes.find(({ code }) => code === row.archetype)?.title ?? null,
    version: row.version,
    state: row.submitted
      ? { text: 'Submitted', tone: 'good', on: row.submittedOn }
      : { text: 'Draft', tone: 'waiting', on: null },
    tallies: TALLIES.flatMap(({ outcome, words, tone }) => {
      const count = (tally?.[outcome] ?? 0) - (outcome === 'STATED' ? (tally?.judged ?? 0) : 0);
      return count === 0 ? [] : [{ text: `${words}: ${String(count)}`, tone }];
    }),
    signOffs: row.signOffs.map(
      ({ capacity, decision }) => `${SIGN_OFF_CAPACITIES[capacity]}: ${SIGN_OFF_DECISIONS[decision]}`,
    ),
  };
}

/** One draft that is put aside, in the list of a scheme: when, and why. */
export function asideCard({ id, title, version, putAsideOn, putAsideReason }: FlowRow) {
  return { href: `/data-flows/${id}`, title, version, on: putAsideOn, reason: putAsideReason };
}

/** How many flows a trust has, for a link to their list. */
export function flowsInWords({ flows, drafts }: FlowCounts): string {
  if (flows === 0) return 'None yet';
  const count = plural(flows, 'flow');
  return drafts === 0 ? count : `${count}, ${plural(drafts, 'draft')}`;
}

const TALLIES = [
  { outcome: 'FAIL', words: 'Not shown', tone: 'stop' },
  { outcome: 'UNKNOWN', words: 'Not known', tone: 'attention' },
  { outcome: 'WARN', words: 'Take care', tone: 'attention' },
  { outcome: 'STATED', words: 'Stated, not checked', tone: 'waiting' },
  { outcome: 'judged', words: 'Stated, judged by people', tone: 'waiting' },
  { outcome: 'PASS', words: 'Shown', tone: 'good' },
  { outcome: 'DOES_NOT_APPLY', words: 'Does not apply', tone: 'quiet' },
] as const;
