import { CLAIM_COLUMNS } from '../../deployments/claims/claim-view.js';
import { Claim } from '../../deployments/claims/claim.entity.js';
import { Deployment } from '../../deployments/deployment.entity.js';
import { Halt } from '../../deployments/life-cycle/steps/halt.entity.js';
import { Transition } from '../../deployments/life-cycle/steps/transition.entity.js';
import { Screening } from '../../deployments/screening/classification/screening.entity.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { Organisation } from '../../organisations/organisation.entity.js';
import {
  columns,
  jsonList,
  jsonObjectOrNull,
  select,
  sql,
  type RowOf,
} from '../../platform/database/selection.js';
import type { FeatureSort } from '../comparing/feature.js';

const ID_OF_ORGANISATION =
  "CASE WHEN f.words ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN f.words::uuid END";

const FEATURE = {
  sort: sql<FeatureSort>('f.sort'),
  value: sql<string>('f.value'),
  words: sql<string>(
    `coalesce((SELECT w.name FROM organisations.organisation w WHERE w.id = ${ID_OF_ORGANISATION}), f.words)`,
  ),
  saidIn: sql<string>('f.subject_kind'),
  claimKey: sql<string | null>('f.claim_key'),
  notedOn: sql<CalendarDay>('f.noted_on'),
  goneOn: sql<CalendarDay | null>('f.gone_on'),
};

/** What is read of a scheme, `d` with its trust `o`, to compare it with others and to see whether it was screened again. */
export const WATCHED_SCHEME = select({
  ...columns(
    Deployment,
    'd',
    'id',
    'key',
    'title',
    'area',
    'stateCode',
    'stateAt',
    'registeredBy',
    'takenUp',
  ),
  ...columns(Deployment, 'd', 'fictional', 'published', 'succeedsId'),
  trust: jsonObjectOrNull(columns(Organisation, 'o', 'id', 'key', 'name'), 'o.id'),
  features: jsonList(
    FEATURE,
    'succession.feature f WHERE f.deployment_id = d.id',
    'f.sort, f.value, f.subject_kind, f.subject_id',
  ),
  steps: jsonList(
    columns(Transition, 't', 'toState', 'happened'),
    'deployments.transition t WHERE t.deployment_id = d.id',
    't.id',
  ),
  halts: jsonList(
    columns(Halt, 'h', 'effectiveOn'),
    'deployments.halt h WHERE h.deployment_id = d.id',
    'h.id',
  ),
  dated: jsonList(
    columns(Claim, 'c', 'topic', 'value', 'dated', 'asOf', 'planned'),
    `deployments.claim c WHERE c.deployment_id = d.id AND c.withdrawn_on IS NULL AND c.topic IN ('START', 'END', 'STATE')`,
    'c.key',
  ),
  lineage: jsonList(
    CLAIM_COLUMNS,
    `deployments.claim c WHERE c.topic = 'LINEAGE' AND c.withdrawn_on IS NULL AND (c.deployment_id = d.id OR d.key = ANY (c.about))`,
    'c.key',
  ),
  followedBy: jsonList(
    columns(Deployment, 'p', 'key', 'title'),
    'deployments.deployment p WHERE p.succeeds_id = d.id',
    'p.key',
  ),
  screenings: jsonList(
    columns(Screening, 's', 'answeredOn'),
    `deployments.screening s WHERE s.deployment_id = d.id
      OR s.deployment_id IN (SELECT p.id FROM deployments.deployment p WHERE p.succeeds_id = d.id)`,
    's.answered_on',
  ),
});

/** What is read of a scheme to compare it with others. */
export type WatchedScheme = RowOf<typeof WATCHED_SCHEME>;
