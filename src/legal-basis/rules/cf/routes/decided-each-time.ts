import { not } from '../../../record/answers/not-known.js';
import type { FlowRecord } from '../../../record/flow-record.js';
import { holds, together, type Verdict } from '../../matter/verdict.js';
import { canBeLookedInto, underAnArrangement } from '../../reading/confidentiality.js';

/** Whether somebody can decide each time: nothing travels under an arrangement, and nobody looks whenever they like. */
export function decidedEachTime(flow: FlowRecord): Verdict {
  return together(
    holds(not(underAnArrangement(flow)), 'the sharing is standing, continuous or at every panel'),
    holds(not(canBeLookedInto(flow)), 'the data can be looked at whenever somebody likes'),
  );
}
