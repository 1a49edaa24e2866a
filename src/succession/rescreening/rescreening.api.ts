import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import { LIFE_CYCLE_STATES } from '../../deployments/life-cycle-state.js';
import { Screening } from '../../deployments/screening/classification/screening.entity.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Clock } from '../../kernel/clock.js';
import { wordsOf } from '../../kernel/words/words-of.js';
import { Answers } from '../../web/api/answers.js';
import { pageRequest, pageSchema, paging } from '../../web/api/paging.js';
import { rescreened, screeningInWords, type RescreenedScheme } from './ended-scheme.js';
import { EndedSchemesQueries } from './ended-schemes.queries.js';
import { RESCREENING_STANDINGS } from './rescreenings.js';

const Paging = z.object(paging);

const RescreeningOut = z.object({
  months: z.union([z.literal(6), z.literal(12)]),
  standing: z.enum(wordsOf(RESCREENING_STANDINGS)),
  from: z.iso.date().meta({ description: 'The first day on which a screening counts for it.' }),
  due: z.iso.date().meta({ description: 'The last day on which it is in time.' }),
  doneOn: z.iso.date().nullable(),
  missedSince: z.iso.date().nullable(),
  inWords: z.string(),
});

const EndedSchemePage = pageSchema(
  'EndedSchemePage',
  z
    .object({
      scheme: z.object({ key: z.string(), title: z.string(), fictional: z.boolean() }),
      state: z
        .enum(LIFE_CYCLE_STATES)
        .nullable()
        .meta({ description: 'Null where a claim alone says that it ended.' }),
      ended: z.string().nullable().meta({ description: 'As closely as it is known.' }),
      followedBy: z.array(z.object({ key: z.string(), title: z.string() })),
      screenings: z.array(RescreeningOut),
    })
    .meta({ id: 'EndedScheme' }),
);

/** Whether what is there after a scheme ended was screened again, for programs. */
@ApiTags('Successors')
@Controller('api/v1/successors/re-screenings')
export class RescreeningApi {
  constructor(
    private readonly ended: EndedSchemesQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('read', Screening)
  @Answers(EndedSchemePage)
  async list(@Acting() actor: Actor, @Query({ schema: Paging }) query: z.infer<typeof Paging>) {
    const { items, next } = await this.ended.list(actor, pageRequest(query));
    const today = this.clock.today();
    return { items: items.flatMap((scheme) => rescreened(scheme, today) ?? []).map(outOf), next };
  }
}

function outOf({ scheme, ended, screenings }: RescreenedScheme) {
  return {
    scheme,
    state: ended.state,
    ended: ended.at?.value ?? null,
    followedBy: scheme.followedBy,
    screenings: screenings.map((one) => ({ ...one, inWords: screeningInWords(one).text })),
  };
}
