import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../../access/requirement.js';
import { codeOnTheList } from '../../../evidence/sources/source-codes.js';
import type { Actor } from '../../../identity/actor.js';
import { Acting } from '../../../identity/request-actor.js';
import { NotFound } from '../../../kernel/refusal.js';
import type { ListPage } from '../../../platform/database/keyset.js';
import { Answers } from '../../../web/api/answers.js';
import { pageRequest, pageSchema, paging } from '../../../web/api/paging.js';
import { ClaimOut } from '../claim-out.js';
import { CLAIM_TOPICS } from '../claim-topics.js';
import { Claim } from '../claim.entity.js';
import { ClaimsQueries, type PlacedClaim } from './claims.queries.js';

const SchemeOut = z.object({ key: z.string(), title: z.string(), area: z.string(), fictional: z.boolean() });

const PlacedClaimOut = ClaimOut.extend({
  scheme: SchemeOut.nullable().meta({ description: 'The scheme that it is about, where it is about one.' }),
  schemes: z.array(SchemeOut).meta({ description: 'The schemes that it names, where it is about several.' }),
  organisations: z.array(z.object({ key: z.string(), name: z.string() })),
}).meta({ id: 'PlacedClaim' });

const ClaimPage = pageSchema('ClaimPage', PlacedClaimOut);

const ClaimQuery = z.object({
  ...paging,
  q: z.string().max(200).optional().meta({
    description: 'Words of what is said, of its cautions, figures or sources: `£497`, `23 of 57`.',
  }),
  topic: z.enum(CLAIM_TOPICS).optional(),
  organisation: z
    .string()
    .max(100)
    .optional()
    .meta({ description: 'The key of an organisation it concerns.' }),
  source: z.string().max(20).optional().meta({ description: 'The code of a source that it cites: `47`.' }),
  deployment: z.string().max(100).optional().meta({ description: 'The key of a deployment it is about.' }),
});

/** Claims for programs. */
@ApiTags('Claims')
@Controller('api/v1/claims')
export class ClaimsApi {
  constructor(private readonly claims: ClaimsQueries) {}

  @Get()
  @Requires('read', Claim)
  @Answers(ClaimPage)
  list(
    @Acting() actor: Actor,
    @Query({ schema: ClaimQuery }) query: z.infer<typeof ClaimQuery>,
  ): Promise<ListPage<PlacedClaim>> {
    const { source, ...narrowed } = query;
    const sources = source === undefined ? undefined : [codeOnTheList(source)];
    return this.claims.list(actor, { ...narrowed, sources }, pageRequest(query));
  }

  @Get(':key')
  @Requires('read', Claim)
  @Answers(PlacedClaimOut)
  async one(@Acting() actor: Actor, @Param('key') key: string): Promise<PlacedClaim> {
    const claim = await this.claims.one(actor, key);
    if (!claim) throw new NotFound();
    return claim;
  }
}
