import { z } from 'zod';
import { STAGES } from '../maturity/co-production-record.js';

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
    statement: z.enum(['agree', 'agree_with_reservations', 'disagree', 'decline']).nullable(),
    text: z.string().nullable().meta({ description: 'Exactly as the group wrote it; never edited.' }),
    userControlled: z.boolean().nullable(),
    funded: z.boolean().nullable(),
    conflict: z.string().nullable(),
    paidBy: z.enum(['operator', 'trust', 'nobody']).nullable(),
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
    ledBy: z.enum(['service', 'shared', 'user_led']),
    policePresent: z.enum(['no', 'partly', 'throughout']),
    accessBudget: z.boolean(),
    namedPeople: z.array(z.string()).meta({ description: 'Letters that stand for people; never names.' }),
    published: z.boolean(),
    groups: z.array(
      z.object({
        experience: z.array(z.string()),
        count: z.enum(['0', '1-4', '5-9', '10+']),
        recruitedVia: z.string(),
        countedAsLivedExperience: z.boolean(),
        includesFounder: z.boolean(),
        role: z.string(),
        vote: z.boolean(),
      }),
    ),
    payment: z
      .object({
        outcome: z.enum(['paid', 'declined', 'not_due', 'unpaid']),
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
        decision: z.enum(['accepted', 'partly', 'rejected']),
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
    level: level.meta({ description: 'The level of the lowest stage; never an average.' }),
    sentence: z.string(),
    stages: z.array(
      z.object({
        stage,
        level,
        anchors: z.array(z.object({ level, text: z.string(), shown: z.boolean() })),
        caps: z.array(z.object({ highest: level, sentence: z.string() })),
      }),
    ),
    notReached: z.array(stage),
  })
  .meta({ id: 'CoProductionMaturity' });

/** Co-production of one deployment, as the API returns it. */
export const CoProductionOut = z
  .object({
    maturity: MaturityOut,
    flags: z.array(z.object({ code: z.string(), sentence: z.string(), lookAt: z.array(z.string()) })),
    accounts: z.array(
      z.object({ id: z.uuid(), stage, facts: z.array(z.string()), told: z.string(), published: z.boolean() }),
    ),
    involvements: z.array(InvolvementOut),
    attestations: z.array(AttestationOut),
  })
  .meta({ id: 'CoProduction' });

/** The same, before it is turned into JSON. */
export type CoProductionJson = DeepReadonly<z.input<typeof CoProductionOut>>;

/** The id of what was added or changed. */
export const IdOut = z.object({ id: z.uuid() }).meta({ id: 'CoProductionId' });

type DeepReadonly<T> = T extends object ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> } : T;
