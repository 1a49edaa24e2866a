import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Organisation } from '../../organisations/organisation.entity.js';
import { Database } from '../../platform/database/database.js';
import { columns, everyColumn, recordOf, select } from '../../platform/database/selection.js';
import { Claim } from '../claims/claim.entity.js';
import { DeploymentAgency } from '../deployment-agency.entity.js';
import { DeploymentName } from '../deployment-name.entity.js';
import { Deployment } from '../deployment.entity.js';
import type { RegisterFiles } from './read-register-files.js';
import { organisationKeys } from './wanted-records.js';

/** What the register already holds of the things that its files describe. */
export interface HeldRecords {
  readonly organisations: ReadonlyMap<string, Uuid>;
  readonly deployments: readonly Deployment[];
  readonly names: readonly DeploymentName[];
  readonly agencies: readonly DeploymentAgency[];
  readonly claims: readonly Claim[];
}

/** The SELECTs that loading needs: whole records, to be compared with what the files say. */
@Injectable()
export class LoadingQueries {
  constructor(private readonly database: Database) {}

  /** What is there of these files, in one round trip. */
  async held(actor: Actor, files: RegisterFiles): Promise<HeldRecords> {
    const keys = files.deployments.map(({ key }) => key);
    const claims = [...files.deployments.flatMap((file) => file.claims), ...files.nationalClaims];
    const ofThese = 'r.deployment_id IN (SELECT id FROM deployments.deployment WHERE key = ANY ($1))';
    const [organisations, deployments, names, agencies, stated] = await this.database.rowsOfEach(
      scopeOf(actor),
      [
        ORGANISATION.from('organisations.organisation o WHERE o.key = ANY ($1)', [organisationKeys(files)]),
        DEPLOYMENT.from('deployments.deployment r WHERE r.key = ANY ($1)', [keys]),
        NAME.from(`deployments.deployment_name r WHERE ${ofThese}`, [keys]),
        AGENCY.from(`deployments.deployment_agency r WHERE ${ofThese}`, [keys]),
        CLAIM.from('deployments.claim r WHERE r.key = ANY ($1)', [claims.map(({ key }) => key)]),
      ],
    );
    return {
      organisations: new Map(organisations.map(({ key, id }) => [key, id])),
      deployments: deployments.map((row) => recordOf(Deployment, row)),
      names: names.map((row) => recordOf(DeploymentName, row)),
      agencies: agencies.map((row) => recordOf(DeploymentAgency, row)),
      claims: stated.map((row) => recordOf(Claim, row)),
    };
  }
}

const ORGANISATION = select(columns(Organisation, 'o', 'key', 'id'));
const DEPLOYMENT = select(everyColumn(Deployment, 'r'));
const NAME = select(everyColumn(DeploymentName, 'r'));
const AGENCY = select(everyColumn(DeploymentAgency, 'r'));
const CLAIM = select(everyColumn(Claim, 'r'));
