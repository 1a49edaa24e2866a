import { z } from 'zod';
import { isId, type Uuid } from '../kernel/identifiers.js';
import { NotFound } from '../kernel/refusal.js';
import {
  ATTESTATION_STATEMENTS,
  EXPERIENCES,
  GROUP_SIZES,
  PAYMENT_OUTCOMES,
  POLICE_PRESENCES,
  PROPOSAL_DECISIONS,
  RECRUITMENTS,
  STAGES,
} from './maturity/co-production-record.js';
import { PAYERS } from './record/attestation.entity.js';
import { ACTIVITY_LEADERS } from './record/involvement.entity.js';
import { ACCOUNT_FACTS } from './record/stage-account.entity.js';

const stage = z.enum(STAGES);
const day = z.iso.date();

const AttestationOut = z
  .object({
    id: z.uuid(),
    groupId: z.uuid(),
    groupName: z.string(),
    stage,
    askedOn: day.nullable(),
    replyBy: day.nullable(),
    statement: z.enum(ATTESTATION_STATEMENTS).nullable(),
    text: z.string().nullable().meta({ description: 'Exactly as the group wrote it; never edited.' }),
    userControlled: z.boolean().nullable(),
    funded: z.boolean().nullable(),
    conflict: z.string().nullable(),
    paidBy: z.enum(PAYERS).nullable(),
    signedOn: day.nullable(),
    withdrawnOn: day.nullable(),
    withdrawnBecause: z.string().nullable(),
    published: z.boolean(),
  })
  .meta({ id: 'Attestation' });

const InvolvementOut = z
  .object({
    id: z.uuid(),
    stage,
    fromDay: day,
    toDay: day.nullable(),
    question: z.string(),
    decisionOpen: z.boolean(),
    decidedOn: day.nullable(),
    method: z.string(),
    ledBy: z.enum(ACTIVITY_LEADERS),
    policePresent: z.enum(POLICE_PRESENCES),
    accessBudget: z.boolean(),
    namedPeople: z.array(z.string()).meta({ description: 'Letters that stand for people; never names.' }),
    published: z.boolean(),
    withdrawnOn: day.nullable(),
    withdrawnBecause: z.string().nullable(),
    groups: z.array(
      z.object({
        experience: z.array(z.enum(EXPERIENCES)),
        count: z.enum(GROUP_SIZES),
        recruitedVia: z.enum(RECRUITMENTS),
        countedAsLivedExperience: z.boolean(),
        includesFounder: z.boolean(),
        role: z.string(),
        vote: z.boolean(),
      }),
    ),
    payment: z
      .object({
        outcome: z.enum(PAYMENT_OUTCOMES),
        policy: z.string().nullable(),
        rate: z.string().nullable(),
        offeredToAll: z.boolean(),
        paidWithinDays: z.int().nullable(),
        benefitsAdviceOffered: z.boolean(),
      })
      .nullable(),
    influences: z.array(
      z.object({
        proposal: z.string(),
        proposedBy: z.string(),
        decision: z.enum(PROPOSAL_DECISIONS),
        reason: z.string(),
        answeredInWriting: z.boolean(),
        artefact: z.string().nullable(),
        beforeHash: z.string().nullable(),
        afterHash: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Involvement' });

const level = z.int().min(0).max(5);

const MaturityOut = z
  .object({
    level: level.nullable().meta({
      description:
        'The level of the lowest stage; never an average. Null where the trust gives no account of a stage that counts: silence has no level.',
    }),
    sentence: z.string(),
    stages: z.array(
      z.object({
        stage,
        level,
        anchors: z.array(z.object({ level, text: z.string(), shown: z.boolean() })),
        caps: z.array(z.object({ highest: level, sentence: z.string() })),
      }),
    ),
    untold: z.array(stage).meta({ description: 'Stages of which the trust has published no account.' }),
    notReached: z.array(stage),
  })
  .meta({ id: 'CoProductionMaturity' });

/** Co-production of one deployment, as the API returns it. */
export const CoProductionOut = z
  .object({
    maturity: MaturityOut,
    flags: z.array(z.object({ code: z.string(), sentence: z.string(), lookAt: z.array(z.string()) })),
    accounts: z.array(
      z.object({
        id: z.uuid(),
        stage,
        facts: z.array(z.enum(ACCOUNT_FACTS)),
        told: z.string(),
        published: z.boolean(),
      }),
    ),
    involvements: z.array(InvolvementOut),
    attestations: z.array(AttestationOut),
  })
  .meta({ id: 'CoProduction' });

/** The id of what was added or changed. */
export const IdOut = z.object({ id: z.uuid() }).meta({ id: 'CoProductionId' });

/** The id in an address. @throws NotFound when it is none. */
export function knownId(id: string): Uuid {
  if (isId(id)) return id;
  throw new NotFound();
}
