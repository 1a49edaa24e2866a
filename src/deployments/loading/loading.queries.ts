import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { recordFrom } from '../../ledger/statements.js';
import { Database } from '../../platform/database/database.js';
import { Claim } from '../claim.entity.js';
import { DeploymentAgency } from '../deployment-agency.entity.js';
import { DeploymentName } from '../deployment-name.entity.js';
import { Deployment } from '../deployment.entity.js';
import type { RegisterFiles } from './read-register-files.js';
import { organisationKeys } from './wanted-records.js';

/** What the register already holds of the things that its files describe. */
export interface There {
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
  async there(actor: Actor, files: RegisterFiles): Promise<There> {
    const keys = files.deployments.map(({ key }) => key);
    const claims = [...files.deployments.flatMap((file) => file.claims), ...files.nationalClaims];
    const ofThese = 'deployment_id IN (SELECT id FROM deployments.deployment WHERE key = ANY ($1))';
    const [organisations, deployments, names, agencies, stated] = await this.database.rowsOfEach(
      scopeOf(actor),
      [
        {
          text: 'SELECT key, id FROM organisations.organisation WHERE key = ANY ($1)',
          values: [organisationKeys(files)],
        },
        { text: 'SELECT * FROM deployments.deployment WHERE key = ANY ($1)', values: [keys] },
        { text: `SELECT * FROM deployments.deployment_name WHERE ${ofThese}`, values: [keys] },
        { text: `SELECT * FROM deployments.deployment_agency WHERE ${ofThese}`, values: [keys] },
        {
          text: 'SELECT * FROM deployments.claim WHERE key = ANY ($1)',
          values: [claims.map(({ key }) => key)],
        },
      ],
    );
    return {
      organisations: new Map(
        organisations?.map((row): [string, Uuid] => [String(row['key']), String(row['id'])]),
      ),
      deployments: deployments?.map((row) => recordFrom(Deployment, row)) ?? [],
      names: names?.map((row) => recordFrom(DeploymentName, row)) ?? [],
      agencies: agencies?.map((row) => recordFrom(DeploymentAgency, row)) ?? [],
      claims: stated?.map((row) => recordFrom(Claim, row)) ?? [],
    };
  }
}
