import { Unprocessable, type Issue } from '../../kernel/refusal.js';
import {
  DECISIONS_OF,
  SIGN_OFF_DECISIONS,
  type SignOffCapacity,
  type SignOffDecision,
} from '../flow/sign-off-choices.js';

/** What a person says when they sign. */
export interface SignOffInput {
  readonly capacity: SignOffCapacity;
  readonly decision: SignOffDecision;
  /** The reasons for the decision, or the advice itself. */
  readonly reasons: string;
  readonly conditions?: string | null | undefined;
  readonly adviceFollowed?: boolean | null | undefined;
  readonly adviceNotFollowedReason?: string | null | undefined;
  /** Published unedited. */
  readonly dissent?: string | null | undefined;
  /** Other parts the person plays in the scheme, by code. */
  readonly schemeParts?: readonly string[] | undefined;
  /** How many sign-offs of the flow the person saw; refused when there are more by now. */
  readonly seen?: number | undefined;
}

/** Every fault in what a person says when they sign; none when it can be stored. */
function signOffFaults(input: SignOffInput): Issue[] {
  const faults: Issue[] = [];
  if (!DECISIONS_OF[input.capacity].includes(input.decision))
    faults.push({ field: 'decision', text: wrongDecision(input) });
  if (input.reasons.trim() === '') faults.push({ field: 'reasons', text: 'Enter your reasons.' });
  if (input.decision === 'APPROVED_WITH_CONDITIONS' && blank(input.conditions))
    faults.push({ field: 'conditions', text: 'Enter the conditions that must be met.' });
  if (input.adviceFollowed === false && blank(input.adviceNotFollowedReason))
    faults.push({ field: 'adviceNotFollowedReason', text: 'Enter why the advice is not followed.' });
  return faults;
}

/** @throws Unprocessable that lists every fault. */
export function mustBeSignable(input: SignOffInput): void {
  const faults = signOffFaults(input);
  if (faults.length > 0) throw new Unprocessable(faults);
}

function wrongDecision({ capacity, decision }: SignOffInput): string {
  if (capacity === 'DPO')
    return 'A data protection officer gives advice and never approves (UK GDPR Article 38(6)).';
  return `“${SIGN_OFF_DECISIONS[decision]}” is not for this capacity to say.`;
}

function blank(words: string | null | undefined): boolean {
  return (words ?? '').trim() === '';
}
