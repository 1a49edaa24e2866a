import { Injectable } from '@nestjs/common';
import { standIn } from '../../access/stand-in.js';
import type { Actor } from '../../identity/actor.js';
import { canonicalJson } from '../../kernel/canonical-json.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { adding, changing, type Act } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { plainValues } from '../../ledger/snapshot.js';
import type { RecordedClass, RecordedEntity, Stored } from '../../platform/database/recorded.js';
import { Claim } from '../claims/claim.entity.js';
import { DeploymentAgency } from '../deployment-agency.entity.js';
import { DeploymentName } from '../deployment-name.entity.js';
import { Deployment } from '../deployment.entity.js';
import { LoadingQueries } from './loading.queries.js';
import type { RegisterFiles } from './read-register-files.js';
import { wantedRecords, type Wanted } from './wanted-records.js';

/** What a load did, in records. */
export interface LoadOutcome {
  readonly added: number;
  readonly corrected: number;
  readonly unchanged: number;
}

/**
 * Brings the register to what its source files say, all or nothing. Loading the same files again changes nothing; a
 * record that its trust has taken up is left as the trust keeps it; nothing is ever removed.
 */
@Injectable()
export class SourceLoading {
  constructor(
    private readonly queries: LoadingQueries,
    private readonly ledger: Ledger,
  ) {}

  /** Adds what is new and corrects what the files say differently now. */
  async load(actor: Actor, files: RegisterFiles): Promise<LoadOutcome> {
    const held = await this.queries.held(actor, files);
    const wanted = wantedRecords(files, {
      organisations: held.organisations,
      deployments: new Map(held.deployments.map((deployment) => [deployment.key, deployment])),
    });
    const plans = [
      planOf(Deployment, wanted.deployments, held.deployments, ({ key }) => key),
      planOf(
        DeploymentName,
        wanted.names,
        held.names,
        ({ deploymentId, name }) => `${deploymentId} ${name.toLowerCase()}`,
      ),
      planOf(DeploymentAgency, wanted.agencies, held.agencies, agencyKey),
      planOf(Claim, wanted.claims, held.claims, ({ key }) => key),
    ];
    const acts = plans.flatMap((plan) => plan.acts);
    if (acts.length > 0) await this.ledger.performAll(actor, acts);
    const added = acts.filter(({ does }) => does === 'add').length;
    return {
      added,
      corrected: acts.length - added,
      unchanged: plans.reduce((sum, plan) => sum + plan.same, 0),
    };
  }
}

function agencyKey({ deploymentId, part, organisationId, name }: DeploymentAgency): string {
  return [deploymentId, part, organisationId, name].join(' ');
}

function planOf<T extends RecordedEntity>(
  kind: RecordedClass<T>,
  wanted: readonly Wanted<T>[],
  held: readonly T[],
  keyOf: (record: T) => string,
): { readonly acts: readonly Act[]; readonly same: number } {
  const known = new Map(held.map((record) => [keyOf(record), record]));
  const acts = wanted.flatMap(({ record, facts }) => {
    const old = known.get(keyOf(record));
    if (!old) return [adding('load', kind, record)];
    return saysTheSame(kind, facts, old) ? [] : [correcting(kind, old.id, facts)];
  });
  return { acts, same: wanted.length - acts.length };
}

function correcting<T extends RecordedEntity>(
  kind: RecordedClass<T>,
  id: Uuid,
  facts: Partial<Stored<T>>,
): Act {
  return changing('correct', kind, id, {
    change: (record) => void Object.assign(record, facts),
    reason: 'The register’s source files say this now.',
  });
}

function saysTheSame<T extends RecordedEntity>(
  kind: RecordedClass<T>,
  facts: Partial<Stored<T>>,
  held: T,
): boolean {
  const [said, known] = [plainValues(kind, standIn(kind, facts)), plainValues(kind, held)];
  return Object.keys(facts).every(
    (name) => canonicalJson(said.get(name) ?? null) === canonicalJson(known.get(name) ?? null),
  );
}
