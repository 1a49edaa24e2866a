import { z } from 'zod';
import { aggregateSchema } from './transfer/aggregate.js';
import {
  calendarDay,
  manyOf,
  oneOf,
  unjudgedText,
  reference,
  references,
  statement,
} from './answers/answers.js';
import { assertionSchema } from './basis/assertion.js';
import { caldicottSchema } from './safeguards/caldicott.js';
import { confidentialitySchema } from './safeguards/confidentiality.js';
import { consentProfileSchema, consentReturnSchema } from './basis/consent-profile.js';
import { controllershipSchema } from './safeguards/controllership.js';
import { dataCategories } from './transfer/data-category.js';
import { dataSources } from './transfer/data-source.js';
import { dpiaSchema } from './safeguards/dpia.js';
import { flowChangeSchema } from './transfer/flow-change.js';
import { flowStatuses, stages } from './transfer/progress.js';
import { frequencies, mechanisms } from './transfer/travel.js';
import { identifiabilities, subjectGroups } from './transfer/people.js';
import { partySchema } from './transfer/party.js';
import { policyDocumentSchema } from './basis/policy-document.js';
import { processingRecordSchema } from './safeguards/processing-record.js';
import { purposes } from './basis/purpose.js';
import { retentionSchema } from './safeguards/retention.js';
import { reuseSchema } from './safeguards/reuse.js';
import { rightsSchema } from './safeguards/rights.js';
import { securitySchema } from './safeguards/security.js';
import { signOffSchema } from './safeguards/sign-off.js';
import { transparencySchema } from './safeguards/transparency.js';
import { victimRequestSchema } from './safeguards/victim-request.js';

/**
 * One data flow of a deployment with everything the rules look at (legal-basis.md §3.2). Every answer may be absent:
 * an incomplete record is a record, and the rules say what it does not show.
 */
export const flowRecordSchema = z.strictObject({
  id: reference('The identifier of the flow'),
  deploymentId: reference('The deployment it belongs to'),
  title: unjudgedText('What people call it'),
  archetype: unjudgedText('The archetype it was started from, F1 to F10'),
  status: oneOf(flowStatuses, 'Where the flow is in its life'),
  startDate: calendarDay('First day'),
  endDate: calendarDay('Last day; left open while it continues'),
  senderOrgId: reference('Who sends'),
  recipientOrgIds: references('Who receives'),
  parties: z
    .array(partySchema)
    .nullish()
    .describe('The sender and the recipients, with the kind of body each is'),
  mechanism: oneOf(mechanisms, 'How the data travel'),
  frequency: oneOf(frequencies, 'How often'),
  identifiability: oneOf(identifiabilities, 'How far people can be recognised'),
  dataCategories: manyOf(dataCategories, 'What is shared'),
  sources: manyOf(dataSources, 'Where the data came from'),
  subjectGroups: manyOf(subjectGroups, 'Whose data they are'),
  purposeCodes: manyOf(purposes, 'Purposes'),
  purposeText: statement('The purpose in words'),
  necessityText: statement('Why it is necessary'),
  lessIntrusiveAlternativesText: statement('Which less intrusive ways were considered'),
  stage: oneOf(stages, 'The step of the scheme it serves'),
  searchFlowIds: references('The separate flow records for searching 999, police, ED or crisis data'),
  assertions: z.array(assertionSchema).nullish().describe('Legal basis, per controller and stretch of dates'),
  confidentiality: confidentialitySchema,
  consentProfiles: z.array(consentProfileSchema).nullish().describe('How consent is asked for'),
  consentReturns: z.array(consentReturnSchema).nullish().describe('How many people consented'),
  controllership: controllershipSchema,
  dpia: dpiaSchema,
  policyDocuments: z.array(policyDocumentSchema).nullish().describe('Appropriate policy documents'),
  processingRecords: z.array(processingRecordSchema).nullish().describe('Records of processing activities'),
  transparency: transparencySchema,
  rights: rightsSchema,
  retention: retentionSchema,
  security: securitySchema,
  caldicott: caldicottSchema,
  victimRequest: victimRequestSchema,
  reuse: reuseSchema,
  aggregate: aggregateSchema,
  changes: z.array(flowChangeSchema).nullish().describe('Changes of purpose, recipient, name or successor'),
  submittedByUserId: reference('Who submitted it'),
  signoffs: z.array(signOffSchema).nullish().describe('Sign-offs, dissent included'),
});

/** One data flow of a deployment. */
export type FlowRecord = z.infer<typeof flowRecordSchema>;
