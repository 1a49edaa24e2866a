import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../access/requirement.js';
import { Register } from '../evidence/register.js';
import type { Actor } from '../identity/actor.js';
import { Acting } from '../identity/request-actor.js';
import { isRole, ROLES } from '../identity/roles.js';
import { isId } from '../kernel/identifiers.js';
import { NotFound } from '../kernel/refusal.js';
import { Page } from '../web/answer/page.js';
import { Redirect } from '../web/answer/redirect.js';
import { pageRequest, paging } from '../web/api/paging.js';
import { capitalised, day } from '../web/words.js';
import { Job, LoggedEvent, Mail } from './job-view.js';
import { OperationsQueries } from './operations.queries.js';
import { JobsService } from './jobs/jobs.service.js';

const ListQuery = z.object(paging);
type ListQuery = z.infer<typeof ListQuery>;

/** Pages on the running of the service: work under way, the outbox, and what was done to a record. */
@ApiExcludeController()
@Controller()
export class OperationsPages {
  constructor(
    private readonly queries: OperationsQueries,
    private readonly operations: JobsService,
    private readonly register: Register,
  ) {}

  @Get('jobs')
  @Requires('read', Job)
  async jobs(@Acting() actor: Actor, @Query({ schema: ListQuery }) query: ListQuery): Promise<Page> {
    const jobs = await this.queries.jobs(actor, pageRequest(query));
    return new Page('operations/jobs/views/jobs.njk', {
      title: 'Work you asked for',
      jobs,
      next: nextOf('/jobs', jobs.next),
    });
  }

  @Get('jobs/:id')
  @Requires('read', Job)
  async job(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    const job = await this.queries.job(actor, id);
    if (!job) throw new NotFound();
    const underWay = job.state === 'waiting' || job.state === 'running';
    return new Page('operations/jobs/views/job.njk', { title: job.title, job, underWay });
  }

  @Post('jobs/:id/cancel')
  @Requires('cancel', Job)
  async cancel(@Acting() actor: Actor, @Param('id') id: string): Promise<Redirect> {
    await this.operations.cancel(actor, id);
    return new Redirect(`/jobs/${id}`, 'The work was cancelled');
  }

  @Get('outbox')
  @Requires('read', Mail)
  async outbox(@Acting() actor: Actor, @Query({ schema: ListQuery }) query: ListQuery): Promise<Page> {
    const mail = await this.queries.mail(actor, pageRequest(query));
    return new Page('operations/outbox/views/outbox.njk', {
      title: 'Outbox',
      mail,
      next: nextOf('/outbox', mail.next),
      wide: true,
    });
  }

  @Get('records')
  @Requires('read', LoggedEvent)
  async log(@Acting() actor: Actor, @Query({ schema: ListQuery }) query: ListQuery): Promise<Page> {
    const { items, next } = await this.queries.log(actor, pageRequest(query));
    return new Page('operations/log/views/log.njk', {
      title: 'The log',
      rows: items.map(({ day: when, action, kind, subjectId, post }) => [
        {
          href: `/records/${kind}/${subjectId}`,
          text: `${capitalised(action.replaceAll('-', ' '))}: ${this.singular(kind)}`,
        },
        day(when),
        postInWords(post),
      ]),
      next: nextOf('/records', next),
    });
  }

  @Get('records/:kind/:id')
  @Requires('read', LoggedEvent)
  async history(@Acting() actor: Actor, @Param('kind') kind: string, @Param('id') id: string): Promise<Page> {
    const events = isId(id) ? await this.queries.history(actor, kind, id) : [];
    if (events.length === 0) throw new NotFound();
    const told = events.map((event) => Object.assign(event, { facts: factsOf(event) }));
    return new Page('operations/log/views/history.njk', {
      title: `What was done to this ${this.singular(kind)}`,
      caption: id,
      events: told,
      back: { href: '/records', text: 'The log' },
    });
  }

  private singular(kind: string): string {
    return this.register.kind(kind)?.singular ?? kind.replaceAll('-', ' ');
  }
}

function postInWords(post: string): string {
  return isRole(post) ? ROLES[post].label : capitalised(post);
}

function nextOf(path: string, next: string | null): string | null {
  return next && `${path}?after=${next}`;
}

function factsOf({ record }: LoggedEvent): { term: string; meaning: string }[] {
  return Object.entries(record).map(([term, value]) => ({
    term,
    meaning: typeof value === 'string' ? value : JSON.stringify(value),
  }));
}
