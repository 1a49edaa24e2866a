import { correctedTo, correctionsAbout } from '../../evidence/corrections/corrections-about.js';
import { changesAbout, formerlyOf } from '../../evidence/history/record-change.js';
import { Organisation } from '../../organisations/organisation.entity.js';
import { tableOf } from '../../platform/database/recorded.js';
import {
  column,
  columns,
  orNull,
  everyColumn,
  jsonList,
  jsonObject,
  jsonObjectOrNull,
  select,
  sql,
  type JsonRow,
  type RowOf,
} from '../../platform/database/selection.js';
import { CLAIM_COLUMNS } from '../claims/claim-view.js';
import { DeploymentAgency } from '../deployment-agency.entity.js';
import { DeploymentName } from '../deployment-name.entity.js';
import { Deployment } from '../deployment.entity.js';
import { HALT_COLUMNS, HALTS } from '../life-cycle/halts/halt-view.js';
import type { StandingHalt } from '../life-cycle/halts/told-halt.js';
import { Transition } from '../life-cycle/steps/transition.entity.js';
import type { Classification } from '../screening/classification/classify.js';
import { SCREENING_COLUMNS } from '../screening/classification/screening-result.js';
import { ADDRESSES, NAMED_OR_LOCATED, PLACES } from './where-it-lies.js';

/** The deployments that are read, `d`, each with the trust that leads it, `o`, where one does. */
export const DEPLOYMENTS = `${tableOf(Deployment)} d
  LEFT JOIN organisations.organisation o ON o.id = d.lead_organisation_id`;

/** That what a claim, `c`, says has a word that begins so: it is prose, in which the middle of a word means nothing. */
const CLAIMED = "' ' || c.searched LIKE regexp_replace(word, '^%', '% ')";

/**
 * Where a word leads to a deployment, as sets of ids: its title, area, names, places and agencies as they are, were and are
 * corrected, organisations by any name and address, who followed its lead, and what is claimed of it.
 */
export const DEPLOYMENTS_BY_WORD = [
  'SELECT id FROM deployments.deployment WHERE searched LIKE word',
  'SELECT deployment_id FROM deployments.deployment_name WHERE searched LIKE word',
  'SELECT deployment_id FROM deployments.deployment_agency WHERE searched LIKE word',
  'SELECT deployment_id FROM deployments.deployment_place WHERE searched LIKE word',
  'SELECT deployment_id FROM deployments.entry WHERE searched LIKE word',
  `SELECT l.id FROM organisations.organisation w JOIN deployments.deployment l ON l.lead_organisation_id = w.id
    WHERE ${NAMED_OR_LOCATED}`,
  `SELECT a.deployment_id FROM organisations.organisation w JOIN deployments.deployment_agency a
    ON a.organisation_id = w.id WHERE ${NAMED_OR_LOCATED}`,
  `SELECT c.deployment_id FROM deployments.claim c WHERE c.deployment_id IS NOT NULL AND ${CLAIMED}`,
  `SELECT l.id FROM deployments.claim c JOIN deployments.deployment l ON l.key = ANY (c.about)
    WHERE c.deployment_id IS NULL AND ${CLAIMED}`,
  `SELECT l.id FROM (${formerlyOf('organisation')}) AS w JOIN deployments.deployment l ON l.lead_organisation_id = w.about_id`,
  formerlyOf('deployment'),
  correctedTo('deployment'),
  `SELECT l.id FROM organisations.organisation w JOIN organisations.follower f ON f.successor_id = w.id
    JOIN deployments.deployment l ON l.lead_organisation_id = f.predecessor_id WHERE w.searched LIKE word`,
];

const LEAD = jsonObjectOrNull(columns(Organisation, 'o', 'id', 'key', 'name'), 'o.id');
const LINKED = columns(Deployment, 'p', 'key', 'title');

/** The class that the newest screening led to, null when none was made; ids sort by time. */
const NEWEST_CLASS = sql<Classification | null>(`(SELECT s.classification FROM deployments.screening s
  WHERE s.deployment_id = d.id ORDER BY s.id DESC LIMIT 1)`);

const AGENCY = {
  organisation: jsonObjectOrNull(columns(Organisation, 'w', 'id', 'key', 'name'), 'w.id'),
  name: sql<string>('coalesce(w.name, a.name)'),
  ...columns(DeploymentAgency, 'a', 'id', 'part', 'claimKey', 'withdrawnOn', 'withdrawnBecause'),
};

