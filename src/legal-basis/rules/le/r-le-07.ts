import { seenIn } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { allOf, anyOf } from '../../record/answers/not-known.js';
import type { FlowRecord } from '../../record/flow-record.js';
import { isLinked } from '../matter/documents/linked.js';
import {
  caution,
  holds,
  holdsOnRecord,
  notKnown,
  onlySaid,
  shown,
  together,
  type Verdict,
} from '../matter/verdict.js';
import { includesAny, isCode } from '../reading/codes.js';
import { comeFromCare } from '../reading/confidentiality.js';
import { gatheredForCare } from './gathered-for.js';

/** R-LE-07: care data are used for enforcement only by a decision for that case; it always raises red line E2. */
export const rLe07 = flowRule({
  id: 'R-LE-07',
  version: 4,
  kind: 'L/P',
  raises: ['E2'],
  appliesTo: 'data gathered for care and used for enforcement',
  fields: [
    'reuse.enforcementDecision.perCase',
    'reuse.enforcementDecision.decider',
    'reuse.enforcementDecision.offence',
    'reuse.enforcementDecision.seriousness',
    'reuse.enforcementDecision.told',
    'reuse.enforcementDecision.evidenceId',
    'reuse.gatheredFor',
    'sources',
    'purposeCodes',
    'stage',
  ],
  citation: seenIn('UK GDPR Article 5(1)(b); confidentiality; NHS England position of March 2023', 'S18'),
  message: 'This record does not show a decision, case by case, to use care data for enforcement',
  whatToDo:
    'Stop, unless each case has its own decision: who decided, for which offence, how serious, and whether the person was told.',
  applies: ({ flow }) =>
    allOf(
      gatheredForCare(flow),
      anyOf(includesAny(flow.purposeCodes, 'ENFORCEMENT'), isCode(flow.stage, 'ENFORCEMENT')),
    ),
  evaluate: ({ flow }) => {
    const decision = flow.reuse?.enforcementDecision;
    const isAnswered = typeof decision?.perCase === 'boolean';
    return together(
      isAnswered
        ? holds(decision.perCase, 'it is not decided case by case')
        : notKnown('whether each case is decided'),
      ...ASKED.flatMap(([fact, because]) => {
        const answer = decision?.[fact];
        return isAnswered || answer === false ? holdsOnRecord(answer, because) : [];
      }),
      isLinked(decision?.evidenceId) ? shown : onlySaid('that each case has a decision'),
      contradiction(flow),
    );
  },
});

const ASKED = [
  ['decider', 'it is not recorded who decided'],
  ['offence', 'the offence is not recorded'],
  ['seriousness', 'the seriousness is not recorded'],
  ['told', 'it is not recorded whether the person was told'],
] as const;

/** The sources and what the data are said to be gathered for tell two stories. */
function contradiction(flow: FlowRecord): Verdict {
  return includesAny(flow.reuse?.gatheredFor, 'CARE') === false && comeFromCare(flow) === true
    ? caution(
        'The sources are contacts with services of care, and the data are said to be gathered for something else.',
      )
    : shown;
}
