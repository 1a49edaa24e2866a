import { z } from 'zod';
import { aggregateSchema } from './aggregate.js';
import { day, manyOf, oneOf, reference, references, statement } from './answers.js';
import { assertionSchema } from './assertion.js';
import { caldicottSchema } from './caldicott.js';
import { confidentialitySchema } from './confidentiality.js';
import { consentProfileSchema, consentReturnSchema } from './consent-profile.js';
import { controllershipSchema } from './controllership.js';
import { dataCategories } from './data-category.js';
import { dataSources } from './data-source.js';
import { dpiaSchema } from './dpia.js';
import { flowChangeSchema } from './flow-change.js';
import { flowStatuses } from './flow-status.js';
import { frequencies } from './frequency.js';
import { identifiabilities } from './identifiability.js';
import { mechanisms } from './mechanism.js';
import { partySchema } from './party.js';
import { policyDocumentSchema } from './policy-document.js';
import { processingRecordSchema } from './processing-record.js';
import { purposes } from './purpose.js';
import { retentionSchema } from './retention.js';
import { reuseSchema } from './reuse.js';
import { rightsSchema } from './rights.js';
import { securitySchema } from './security.js';
import { signOffSchema } from './sign-off.js';
import { stages } from './stage.js';
import { subjectGroups } from './subject-group.js';
import { transparencySchema } from './transparency.js';

/**
 * One data flow of a deployment with everything the rules look at (legal-basis.md §3.2). Every answer may be absent:
 * an incomplete record is a record, and the rules say what it does not show.
 */
export const dataFlowSchema = z.strictObject({
  id: reference('The identifier of the flow'),
  deploymentId: reference('The deployment it belongs to'),
  title: statement('What people call it'),
  archetype: statement('The archetype it was started from, F1 to F10'),
  status: oneOf(flowStatuses, 'Where the flow is in its life'),
  startDate: day('First day'),
  endDate: day('Last day; absent while it continues'),
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
  reuse: reuseSchema,
  aggregate: aggregateSchema,
  changes: z.array(flowChangeSchema).nullish().describe('Changes of purpose, recipient, name or successor'),
  submittedByUserId: reference('Who submitted it'),
  signoffs: z.array(signOffSchema).nullish().describe('Sign-offs, dissent included'),
});

/** One data flow of a deployment. */
export type DataFlow = z.infer<typeof dataFlowSchema>;
