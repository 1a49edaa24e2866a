import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { isId, newId, type Uuid } from '../../kernel/identifiers.js';
import { NotFound, OutOfTurn, Unprocessable } from '../../kernel/refusal.js';
import { adding, changing, type Act } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { OrganisationsQueries } from '../../organisations/organisations.queries.js';
import { Claim } from '../claims/claim.entity.js';
import { DeploymentAgency } from '../deployment-agency.entity.js';
import { DeploymentName, type NameKind } from '../deployment-name.entity.js';
import {
  partFields,
  newAgency,
  claimByTrust,
  draftDeployment,
  newName,
  type TrustAsSource,
  type NewAgency,
  type NewClaim,
  type NewDeployment,
} from './draft-deployment.js';
import type { DeploymentDetail } from '../finding/deployment-view.js';
import { Deployment } from '../deployment.entity.js';
import { DeploymentsQueries } from '../finding/deployments.queries.js';
import { Halt } from '../life-cycle/halt.entity.js';
import type { RegisterFiles } from '../loading/read-register-files.js';
import { SourceLoading, type LoadOutcome } from '../loading/source-loading.js';
import { Screening } from '../screening/screening.entity.js';
import { Transition } from '../life-cycle/transition.entity.js';

/** What people do with deployments, one method per act; each takes who does it and returns what came to be. */
@Injectable()
export class DeploymentsService {
  constructor(
    private readonly ledger: Ledger,
    private readonly deployments: DeploymentsQueries,
    private readonly organisations: OrganisationsQueries,
    private readonly clock: Clock,
    private readonly sources: SourceLoading,
  ) {}

  /** A trust registers a scheme: a draft that only its own people read until it is published. */
  async register(actor: Actor, told: NewDeployment): Promise<{ readonly id: Uuid; readonly key: string }> {
    const teller = await this.teller(actor, told.organisationId);
    await this.mustBeThere(actor, told.succeedsId ?? null);
    const { deployment, parts } = draftDeployment(told, teller);
    const acts = parts.map((part) => {
      if (part instanceof DeploymentName) return adding('name', DeploymentName, part);
      return part instanceof DeploymentAgency
        ? adding('involve', DeploymentAgency, part)
        : adding('state', Claim, part);
    });
    try {
      await this.ledger.perform(actor, adding('register', Deployment, deployment), ...acts);
      return { id: deployment.id, key: deployment.key };
    } catch (refusal) {
      const first = refusal instanceof OutOfTurn ? await this.deployments.one(actor, deployment.id) : null;
      if (first) return { id: first.id, key: first.key };
      throw refusal;
    }
  }

  /** A trust mends the title, area or note of its scheme. */
  async correct(
    actor: Actor,
    id: Uuid,
    told: {
      readonly title: string;
      readonly area: string;
      readonly note: string | null;
      readonly expected?: number;
    },
  ): Promise<void> {
    const change = (deployment: Deployment): void => deployment.correct(told);
    await this.ledger.perform(
      actor,
      changing('correct', Deployment, id, { change, expected: told.expected ?? null }),
    );
  }

  /** A trust adds a name that its scheme has gone by. */
  async addName(
    actor: Actor,
    id: Uuid,
    told: { readonly name: string; readonly kind: NameKind },
  ): Promise<Uuid> {
    const name = newName(told, partFields(await this.found(actor, id)));
    await this.ledger.perform(actor, adding('name', DeploymentName, name));
    return name.id;
  }

  /** A trust names an agency and the part it played; one that the register holds under this name is linked to it. */
  async addAgency(actor: Actor, id: Uuid, told: NewAgency): Promise<Uuid> {
    const deployment = await this.found(actor, id);
    const organisationId = told.organisationId ?? (await this.organisationNamed(actor, told.name ?? ''));
    const agency = newAgency({ ...told, organisationId }, partFields(deployment));
    await this.ledger.perform(actor, adding('involve', DeploymentAgency, agency));
    return agency.id;
  }

  /** A trust says something of its scheme, once; it stands beside what others say, and replaces nothing. */
  async state(actor: Actor, id: Uuid, told: NewClaim): Promise<{ readonly id: Uuid; readonly key: string }> {
    const deployment = await this.found(actor, id);
    const keys = deployment.claims.map(({ key }) => key);
    if (told.contradicts?.some((key) => !keys.includes(key)) === true)
      throw new Unprocessable([
        { field: 'contradicts', text: 'Select one of the claims about this deployment.' },
      ]);
    const teller = await this.teller(actor, deployment.leadOrganisationId ?? '');
    const claim = claimByTrust(told, teller, `${deployment.key}-${newId().slice(-8)}`);
    await this.ledger.perform(actor, adding('state', Claim, Object.assign(claim, partFields(deployment))));
    return { id: claim.id, key: claim.key };
  }

  /** A trust opens its draft, and everything in it, to everyone. */
  async publish(actor: Actor, id: Uuid, expected: number | null = null): Promise<void> {
    const [deployment, parts] = await Promise.all([
      this.found(actor, id),
      this.deployments.partsOf(actor, id),
    ]);
    const isScreened = deployment.screenings.length > 0;
    const open = (part: { publish(): void }): void => part.publish();
    const acts: Act[] = [
      changing('publish', Deployment, id, { change: (one) => one.publish(isScreened), expected }),
      ...(parts?.names ?? []).map((part) => changing('publish', DeploymentName, part, { change: open })),
      ...(parts?.agencies ?? []).map((part) => changing('publish', DeploymentAgency, part, { change: open })),
      ...(parts?.claims ?? []).map((part) => changing('publish', Claim, part, { change: open })),
      ...(parts?.screenings ?? []).map((part) => changing('publish', Screening, part, { change: open })),
      ...(parts?.transitions ?? []).map((part) => changing('publish', Transition, part, { change: open })),
      ...(parts?.halts ?? []).map((part) => changing('publish', Halt, part, { change: open })),
    ];
    await this.ledger.perform(actor, ...acts);
  }

  /** Loads what public sources say, all or nothing; the same files a second time change nothing. */
  async loadFromSources(actor: Actor, files: RegisterFiles): Promise<LoadOutcome> {
    return this.sources.load(actor, files);
  }

  private async found(actor: Actor, id: Uuid): Promise<DeploymentDetail> {
    const deployment = await this.deployments.one(actor, id);
    if (!deployment) throw new NotFound();
    return deployment;
  }

  private async teller(actor: Actor, name: string): Promise<TrustAsSource> {
    const organisation = await this.organisations.one(actor, name.replaceAll('\0', ''));
    if (organisation) return { organisation, today: this.clock.today() };
    throw new Unprocessable([{ field: 'organisation', text: 'Select a trust that is in the register.' }]);
  }

  private async mustBeThere(actor: Actor, id: Uuid | null): Promise<void> {
    if (id === null || (isId(id) && (await this.deployments.one(actor, id)))) return;
    throw new Unprocessable([{ field: 'succeeds', text: 'Select a deployment that is in the register.' }]);
  }

  private async organisationNamed(actor: Actor, name: string): Promise<Uuid | null> {
    const { items } = await this.organisations.list(actor, { q: name.trim() }, { limit: 10, after: null });
    const same = items.find((item) => item.name.toLowerCase() === name.trim().toLowerCase());
    return same?.id ?? null;
  }
}
