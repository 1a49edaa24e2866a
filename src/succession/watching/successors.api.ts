import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import { ClaimOut } from '../../deployments/claims/claim-out.js';
import { Claim } from '../../deployments/claims/claim.entity.js';
import { Deployment } from '../../deployments/deployment.entity.js';
import { DeploymentsQueries } from '../../deployments/finding/deployments.queries.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Answers } from '../../web/api/answers.js';
import { pageRequest, paging } from '../../web/api/paging.js';
import { isOfLineage } from '../naming/named-shown.js';
import { namedBySources } from '../naming/named-by-sources.js';
import { SuccessionWatch } from './succession-watch.js';
import { SuccessorOut, successorOut, SuccessorPage } from './successors-out.js';
import { WatchQueries } from './watch.queries.js';

const Paging = z.object(paging);

const NamedOut = z
  .object({
    name: z.string().nullable().meta({ description: 'As sources give it; null where a claim names none.' }),
    ofLineage: z
      .boolean()
      .meta({ description: 'Whether some claim says where it came from or what followed.' }),
    scheme: z
      .object({ key: z.string(), title: z.string(), area: z.string() })
      .nullable()
      .meta({ description: 'The scheme of the register that goes by it; null where it holds none.' }),
    claims: z.array(ClaimOut),
  })
  .meta({ id: 'NamedBySources' });

const NamedList = z.object({ items: z.array(NamedOut) }).meta({ id: 'NamedBySourcesList' });

const SuccessorList = z.object({ items: z.array(SuccessorOut) }).meta({ id: 'PossibleSuccessorList' });

/** What may go on under another name, for programs. */
@ApiTags('Successors')
@Controller('api/v1')
export class SuccessorsApi {
  constructor(
    private readonly watch: SuccessionWatch,
    private readonly queries: WatchQueries,
    private readonly deployments: DeploymentsQueries,
  ) {}

  @Get('successors')
  @Requires('read', Deployment)
  @Answers(SuccessorPage)
  async list(@Acting() actor: Actor, @Query({ schema: Paging }) query: z.infer<typeof Paging>) {
    const { items, next } = await this.watch.list(actor, pageRequest(query));
    return { items: items.map(successorOut), next };
  }

  @Get('successors/named')
  @Requires('read', Claim)
  @Answers(NamedList)
  async named(@Acting() actor: Actor) {
    const named = namedBySources(await this.queries.naming(actor));
    return { items: named.map((one) => ({ ...one, ofLineage: isOfLineage(one) })) };
  }

  @Get('deployments/:name/successors')
  @Requires('read', Deployment)
  @Answers(SuccessorList)
  async one(@Acting() actor: Actor, @Param('name') name: string) {
    const { id } = await this.deployments.named(actor, name);
    return { items: (await this.watch.of(actor, id)).map(successorOut) };
  }
}
