import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { Clock } from '../../kernel/clock.js';
import { HistoryShown } from '../../evidence/history/history-shown.js';
import { Page } from '../../web/answer/page.js';
import { SchemeOnADay, type StoodScheme } from '../as-it-stood/scheme-on-a-day.js';
import { ShowsDays } from '../../web/asking/day-asked.js';
import { day } from '../../web/words.js';
import { deploymentPage } from './deployment-page.js';
import { Deployment } from '../deployment.entity.js';
import type { TypedQuery } from '../../web/list-request.js';
import type { DeploymentDetail } from './deployment-view.js';
import { ordersAgainstState, toldHalt } from '../life-cycle/halts/told-halt.js';
import { OwnDeployment } from './own-deployment.js';
import { SchemeReading } from '../reading/scheme-reading.js';
import { ownTasks, tasksElsewhere } from './own-tasks.js';

/** A deployment for readers: everything that is recorded of it. */
@ApiExcludeController()
@Controller('deployments')
export class DeploymentsPages {
  constructor(
    private readonly own: OwnDeployment,
    private readonly stood: SchemeOnADay,
    private readonly reading: SchemeReading,
    private readonly history: HistoryShown,
    private readonly clock: Clock,
  ) {}

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
      ...haltsOn(detail, this.clock.today()),
      tasks: this.own.isOf(actor, detail) ? [...ownTasks(detail), ...tasksElsewhere(mentions)] : [],
      back: { href: '/deployments', text: 'All schemes' },
    });
  }

  private asItStood(detail: StoodScheme): Page {
    const page = { ...deploymentPage(detail), ...haltsOn(detail, detail.asItStood.on) };
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

function haltsOn(detail: DeploymentDetail, today: CalendarDay) {
  return {
    halts: detail.halts.map((halt) => toldHalt(halt, today)),
    ordersAgainstState: ordersAgainstState(detail.halts, detail),
  };
}
