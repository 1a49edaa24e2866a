import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound } from '../../kernel/refusal.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import { pageRequest, paging } from '../../web/api/paging.js';
import { Job } from './job.js';
import { JobsQueries } from './jobs.queries.js';
import { JobsService } from './jobs.service.js';

const ListQuery = z.object(paging);
type ListQuery = z.infer<typeof ListQuery>;

/** Pages on long work: what somebody asked for, and how far it is. */
@ApiExcludeController()
@Controller('jobs')
export class JobsPages {
  constructor(
    private readonly queries: JobsQueries,
    private readonly service: JobsService,
  ) {}

  @Get()
  @Requires('read', Job)
  async list(@Acting() actor: Actor, @Query({ schema: ListQuery }) query: ListQuery): Promise<Page> {
    const jobs = await this.queries.jobs(actor, pageRequest(query));
    return new Page('operations/jobs/views/jobs.njk', {
      title: 'Work you asked for',
      jobs,
      next: jobs.next && `/jobs?after=${jobs.next}`,
    });
  }

  @Get(':id')
  @Requires('read', Job)
  async show(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    const job = await this.queries.job(actor, id);
    if (!job) throw new NotFound();
    const underWay = job.state === 'waiting' || job.state === 'running';
    return new Page('operations/jobs/views/job.njk', { title: job.title, job, underWay });
  }

  @Post(':id/cancel')
  @Requires('cancel', Job)
  async cancel(@Acting() actor: Actor, @Param('id') id: string): Promise<Redirect> {
    await this.service.cancel(actor, id);
    return new Redirect(`/jobs/${id}`, 'The work was cancelled');
  }
}
