import type { Uuid } from '../../kernel/identifiers.js';
import type { FlowRecord } from '../../legal-basis/record/flow-record.js';
import { schemeParts } from '../../legal-basis/record/safeguards/sign-off.js';
import type { FlowContent } from '../../legal-basis/record/flow-content.js';
import type { SignOffCapacity, SignOffDecision } from '../flow/sign-off-choices.js';

/** A flow as it stands in the register. */
export interface StoredFlow {
  readonly id: Uuid;
  readonly deploymentId: Uuid;
  readonly content: FlowContent;
  readonly submittedBy: Uuid | null;
}

/** The whole record that the rules look at: what the trust wrote, and what Candour knows of who submitted and signed. */
export function recordToJudge(flow: StoredFlow, signOffs: readonly RecordedSignOff[]): FlowRecord {
  return {
    ...flow.content,
    id: flow.id,
    deploymentId: flow.deploymentId,
    ...(flow.submittedBy !== null && { submittedByUserId: flow.submittedBy }),
    signoffs: signOffs.map((signOff) => signOffToJudge(signOff, signOffs)),
  };
}

/** Whether advice was followed is said by the executive, or by the officer who gave it; the last word counts. */
function signOffToJudge(signOff: RecordedSignOff, all: readonly RecordedSignOff[]) {
  const followed = all.findLast(({ adviceFollowed }) => adviceFollowed !== null)?.adviceFollowed ?? null;
  const adviser = signOff.capacity === 'DPO';
  return {
    role: signOff.capacity,
    userId: signOff.signedBy,
    decision: signOff.decision,
    decidedOn: signOff.signedOn,
    conditions: signOff.conditions,
    adviceText: adviser ? signOff.reasons : null,
    adviceFollowed: adviser ? followed : null,
    dissent: signOff.dissent,
    schemeParts: schemeParts.map(({ code }) => code).filter((code) => signOff.schemeParts.includes(code)),
  };
}

/** A sign-off as it is read back, newest last in a list. */
export interface RecordedSignOff {
  readonly id: Uuid;
  readonly capacity: SignOffCapacity;
  readonly decision: SignOffDecision;
  readonly signedBy: Uuid;
  readonly signedOn: string;
  readonly reasons: string;
  readonly conditions: string | null;
  readonly adviceFollowed: boolean | null;
  readonly adviceNotFollowedReason: string | null;
  readonly dissent: string | null;
  readonly schemeParts: readonly string[];
}
