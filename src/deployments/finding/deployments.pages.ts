import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { HistoryShown } from '../../evidence/history/history-shown.js';
import { Page } from '../../web/answer/page.js';
import { SchemeOnADay, type StoodScheme } from '../as-it-stood/scheme-on-a-day.js';
import { ShowsDays } from '../../web/day-asked.js';
import { day } from '../../web/words.js';
import { deploymentCard, deploymentPage } from './deployment-page.js';
import { Deployment } from '../deployment.entity.js';
import { DeploymentsQueries } from './deployments.queries.js';
import { falseFriendsIn } from './false-friends.js';
import { isLifeCycleState, LIFE_CYCLE_LABELS, LIFE_CYCLE_STATES } from '../life-cycle-state.js';
import { addressWith, listRequest, typedIn, type TypedQuery } from '../../web/list-request.js';
import { OwnDeployment } from './own-deployment.js';
import { SchemeReading } from '../reading/scheme-reading.js';
import { ownTasks, tasksElsewhere } from './own-tasks.js';

/** Deployments for readers: search by any name, and everything that is recorded of one. */
@ApiExcludeController()
@Controller('deployments')
export class DeploymentsPages {
  constructor(
    private readonly deployments: DeploymentsQueries,
    private readonly own: OwnDeployment,
    private readonly stood: SchemeOnADay,
    private readonly reading: SchemeReading,
    private readonly history: HistoryShown,
  ) {}

  @Get()
  @Requires('read', Deployment)
  async list(@Acting() actor: Actor, @Query() query: TypedQuery): Promise<Page> {
    const [q, asked, region] = [typedIn(query, 'q'), typedIn(query, 'state'), typedIn(query, 'region')];
    const state = isLifeCycleState(asked) ? asked : undefined;
    const found = await this.deployments.list(actor, { q, state, region }, listRequest(query));
    const regions = await this.deployments.regions(actor);
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
      next: found.next === null ? null : addressWith('/deployments', { q, state, region, after: found.next }),
      mayRegister: this.own.mayRegister(actor),
    });
  }

  @Get(':key')
  @Requires('read', Deployment)
  @ShowsDays()
  async one(@Acting() actor: Actor, @Param('key') key: string, @Query() query: TypedQuery): Promise<Page> {
    const detail = await this.stood.named(actor, key, query['at']);
    if ('asItStood' in detail) return this.asItStood(detail);
    const { mentions, ...read } = await this.reading.of(actor, detail);
    return new Page('deployments/finding/views/one.njk', {
      ...deploymentPage(detail),
      ...read,
      tasks: this.own.isOf(actor, detail) ? [...ownTasks(detail), ...tasksElsewhere(mentions)] : [],
      back: { href: '/deployments', text: 'All schemes' },
    });
  }

  private asItStood(detail: StoodScheme): Page {
    const page = deploymentPage(detail);
    return new Page('deployments/as-it-stood/views/stood.njk', {
      ...page,
      ...this.history.beside(detail),
      title: `${page.title}, as it stood on ${day(detail.asItStood.on)}`,
      tabTitle: `${page.title}, as it stood on ${day(detail.asItStood.on)}`,
      stood: detail.asItStood,
      back: { href: `/deployments/${detail.key}`, text: 'The record as it stands today' },
    });
  }
}
