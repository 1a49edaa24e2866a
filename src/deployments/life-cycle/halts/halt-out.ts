import { z } from 'zod';
import { OUTSIDE_ORDERERS } from '../steps/halt.entity.js';
import { COUNT_BANDS } from '../steps/step-answers.js';
import { HALT_STATES } from './halt-state.js';
import { HALT_FINDINGS, HALT_SIDES, HALT_STEPS } from './halt-step.entity.js';

const body = z.object({ id: z.uuid(), key: z.string(), name: z.string() }).nullable();
const band = z.enum(COUNT_BANDS).nullable();

const HaltStepOut = z
  .object({
    id: z.uuid(),
    seq: z.int(),
    kind: z.enum(HALT_STEPS),
    side: z.enum(HALT_SIDES),
    organisation: body,
    post: z.string(),
    happenedOn: z.iso.date(),
    text: z.string(),
    document: z.string().nullable(),
    finding: z.enum(HALT_FINDINGS).nullable(),
    withoutPlan: band,
    withPlan: band,
    closedSince: band,
    fewerBecause: z
      .string()
      .nullable()
      .meta({ description: 'Why fewer cases are closed than another count of the order says.' }),
    takenOn: z.iso.date(),
  })
  .meta({ id: 'HaltStep' });

/** What the API says of every order to halt. */
export const haltShape = {
  id: z.uuid(),
  orderedBy: z.string().meta({ description: 'The post, never a person.' }),
  outside: z
    .enum(OUTSIDE_ORDERERS)
    .nullable()
    .meta({ description: 'Who outside the trust ordered it; null: its trust did.' }),
  organisation: body,
  reviewId: z.uuid().nullable(),
  orderedOn: z.iso.date(),
  effectiveOn: z.iso.date(),
  recordedOn: z.iso.date().nullable(),
  scope: z.string().nullable().meta({ description: 'Which part must stop; null: the whole scheme.' }),
  reason: z.string(),
  document: z.string().nullable(),
  state: z.enum(HALT_STATES).meta({ description: 'Where it stands today, computed from its steps.' }),
  overdueBy: z
    .int()
    .meta({ description: 'Days since its day passed without anybody finding it in effect; 0: not overdue.' }),
  stateInWords: z.string(),
  steps: z.array(HaltStepOut).meta({ description: 'What was done about it, the first first.' }),
};
