import type { FlowRecord } from '../../legal-basis/record/flow-record.js';
import { schemeParts } from '../../legal-basis/record/safeguards/sign-off.js';
import type { Stored } from '../../platform/database/recorded.js';
import type { DataFlow } from '../flow/data-flow.entity.js';
import type { FlowSignOff } from '../flow/flow-sign-off.entity.js';

/** A sign-off as the rules ask of it, newest last in a list. */
export type RecordedSignOff = Omit<
  Stored<FlowSignOff>,
  'revision' | 'flowId' | 'deploymentId' | 'organisationId'
>;

type FlowToJudge = Pick<DataFlow, 'id' | 'deploymentId' | 'content' | 'submittedBy'>;

/** The whole record that the rules look at: what the trust wrote, and what Candour knows of who submitted and signed. */
export function recordToJudge(flow: FlowToJudge, signOffs: readonly RecordedSignOff[]): FlowRecord {
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
