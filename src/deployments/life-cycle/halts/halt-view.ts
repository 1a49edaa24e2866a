import { Organisation } from '../../../organisations/organisation.entity.js';
import { columns, jsonList, jsonObjectOrNull, type JsonRow } from '../../../platform/database/selection.js';
import { Halt } from '../steps/halt.entity.js';
import { HaltStep } from './halt-step.entity.js';

const STEP = {
  ...columns(HaltStep, 's', 'id', 'seq', 'kind', 'side', 'post', 'happenedOn', 'text', 'document', 'finding'),
  ...columns(HaltStep, 's', 'withoutPlan', 'withPlan', 'closedSince', 'fewerBecause', 'takenOn'),
  organisation: jsonObjectOrNull(columns(Organisation, 'b', 'id', 'key', 'name'), 'b.id'),
};

/** One step about an order, as everyone reads it: the post and the body, and nobody's name. */
export type HaltStepView = JsonRow<typeof STEP>;

/** The columns of an order to halt, `h`, with who outside gave it, `hb`, and every step about it, the first first. */
export const HALT_COLUMNS = {
  ...columns(Halt, 'h', 'id', 'orderedBy', 'orderedOn', 'effectiveOn', 'reason', 'outside', 'reviewId'),
  ...columns(Halt, 'h', 'scope', 'document', 'recordedOn'),
  organisation: jsonObjectOrNull(columns(Organisation, 'hb', 'id', 'key', 'name'), 'hb.id'),
  steps: jsonList(
    STEP,
    `deployments.halt_step s LEFT JOIN organisations.organisation b ON b.id = s.organisation_id
      WHERE s.halt_id = h.id`,
    's.seq',
  ),
};

/** The orders that `HALT_COLUMNS` are read from. */
export const HALTS =
  'deployments.halt h LEFT JOIN organisations.organisation hb ON hb.id = h.organisation_id';

/** One order to halt with every step about it. */
export type HaltView = JsonRow<typeof HALT_COLUMNS>;
