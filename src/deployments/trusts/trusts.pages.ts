import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { NotFound } from '../../kernel/refusal.js';
import { OrganisationsQueries } from '../../organisations/organisations.queries.js';
import { knownFromBefore, successionsOf } from '../../organisations/lineage-in-words.js';
import { REGIONS } from '../../organisations/regions.js';
import { ORGANISATION_TYPE_CHOICES, ORGANISATION_TYPES } from '../../organisations/organisation-type.js';
import { NarrowedBy } from '../../web/asking/names-asked.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import { addressWith, listRequest, typedIn, type TypedQuery } from '../../web/list-request.js';
import { ClaimsOfOrganisations } from '../claims/reading/claims-of-organisations.js';
import { deploymentCard } from '../finding/deployment-page.js';
import { Deployment } from '../deployment.entity.js';
import { DeploymentsQueries } from '../finding/deployments.queries.js';
import { TrustsQueries } from './trusts.queries.js';
import { TrustMentions } from './trust-mentions.js';

/** Trusts for readers: who answers for schemes, and what is recorded of each. */
@ApiExcludeController()
@Controller('trusts')
export class TrustsPages {
  constructor(
    private readonly trusts: TrustsQueries,
    private readonly deployments: DeploymentsQueries,
    private readonly organisations: OrganisationsQueries,
    private readonly mentions: TrustMentions,
    private readonly claims: ClaimsOfOrganisations,
  ) {}

  @Get()
  @Requires('read', Deployment)
  @NarrowedBy('q', 'region', 'type', 'after')
  async list(@Acting() actor: Actor, @Query() query: TypedQuery): Promise<Page> {
    const [q, region, type] = [typedIn(query, 'q'), typedIn(query, 'region'), typedIn(query, 'type')];
    const filter = { q, region: region || undefined, type: type || undefined };
    const found = await this.trusts.list(actor, filter, listRequest(query));
    return new Page('deployments/trusts/views/trusts.njk', {
      title: 'How trusts are doing',
      q,
      regions: [
        { value: '', text: 'Any region', selected: region === '' },
        ...Object.entries(REGIONS).map(([value, text]) => ({ value, text, selected: value === region })),
      ],
      types: [
        { value: '', text: 'Any type', selected: type === '' },
        ...ORGANISATION_TYPE_CHOICES.map((choice) => ({ ...choice, selected: choice.value === type })),
      ],
      trusts: found.items.map((trust) => ({
        ...trust,
        type: ORGANISATION_TYPES[trust.type],
        region: REGIONS[trust.nationalGrouping ?? ''] ?? null,
      })),
      next: found.next === null ? null : addressWith('/trusts', { q, region, type, after: found.next }),
    });
  }

  /** Leads a trust's submitter to the page of that trust, or to all trusts where there are several. */
  @Get('own')
  @Requires('register', Deployment)
  async own(@Acting() actor: Actor): Promise<Redirect> {
    const [id, ...others] = actor.organisationsAs('TRUST_SUBMITTER');
    const trust = id === undefined || others.length > 0 ? null : await this.organisations.one(actor, id);
    return new Redirect(trust ? `/trusts/${trust.key}` : '/trusts');
  }

  @Get(':key')
  @Requires('read', Deployment)
  @NarrowedBy('after')
  async one(@Acting() actor: Actor, @Param('key') key: string, @Query() query: TypedQuery): Promise<Page> {
    const trust = await this.organisations.detail(actor, key);
    if (!trust) throw new NotFound();
    const [followed, found, mentions, said] = await Promise.all([
      this.organisations.followedBy(actor, trust.id),
      this.deployments.list(actor, { organisationId: trust.id }, listRequest(query)),
      this.mentions.of(actor, trust),
      this.claims.of(actor, trust),
    ]);
    const cards = (part: TrustPart) =>
      found.items.filter(({ lead }) => partOf(trust.id, followed, lead?.id) === part).map(deploymentCard);
    return new Page('deployments/trusts/views/trust.njk', {
      title: trust.name,
      wide: true,
      caption: ORGANISATION_TYPES[trust.type],
      back: { href: '/trusts', text: 'All trusts' },
      trust,
      facts: [
        ...knownFromBefore(trust),
        { key: 'ODS code', value: trust.odsCode ?? 'None' },
        { key: 'Region', value: REGIONS[trust.nationalGrouping ?? ''] ?? 'Not recorded' },
      ],
      ...successionsOf(trust),
      ...{ mentions, said },
      hasResult: mentions.some(({ isResult }) => isResult),
      led: cards('led'),
      inherited: cards('inherited'),
      joined: cards('joined'),
      next: found.next === null ? null : addressWith(`/trusts/${trust.key}`, { after: found.next }),
    });
  }
}

/** What a trust has to do with a scheme: it leads it, it followed the trust that led it, or it took part. */
type TrustPart = 'led' | 'inherited' | 'joined';

function partOf(trust: Uuid, followed: readonly Uuid[], lead: Uuid | undefined): TrustPart {
  if (lead === trust) return 'led';
  return lead !== undefined && followed.includes(lead) ? 'inherited' : 'joined';
}
