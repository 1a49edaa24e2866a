import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import { standIn } from '../../access/stand-in.js';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { isToCome } from '../../kernel/days/dates-fit.js';
import { isId, newId, type Uuid } from '../../kernel/identifiers.js';
import { NotFound, Unprocessable } from '../../kernel/refusal.js';
import { adding, addingOnce, changing, type Look } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { Organisation } from '../../organisations/organisation.entity.js';
import { OrganisationsQueries } from '../../organisations/organisations.queries.js';
import { columns, select } from '../../platform/database/selection.js';
import { claimByTrust, type NewClaim } from '../claims/claim-by-trust.js';
import { Claim } from '../claims/claim.entity.js';
import { DeploymentAgency } from '../deployment-agency.entity.js';
import { DeploymentName, type NameKind } from '../deployment-name.entity.js';
import { DeploymentPlace, type PlaceKind } from '../deployment-place.entity.js';
import { Deployment, type DeploymentDetails } from '../deployment.entity.js';
import { lockedDeployment } from '../locked-deployment.js';
import { partFields } from '../part-of-deployment.entity.js';
import { pickedOrganisation } from './picked-organisation.js';
import { dateFaults } from './date-faults.js';
import { datesMustFit } from './fitting-dates.js';
import {
  draftDeployment,
  newAgency,
  newName,
  newPlace,
  type NewAgency,
  type NewDeployment,
} from './draft-deployment.js';

/** Why a trust corrects its record, needed once it is public, and the revision that it saw. */
export interface CorrectionTerms {
  readonly reason?: string | null;
  readonly expected?: number | null;
}

/** What a trust records of its own schemes, one method per act; each takes who does it and returns what came to be. */
@Injectable()
export class DeploymentsService {
  constructor(
    private readonly ledger: Ledger,
    private readonly access: Access,
    private readonly organisations: OrganisationsQueries,
    private readonly clock: Clock,
  ) {}

  /** A trust registers a scheme: a draft that only its own people read until it is published. Sent again, it is the first. */
  async register(actor: Actor, given: NewDeployment): Promise<{ readonly id: Uuid; readonly key: string }> {
    const organisation = await this.organisations.one(actor, given.organisationId.replaceAll('\0', ''));
    if (!organisation)
      throw new Unprocessable([{ field: 'organisation', text: 'Select a trust that is in the register.' }]);
    const today = this.clock.today();
    const faults = dateFaults(given, today);
    if (faults.length > 0) throw new Unprocessable(faults);
    const draft = draftDeployment(given, { organisation, today });
    return this.ledger.decide(actor, async ({ look, perform }) => {
      await mustBeThere(look, given.succeedsId ?? null);
      const { deployment } = draft;
      await perform(
        addingOnce('register', Deployment, deployment, { about: organisation.id, said: given }),
        ...draft.names.map((name) => adding('name', DeploymentName, name)),
        ...draft.agencies.map((agency) => adding('involve', DeploymentAgency, agency)),
        ...draft.claims.map((claim) => adding('state', Claim, claim)),
      );
      return { id: deployment.id, key: deployment.key };
    });
  }

  /** A trust mends what it said of its scheme itself; what is not given stays as it is, and what it said before is kept. */
  async correct(
    actor: Actor,
    id: Uuid,
    details: Partial<DeploymentDetails>,
    { reason = null, expected = null }: CorrectionTerms = {},
  ): Promise<void> {
    const change = (deployment: Deployment): void => deployment.correct(details, reason);
    await this.ledger.perform(actor, changing('correct', Deployment, id, { change, expected, reason }));
  }

  /** A trust adds a name that its scheme has gone by. */
  async addName(
    actor: Actor,
    id: Uuid,
    given: { readonly name: string; readonly kind: NameKind },
  ): Promise<Uuid> {
    return this.ledger.decide(actor, async ({ look, perform }) => {
      const deployment = await lockedDeployment(look, id, (seen) =>
        this.access.require(actor, 'name', standIn(DeploymentName, partFields(seen))),
      );
      const name = newName(given, partFields(deployment));
      await perform(adding('name', DeploymentName, name));
      return name.id;
    });
  }

