import { CitableSource } from '../../evidence/sources/citable-source.entity.js';
import type { Look } from '../../ledger/act.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { heldSuccessions } from '../../organisations/importing/held-organisations.js';
import type { EditionsOfTrusts } from '../../organisations/importing/trusts/newest-edition.js';
import { registerOfTrusts } from '../../organisations/importing/trusts/planned-trusts.queries.js';
import type { Organisation } from '../../organisations/organisation.entity.js';
import { everyColumn, recordOf, select, sql } from '../../platform/database/selection.js';
import { Claim } from '../claims/claim.entity.js';
import { DeploymentAgency } from '../deployment-agency.entity.js';
import { DeploymentName } from '../deployment-name.entity.js';
import { DeploymentPlace } from '../deployment-place.entity.js';
import { Deployment } from '../deployment.entity.js';
import { claimsIn, type RegisterFiles } from './files/register-files.js';

/** What the register already holds of the things that its files describe. */
export interface HeldRecords {
  readonly organisations: ReadonlyMap<string, Organisation>;
  readonly successions: readonly { readonly predecessorId: Uuid; readonly successorId: Uuid }[];
  readonly deployments: readonly Deployment[];
  readonly names: readonly DeploymentName[];
  readonly agencies: readonly DeploymentAgency[];
  readonly places: readonly DeploymentPlace[];
  readonly claims: readonly Claim[];
  readonly sources: readonly CitableSource[];
  readonly trustEditions: EditionsOfTrusts;
  /** The newest edition of the register's files that was loaded; null before the first. */
  readonly newestEdition: CalendarDay | null;
}

/** What is there of these files, as the transaction sees it: whole records, to be compared with what the files say. */
export async function heldRecords(look: Look, files: RegisterFiles): Promise<HeldRecords> {
  const claims = claimsIn(files);
  const keys = [
    ...files.deployments.map(({ key }) => key),
    ...files.nationalClaims.flatMap(({ deployments }) => deployments),
  ];
  const claimKeys = [
    ...claims.flatMap(({ key, contradicts }) => [key, ...contradicts]),
    ...files.deployments.flatMap(({ places }) => places.map(({ supportedBy }) => supportedBy)),
  ];
  const ofThese = 'r.deployment_id IN (SELECT id FROM deployments.deployment WHERE key = ANY ($1))';
  const [newest] = await look(NEWEST.from('deployments.register_load l'));
  const deployments = await look(DEPLOYMENT.from('deployments.deployment r WHERE r.key = ANY ($1)', [keys]));
  const names = await look(NAME.from(`deployments.deployment_name r WHERE ${ofThese}`, [keys]));
  const agencies = await look(AGENCY.from(`deployments.deployment_agency r WHERE ${ofThese}`, [keys]));
  const places = await look(PLACE.from(`deployments.deployment_place r WHERE ${ofThese}`, [keys]));
  const stated = await look(CLAIM.from('deployments.claim r WHERE r.key = ANY ($1)', [claimKeys]));
  const sources = await look(
    SOURCE.from('evidence.source r WHERE r.ref = ANY ($1)', [[...files.sources.keys()]]),
  );
  const { held: organisations, editions: trustEditions } = await registerOfTrusts(look);
  return {
    organisations,
    trustEditions,
    successions: await heldSuccessions(look),
    deployments: deployments.map((row) => recordOf(Deployment, row)),
    names: names.map((row) => recordOf(DeploymentName, row)),
    agencies: agencies.map((row) => recordOf(DeploymentAgency, row)),
    places: places.map((row) => recordOf(DeploymentPlace, row)),
    claims: stated.map((row) => recordOf(Claim, row)),
    sources: sources.map((row) => recordOf(CitableSource, row)),
    newestEdition: newest?.edition ?? null,
  };
}

const NEWEST = select({ edition: sql<CalendarDay | null>('max(l.edition)::text') });
const DEPLOYMENT = select(everyColumn(Deployment, 'r'));
const NAME = select(everyColumn(DeploymentName, 'r'));
const AGENCY = select(everyColumn(DeploymentAgency, 'r'));
const PLACE = select(everyColumn(DeploymentPlace, 'r'));
const SOURCE = select(everyColumn(CitableSource, 'r'));
const CLAIM = select(everyColumn(Claim, 'r'));
