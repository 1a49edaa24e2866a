import { columns, type JsonRow } from '../../platform/database/selection.js';
import { Claim } from './claim.entity.js';

/** What a reader sees of a claim, which is `c`. */
export const CLAIM_COLUMNS = columns(
  Claim,
  'c',
  'id',
  'key',
  'registeredBy',
  'topic',
  'statement',
  'value',
  'figures',
  'dated',
  'planned',
  'asOf',
  'sources',
  'confidence',
  'contradicts',
  'cautions',
  'scope',
  'about',
  'bodies',
  'withdrawnOn',
  'withdrawnBecause',
);

/** A claim as it is shown. */
export type ClaimView = JsonRow<typeof CLAIM_COLUMNS>;
