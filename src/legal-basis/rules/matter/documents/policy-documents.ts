import { type Truth, allOf, anyOf, not, statementState } from '../../../record/answers/not-known.js';
import type { FlowRecord } from '../../../record/flow-record.js';
import { schedule1Condition } from '../../../record/basis/schedule-1.js';
import { isCode } from '../../reading/codes.js';
import { isCompetentAuthority, nameOf, partyOf, recipientIds } from '../../reading/parties.js';
import type { AssertionMatter } from '../matter.js';
import { isLinked, untilLinked } from './linked.js';
import { chosen, fault, holds, notKnown, shown, together, type Verdict } from '../verdict.js';

type PolicyDocument = NonNullable<FlowRecord['policyDocuments']>[number];

/** The fields from which it is read whether a Schedule 1 condition needs an appropriate policy document. */
export const POLICY_FIELDS = [
  'senderOrgId',
  'recipientOrgIds',
  'assertions[].controllerOrgId',
  'parties[].orgId',
  'parties[].orgType',
  'parties[].competentAuthority',
] as const;

/** The fields of a policy document that an assertion refers to. */
export const DOCUMENT_FIELDS = [
  'assertions[].controllerOrgId',
  'policyDocuments[].id',
  'policyDocuments[].type',
  'policyDocuments[].orgId',
  'policyDocuments[].approvedOn',
  'policyDocuments[].evidenceId',
  'parties[].orgId',
  'parties[].name',
] as const;

/**
 * Whether any of these Schedule 1 paragraphs needs an appropriate policy document, as the list of provisions says of each:
 * Part 1 para 1, nearly all of Part 2, and paras 35 to 37. Para 10 spares only the controller that discloses to a
 * competent authority (para 10(2)); para 36 leaves the need as the paragraph of Part 2 has it.
 */
export function needsPolicyDocument(matter: AssertionMatter, paragraphs: readonly string[]): Truth {
  const ofPart2 = paragraphs.some((paragraph) => paragraph.startsWith('P2.'));
  return anyOf(
    false,
    ...paragraphs.map((paragraph) => {
      if (paragraph === 'P2.10') return not(disclosesToAuthority(matter));
      if (paragraph === 'P3.36') return !ofPart2;
      const condition = schedule1Condition(paragraph);
      return condition?.limbs?.policyDocument.startsWith('yes') ?? paragraph.startsWith('P2.');
    }),
  );
}

function disclosesToAuthority({ flow, assertion }: AssertionMatter): Truth {
  const recipients = recipientIds(flow);
  if (recipients.length === 0) return null;
  return allOf(
    isSender(flow, assertion.controllerOrgId),
    ...recipients.map((id) => isCompetentAuthority(partyOf(flow, id))),
  );
}

function isSender({ senderOrgId }: FlowRecord, orgId: string | null | undefined): Truth {
  const areKnown = [senderOrgId, orgId].every((id) => statementState(id) === 'STATED');
  return areKnown ? senderOrgId === orgId : null;
}

/** The policy documents with the identifier that an assertion names. */
export function policyDocumentsNamed(flow: FlowRecord, id: string | null | undefined): PolicyDocument[] {
  return (flow.policyDocuments ?? []).filter((document) => id && document.id === id);
}

/**
 * Whether a policy document is referred to, is in the record, is of the kind that is asked and is the controller's own;
 * until the document itself is linked, with the day of its approval, that is only said.
 */
export function policyDocumentVerdict(
  { flow, assertion }: AssertionMatter,
  id: string | null | undefined,
  type: 'APD' | 'S42_APD',
): Verdict {
  const documents = policyDocumentsNamed(flow, id);
  const isNamed = chosen(id, 'none is linked');
  if (isNamed.found !== 'SHOWN') return isNamed;
  if (documents.length === 0) return notKnown('the policy document that is referred to');
  return together(
    ...documents.map((document) =>
      untilLinked(
        together(
          holds(isCode(document.type, type), OTHER_KIND[type]),
          ownedBy(flow, document, assertion.controllerOrgId),
        ),
        isLinked(document.evidenceId) && Boolean(document.approvedOn),
        'that there is a policy document, which is not linked',
      ),
    ),
  );
}

const OTHER_KIND = {
  APD: 'what is referred to is a policy for law enforcement, under s42',
  S42_APD: 'what is referred to is a policy document of Schedule 1, and not one under s42',
};

function ownedBy(
  flow: FlowRecord,
  { orgId }: PolicyDocument,
  controllerOrgId: string | null | undefined,
): Verdict {
  if (statementState(orgId) !== 'STATED' || statementState(controllerOrgId) !== 'STATED')
    return notKnown('whose policy document it is');
  return orgId === controllerOrgId
    ? shown
    : fault(`it is the document of ${nameOf(flow, orgId ?? '')}, and each controller needs its own`);
}

/** Whether the documents with this identifier were approved before the stretch of an assertion began. */
export function approvedBefore({ flow, from }: AssertionMatter, id: string | null | undefined): Verdict {
  return together(
    ...policyDocumentsNamed(flow, id).map(({ approvedOn }) => {
      if (!approvedOn) return notKnown('the day it was approved');
      if (from === null) return notKnown('the day the processing began');
      return approvedOn <= from ? shown : fault(`it was approved on ${approvedOn}, after ${from}`);
    }),
  );
}