  /** A trust says in which place its scheme lies. */
  async addPlace(
    actor: Actor,
    id: Uuid,
    given: { readonly name: string; readonly kind: PlaceKind },
  ): Promise<Uuid> {
    return this.ledger.decide(actor, async ({ look, perform }) => {
      const deployment = await lockedDeployment(look, id, (seen) =>
        this.access.require(actor, 'place', standIn(DeploymentPlace, partFields(seen))),
      );
      const place = newPlace(given, partFields(deployment));
      await perform(adding('place', DeploymentPlace, place));
      return place.id;
    });
  }

  /**
   * A trust picks an agency from the register and says which part it played; one that the register lacks is kept by name.
   * @throws Unprocessable where the name is of no organisation, or of several, and none was picked.
   */
  async addAgency(actor: Actor, id: Uuid, given: NewAgency): Promise<Uuid> {
    return this.ledger.decide(actor, async ({ look, perform }) => {
      const deployment = await lockedDeployment(look, id, (seen) =>
        this.access.require(actor, 'involve', standIn(DeploymentAgency, partFields(seen))),
      );
      const organisationId = given.organisationId ?? (await pickedOrganisation(look, given));
      const agency = newAgency({ ...given, organisationId }, partFields(deployment));
      await perform(adding('involve', DeploymentAgency, agency));
      return agency.id;
    });
  }

  /** A trust says something of its scheme; it stands beside what others say, and replaces nothing. */
  async state(actor: Actor, id: Uuid, given: NewClaim): Promise<{ readonly id: Uuid; readonly key: string }> {
    return this.ledger.decide(actor, async ({ look, perform }) => {
      const deployment = await lockedDeployment(look, id, (seen) =>
        this.access.require(actor, 'state', standIn(Claim, { ...partFields(seen), registeredBy: 'trust' })),
      );
      await mustBeAbout(look, deployment, given.contradicts ?? []);
      const today = this.clock.today();
      const [organisation] = await look(
        TRUST.from('organisations.organisation o WHERE o.id = $1', [deployment.leadOrganisationId]),
      );
      if (!organisation) throw new NotFound();
      const claim = claimByTrust(
        {
          ...given,
          planned: given.planned ?? isToCome(given.dated, today),
          key: `${deployment.key}-${newId().slice(-8)}`,
        },
        { organisation, today },
        partFields(deployment),
      );
      await perform(adding('state', Claim, claim));
      await datesMustFit(look, id, 'dated');
      return { id: claim.id, key: claim.key };
    });
  }
}

const KEY = select(columns(Deployment, 'd', 'id', 'key'));
const TRUST = select(columns(Organisation, 'o', 'id', 'name', 'fictional'));
const CLAIM_KEY = select(columns(Claim, 'c', 'key'));

async function mustBeThere(look: Look, id: Uuid | null): Promise<void> {
  if (id === null) return;
  const found = isId(id) ? await look(KEY.from('deployments.deployment d WHERE d.id = $1', [id])) : [];
  if (found.length === 0)
    throw new Unprocessable([{ field: 'succeeds', text: 'Select a deployment that is in the register.' }]);
}

async function mustBeAbout(look: Look, { id, key }: Deployment, claims: readonly string[]): Promise<void> {
  const named = [...new Set(claims)];
  const about = 'deployments.claim c WHERE c.key = ANY ($1) AND (c.deployment_id = $2 OR $3 = ANY (c.about))';
  const found = named.length === 0 ? [] : await look(CLAIM_KEY.from(about, [named, id, key]));
  if (found.length < named.length)
    throw new Unprocessable([
      { field: 'contradicts', text: 'Select one of the claims about this deployment.' },
    ]);
}
