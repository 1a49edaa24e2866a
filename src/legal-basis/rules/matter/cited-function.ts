import { statementState } from '../../record/answers/not-known.js';
import type { Assertion } from '../../record/basis/assertion.js';
import { citesOnlyGeneralities } from '../reading/law/cited-law.js';
import { fault, shown, stated, together, type Verdict } from './verdict.js';

/** Whether the law that gives the function is cited, and is a law of its own. */
export function citedFunction({ functionCitation }: Assertion): Verdict {
  return together(
    stated(functionCitation, 'none is cited'),
    statementState(functionCitation) === 'STATED' && citesOnlyGeneralities(functionCitation ?? '')
      ? fault('it cites only data-protection law or “the public interest”')
      : shown,
  );
}