/** Every name that it goes or went by: those recorded, and those that its record or a correction ever gave. */
const NAMES_EVER = `ARRAY(SELECT known.name FROM (
    SELECT n.name FROM deployments.deployment_name n WHERE n.deployment_id = d.id
    UNION SELECT g.before #>> '{}' FROM ledger.change g WHERE g.about_kind = 'deployment' AND g.about_id = d.id
      AND (g.subject_kind, g.field) IN (('deployment', 'title'), ('deployment-name', 'name'))
    UNION SELECT k.said FROM evidence.correction k WHERE k.subject_kind = 'deployment' AND k.subject_id = d.id
      AND k.field = 'title') AS known WHERE known.name <> d.title ORDER BY lower(known.name))`;

/** One deployment in a list, with every name it has gone by. */
export const DEPLOYMENT_ROW = select({
  ...columns(Deployment, 'd', 'id', 'key', 'title', 'area'),
  lead: LEAD,
  ...columns(
    Deployment,
    'd',
    'stateCode',
    'stateAt',
    'stateConfidence',
    'overlays',
    'fictional',
    'published',
  ),
  names: sql<readonly string[]>(NAMES_EVER),
  classification: NEWEST_CLASS,
});

/** Everything that the register holds of one deployment; screenings, steps and halts with the newest first. */
export const DEPLOYMENT_DETAIL = select({
  ...everyColumn(Deployment, 'd'),
  lead: LEAD,
  leadClosedOn: orNull({ it: column(Organisation, 'o', 'closedOn') }).it,
  leadSuccessors: jsonList(
    columns(Organisation, 'w', 'key', 'name', 'closedOn'),
    `organisations.follower f JOIN organisations.organisation w ON w.id = f.successor_id
      WHERE f.predecessor_id = d.lead_organisation_id`,
    'w.closed_on NULLS LAST, w.name',
  ),
  succeeds: sql<LinkedDeployment | null>(
    `(SELECT ${jsonObject(LINKED).sql} FROM deployments.deployment p WHERE p.id = d.succeeds_id)`,
  ),
  succeededBy: jsonList(LINKED, 'deployments.deployment p WHERE p.succeeds_id = d.id', 'p.key'),
  classification: NEWEST_CLASS,
  names: jsonList(
    columns(DeploymentName, 'n', 'id', 'name', 'kind', 'claimKey', 'withdrawnOn', 'withdrawnBecause'),
    'deployments.deployment_name n WHERE n.deployment_id = d.id',
    'lower(n.name)',
  ),
  agencies: jsonList(
    AGENCY,
    `deployments.deployment_agency a LEFT JOIN organisations.organisation w ON w.id = a.organisation_id
      WHERE a.deployment_id = d.id`,
    'lower(coalesce(w.name, a.name))',
  ),
  places: PLACES,
  addresses: ADDRESSES,
  claims: jsonList(
    CLAIM_COLUMNS,
    'deployments.claim c WHERE c.deployment_id = d.id OR d.key = ANY (c.about)',
    'c.dated NULLS LAST, c.key',
  ),
  screenings: jsonList(
    SCREENING_COLUMNS,
    'deployments.screening s WHERE s.deployment_id = d.id',
    's.id DESC',
  ),
  transitions: jsonList(
    columns(Transition, 't', 'id', 'fromState', 'toState', 'happened', 'reason', 'answers', 'raises'),
    'deployments.transition t WHERE t.deployment_id = d.id',
    't.id DESC',
  ),
  halts: jsonList(HALT_COLUMNS, `${HALTS} WHERE h.deployment_id = d.id`, 'h.id DESC'),
  corrections: correctionsAbout('deployment', 'd.id'),
  changes: changesAbout('deployment', 'd.id'),
});

/** Another deployment, as a link to it. */
type LinkedDeployment = JsonRow<typeof LINKED>;

/** One deployment in a list. */
export type DeploymentRow = RowOf<typeof DEPLOYMENT_ROW>;

/** Everything the register holds of one deployment. */
export interface DeploymentDetail extends Omit<RowOf<typeof DEPLOYMENT_DETAIL>, 'halts'> {
  /** Orders to halt, each with where it stands on the day on which they are read. */
  readonly halts: readonly StandingHalt[];
}
