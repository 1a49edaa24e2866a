import { Body, Controller, Get, Param, Post, type Type } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../../access/requirement.js';
import type { Actor } from '../../../identity/actor.js';
import { Acting } from '../../../identity/request-actor.js';
import { isId, type Uuid } from '../../../kernel/identifiers.js';
import { Answers } from '../../../web/api/answers.js';
import { DeploymentsQueries } from '../../finding/deployments.queries.js';
import { EntriesQueries } from '../entries.queries.js';
import { EntriesService } from '../telling/entries.service.js';
import { saidUnder } from './entry-cells.js';
import type { EntryKind } from '../entry-kind.js';

const EntryId = z.object({ id: z.uuid() }).meta({ id: 'EntryId' });

/** A kind of entry for programs: everything that is said of a scheme, and one more entry by its trust. */
export function apiOfEntries(kind: EntryKind): Type {
  const Told = z.object({
    known: z.string().nullable().meta({ description: 'One sentence that says what is known.' }),
    unanswered: z.array(z.string()).meta({ description: 'What nobody has answered.' }),
    cautions: z.array(z.string()),
    entries: z.array(kind.out),
  });

  @ApiTags('Deployments')
  @Controller('api/v1/deployments/:name')
  class EntriesApi {
    constructor(
      private readonly deployments: DeploymentsQueries,
      private readonly queries: EntriesQueries,
      private readonly service: EntriesService,
    ) {}

    @Get(kind.path)
    @Requires('read', kind.recorded)
    @Answers(Told)
    async list(@Acting() actor: Actor, @Param('name') name: string): Promise<z.input<typeof Told>> {
      const scheme = await this.deployments.named(actor, name);
      const entries = await this.queries.ofScheme(actor, scheme.id, kind.reads);
      const { known, unanswered, cautions = [] } = kind.together(entries, scheme);
      return {
        known,
        unanswered: [...unanswered],
        cautions: [...cautions],
        entries: entries.all(kind.recorded).map((entry) => saidUnder(entry, Object.keys(kind.out.shape))),
      };
    }

    @Post(kind.path)
    @Requires('tell', kind.recorded)
    @Answers(EntryId, 201)
    async tell(
      @Acting() actor: Actor,
      @Param('name') name: string,
      @Body({ schema: kind.tell.schema }) { once, ...answers }: Readonly<Record<string, unknown>>,
    ): Promise<{ readonly id: Uuid }> {
      const { id } = await this.deployments.named(actor, name);
      return {
        id: await this.service.tell(actor, kind, id, { answers, once: isId(once) ? once : undefined }),
      };
    }
  }
  return EntriesApi;
}
