import { seenIn } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { allOf, anyOf } from '../../record/answers/not-known.js';
import { holds, holdsOnRecord, notKnown, together } from '../matter/verdict.js';
import { includesAny, isCode } from '../reading/codes.js';

/** R-LE-07: care data are used for enforcement only by a decision for that case; it always raises red line E2. */
export const rLe07 = flowRule({
  id: 'R-LE-07',
  version: 2,
  kind: 'L/P',
  raises: ['E2'],
  appliesTo: 'data gathered for care and used for enforcement',
  fields: [
    'reuse.enforcementDecision.perCase',
    'reuse.enforcementDecision.decider',
    'reuse.enforcementDecision.offence',
    'reuse.enforcementDecision.seriousness',
    'reuse.enforcementDecision.told',
    'reuse.gatheredFor',
    'purposeCodes',
    'stage',
  ],
  citation: seenIn('UK GDPR Article 5(1)(b); confidentiality; NHS England position of March 2023', 'S18'),
  message: 'This record does not show a decision, case by case, to use care data for enforcement',
  whatToDo:
    'Stop, unless each case has its own decision: who decided, for which offence, how serious, and whether the person was told.',
  applies: ({ flow }) =>
    allOf(
      includesAny(flow.reuse?.gatheredFor, 'CARE'),
      anyOf(includesAny(flow.purposeCodes, 'ENFORCEMENT'), isCode(flow.stage, 'ENFORCEMENT')),
    ),
  evaluate: ({ flow }) => {
    const decision = flow.reuse?.enforcementDecision;
    const asked = [
      [decision?.decider, 'it is not recorded who decided'],
      [decision?.offence, 'the offence is not recorded'],
      [decision?.seriousness, 'the seriousness is not recorded'],
      [decision?.told, 'it is not recorded whether the person was told'],
    ] as const;
    const isAnswered = typeof decision?.perCase === 'boolean';
    return together(
      isAnswered
        ? holds(decision.perCase, 'it is not decided case by case')
        : notKnown('whether each case is decided'),
      ...asked.flatMap(([fact, because]) =>
        isAnswered || fact === false ? holdsOnRecord(fact, because) : [],
      ),
    );
  },
});
