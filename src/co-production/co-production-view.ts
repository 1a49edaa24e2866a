import { Organisation } from '../organisations/organisation.entity.js';
import { tableOf } from '../platform/database/recorded.js';
import {
  column,
  columns,
  jsonList,
  jsonObject,
  select,
  sql,
  type JsonRow,
  type RowOf,
} from '../platform/database/selection.js';
import { Attestation } from './record/attestation.entity.js';
import { Influence } from './record/influence.entity.js';
import { InvolvementPayment } from './record/involvement-payment.entity.js';
import { Involvement } from './record/involvement.entity.js';
import { ParticipantGroup } from './record/participant-group.entity.js';
import { StageAccount } from './record/stage-account.entity.js';

/** The attestations that are read, `t`, each with its group, `o`. */
export const ATTESTATIONS = `${tableOf(Attestation)} t JOIN organisations.organisation o ON o.id = t.group_id`;

/** What a group says, or that it was asked, as it is shown. */
export const ATTESTATION = {
  ...columns(Attestation, 't', 'id', 'groupId', 'stage', 'askedOn', 'replyBy', 'statement', 'text'),
  ...columns(Attestation, 't', 'userControlled', 'funded', 'conflict', 'paidBy', 'signedOn'),
  ...columns(Attestation, 't', 'withdrawnOn', 'withdrawnBecause', 'published'),
  groupName: column(Organisation, 'o', 'name'),
};

const ACCOUNT = columns(StageAccount, 's', 'id', 'stage', 'facts', 'told', 'published');

const GROUP = {
  ...columns(ParticipantGroup, 'g', 'experience', 'count', 'recruitedVia', 'countedAsLivedExperience'),
  ...columns(ParticipantGroup, 'g', 'includesFounder', 'role', 'vote'),
};

const PAYMENT = {
  ...columns(InvolvementPayment, 'p', 'outcome', 'policy', 'rate', 'offeredToAll'),
  ...columns(InvolvementPayment, 'p', 'paidWithinDays', 'benefitsAdviceOffered'),
};

const INFLUENCE = {
  ...columns(Influence, 'f', 'proposal', 'proposedBy', 'decision', 'reason', 'answeredInWriting'),
  ...columns(Influence, 'f', 'artefact', 'beforeHash', 'afterHash'),
};

const INVOLVEMENT = {
  ...columns(Involvement, 'i', 'id', 'stage', 'fromDay', 'toDay', 'question', 'decisionOpen', 'decidedOn'),
  ...columns(Involvement, 'i', 'method', 'ledBy', 'policePresent', 'accessBudget', 'namedPeople'),
  ...columns(Involvement, 'i', 'published', 'withdrawnOn', 'withdrawnBecause'),
  groups: jsonList(
    GROUP,
    `${tableOf(ParticipantGroup)} g WHERE g.involvement_id = i.id AND g.withdrawn_on IS NULL`,
    'g.id',
  ),
  payment: sql<PaymentView | null>(
    `(SELECT ${jsonObject(PAYMENT).sql} FROM ${tableOf(InvolvementPayment)} p WHERE p.involvement_id = i.id AND p.withdrawn_on IS NULL)`,
  ),
  influences: jsonList(
    INFLUENCE,
    `${tableOf(Influence)} f WHERE f.involvement_id = i.id AND f.withdrawn_on IS NULL`,
    'f.id',
  ),
};

/** Everything about the deployment `$1`. */
export const CO_PRODUCTION = select({
  accounts: jsonList(ACCOUNT, `${tableOf(StageAccount)} s WHERE s.deployment_id = $1::uuid`, 's.id'),
  involvements: jsonList(
    INVOLVEMENT,
    `${tableOf(Involvement)} i WHERE i.deployment_id = $1::uuid`,
    'i.from_day, i.id',
  ),
  attestations: jsonList(ATTESTATION, `${ATTESTATIONS} WHERE t.deployment_id = $1::uuid`, 't.id'),
});

/** Everything recorded of how people were involved in one deployment, as one reader may see it. */
export type CoProductionView = RowOf<typeof CO_PRODUCTION>;

/** A trust's account of a stage as it is shown. */
export type AccountView = JsonRow<typeof ACCOUNT>;

/** An activity with everything recorded of it. */
export type InvolvementView = JsonRow<typeof INVOLVEMENT>;

/** People who took part, as they are shown. */
export type GroupView = JsonRow<typeof GROUP>;

/** Payment for an activity as it is shown. */
export type PaymentView = JsonRow<typeof PAYMENT>;

/** A proposal and what became of it, as it is shown. */
export type InfluenceView = JsonRow<typeof INFLUENCE>;

/** What a group says, or that it was asked, as it is shown. */
export type AttestationView = JsonRow<typeof ATTESTATION>;
