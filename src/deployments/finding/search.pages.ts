import { Controller, Get, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { chosenIn, NarrowedBy } from '../../web/asking/names-asked.js';
import { Page } from '../../web/answer/page.js';
import { addressWith, listRequest, typedIn, type TypedQuery } from '../../web/list-request.js';
import { placedCard } from '../claims/reading/claims-shown.js';
import { ClaimsQueries } from '../claims/reading/claims.queries.js';
import { Deployment } from '../deployment.entity.js';
import { LIFE_CYCLE_LABELS, LIFE_CYCLE_STATES } from '../life-cycle-state.js';
import { deploymentCard } from './deployment-page.js';
import { DeploymentsQueries } from './deployments.queries.js';
import { falseFriendsIn } from './false-friends.js';
import { OwnDeployment } from './own-deployment.js';
import { SearchRooms } from './search-rooms.js';

/** How many of the claims that a search finds stand below the schemes; the way to all of them stands beside. */
const MOST_CLAIMS = 5;

/** The search of the register for readers: schemes by any name, what is said with the same words, and what other rooms hold with them. */
@ApiExcludeController()
@Controller('deployments')
export class SearchPages {
  constructor(
    private readonly deployments: DeploymentsQueries,
    private readonly claims: ClaimsQueries,
    private readonly rooms: SearchRooms,
    private readonly own: OwnDeployment,
  ) {}

  @Get()
  @Requires('read', Deployment)
  @NarrowedBy('q', 'state', 'region', 'after')
  async list(@Acting() actor: Actor, @Query() query: TypedQuery): Promise<Page> {
    const [q, region] = [typedIn(query, 'q'), typedIn(query, 'region')];
    const state = chosenIn(query, 'state', LIFE_CYCLE_STATES);
    const [found, regions, said, elsewhere] = await Promise.all([
      this.deployments.list(actor, { q, state, region }, listRequest(query)),
      this.deployments.regions(actor),
      q === '' ? null : this.claims.list(actor, { q }, { limit: MOST_CLAIMS, after: null }),
      q === '' ? [] : this.rooms.found(actor, q),
    ]);
    return new Page('deployments/finding/views/list.njk', {
      title: 'Find a scheme',
      q,
      states: [
        { value: '', text: 'Any state', selected: state === undefined },
        ...LIFE_CYCLE_STATES.map((value) => ({
          value,
          text: LIFE_CYCLE_LABELS[value],
          selected: value === state,
        })),
      ],
      regions: [
        { value: '', text: 'Any region', selected: region === '' },
        ...regions.map((name) => ({ value: name, text: name, selected: name === region })),
      ],
      isSearch: q !== '' || state !== undefined || region !== '',
      isLater: typedIn(query, 'after') !== '',
      deployments: found.items.map(deploymentCard),
      falseFriends: falseFriendsIn([q]),
      claims: (said?.items ?? []).map((claim) => placedCard(claim)),
      allClaims: addressWith('/claims', { q }),
      elsewhere,
      next: found.next === null ? null : addressWith('/deployments', { q, state, region, after: found.next }),
      mayRegister: this.own.mayRegister(actor),
    });
  }
}
