import { z } from 'zod';
import { pageSchema } from '../../web/api/paging.js';
import { ACTION_STATES } from './action-state.js';
import { STEP_KINDS } from './action-step.entity.js';

const shape = {
  id: z.uuid(),
  reviewId: z.uuid(),
  organisationId: z.uuid(),
  organisation: z.string(),
  deploymentId: z.uuid(),
  deployment: z.string().nullable(),
  criterion: z.string().nullable(),
  what: z.string(),
  ownerPost: z.string(),
  dueOn: z.string(),
  evidenceNeeded: z.string(),
  addedOn: z.string(),
  lastStep: z.object({ kind: z.enum(STEP_KINDS), takenOn: z.string() }).nullable(),
  state: z.enum(ACTION_STATES),
};

/** A page of actions. */
export const ActionPage = pageSchema('ActionPage', z.object(shape).meta({ id: 'Action' }));

/** One action with every step about it. */
export const ActionDetailOut = z
  .object({
    ...shape,
    steps: z.array(
      z.object({
        id: z.uuid(),
        seq: z.int(),
        kind: z.enum(STEP_KINDS),
        text: z.string(),
        takenOn: z.string(),
      }),
    ),
  })
  .meta({ id: 'ActionDetail' });
