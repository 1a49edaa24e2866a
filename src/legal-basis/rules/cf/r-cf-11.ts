import { statementState } from '../../record/answers/not-known.js';
import { lawNamedIn } from '../../provisions/naming/provisions-named-in.js';
import { seenIn } from '../engine/citation.js';
import { flowRule } from '../engine/flow-rule.js';
import { fault, onlySaid } from '../matter/verdict.js';
import { isOnlyDataProtection } from '../reading/law/generalities.js';

/** R-CF-11: Articles 6 and 9 answer a different question from confidentiality. */
export const rCf11 = flowRule({
  id: 'R-CF-11',
  version: 4,
  kind: 'L',
  appliesTo: 'the authority given for a route through confidentiality',
  fields: ['confidentiality.routeCitation'],
  citation: seenIn(
    'Guidance on sharing with the police; National Health Service Act 2006 s251',
    'L13',
    'L55',
  ),
  message: 'This record does not show an authority for confidentiality',
  whatToDo: 'Name the authority for confidentiality itself. It is a different test from Articles 6 and 9.',
  applies: ({ flow }) => {
    const state = statementState(flow.confidentiality?.routeCitation);
    return state === 'NOT_KNOWN' ? null : state === 'STATED';
  },
  evaluate: ({ flow }) =>
    isOnlyDataProtection(lawNamedIn(flow.confidentiality?.routeCitation ?? ''))
      ? fault('it cites only data-protection law, which is a different test')
      : onlySaid('which authority it rests on'),
});
