import type { Uuid } from '../kernel/identifiers.js';
import type { PaidBy, AttestationStatement } from './attestations/attestation.entity.js';
import type { LedBy, PolicePresent } from './involvement/involvement.entity.js';
import type {
  Experience,
  InfluenceFacts,
  ActivityFacts,
  GroupFacts,
  Stage,
} from './maturity/co-production-record.js';
import type { AccountFact } from './accounts/stage-account.entity.js';

/** A trust's account of a stage as it is shown. */
export interface AccountView {
  readonly id: Uuid;
  readonly stage: Stage;
  readonly facts: readonly AccountFact[];
  readonly told: string;
  readonly published: boolean;
}

/** People who took part, as they are shown. */
export interface GroupView extends Omit<GroupFacts, 'experience'> {
  readonly experience: readonly Experience[];
  readonly role: string;
  readonly vote: boolean;
}

/** Payment for an activity as it is shown. */
export interface PaymentView {
  readonly outcome: ActivityFacts['payment'];
  readonly policy: string | null;
  readonly rate: string | null;
  readonly offeredToAll: boolean;
  readonly paidWithinDays: number | null;
  readonly benefitsAdviceOffered: boolean;
}

/** A proposal and what became of it, as it is shown. */
export interface InfluenceView extends InfluenceFacts {
  readonly proposal: string;
  readonly proposedBy: string;
  readonly reason: string;
  readonly artefact: string | null;
}

/** An activity with everything told of it. */
export interface InvolvementView {
  readonly id: Uuid;
  readonly stage: Stage;
  readonly fromDay: string;
  readonly toDay: string | null;
  readonly question: string;
  readonly decisionOpen: boolean;
  readonly decidedOn: string | null;
  readonly method: string;
  readonly ledBy: LedBy;
  readonly policePresent: PolicePresent;
  readonly accessBudget: boolean;
  readonly namedPeople: readonly string[];
  readonly published: boolean;
  readonly groups: readonly GroupView[];
  readonly payment: PaymentView | null;
  readonly influences: readonly InfluenceView[];
}

/** What a group says, or that it was asked, as it is shown. */
export interface AttestationView {
  readonly id: Uuid;
  readonly groupId: Uuid;
  readonly groupName: string;
  readonly stage: Stage;
  readonly askedOn: string | null;
  readonly replyBy: string | null;
  readonly statement: AttestationStatement | null;
  readonly text: string | null;
  readonly userControlled: boolean | null;
  readonly funded: boolean | null;
  readonly conflict: string | null;
  readonly paidBy: PaidBy | null;
  readonly signedOn: string | null;
  readonly withdrawnOn: string | null;
  readonly withdrawnBecause: string | null;
  readonly published: boolean;
}

/** Everything recorded of how people were involved in one deployment, as one reader may see it. */
export interface CoProductionView {
  readonly accounts: readonly AccountView[];
  readonly involvements: readonly InvolvementView[];
  readonly attestations: readonly AttestationView[];
}
