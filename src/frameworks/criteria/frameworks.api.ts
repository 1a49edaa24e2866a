import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { isCalendarDay } from '../../kernel/days/calendar-day.js';
import { NotFound } from '../../kernel/refusal.js';
import { criterionView } from './criterion-view.js';
import { criteriaInForce } from '../edition/criteria-in-force.js';
import { GRAVITIES } from '../edition/gravity.js';
import { NOTHING_VERIFIED } from '../edition/verification.js';
import { FrameworkEdition } from '../framework-edition.entity.js';
import { FrameworksQueries } from '../frameworks.queries.js';
import { bearingOn } from '../../evidence/bearing.js';
import { Register } from '../../evidence/register.js';
import { Answers } from '../../web/api/answers.js';

const EditionOut = z
  .object({
    id: z.uuid(),
    key: z.string(),
    title: z.string(),
    version: z.number(),
    asAt: z.string(),
    contentHash: z
      .string()
      .meta({ description: 'SHA-256 over the canonical JSON (RFC 8785) of the content.' }),
    sourceHash: z.string().meta({ description: 'SHA-256 over the bytes of the published file.' }),
    publishedOn: z.string(),
    criteria: z.number(),
  })
  .meta({ id: 'FrameworkEdition' });

const EditionList = z.object({ items: z.array(EditionOut) }).meta({ id: 'FrameworkEditionList' });

const CriterionOut = z
  .object({
    code: z.string(),
    domain: z.string(),
    domainName: z.string(),
    requirement: z.string(),
    inferred: z
      .boolean()
      .meta({ description: 'The source does not say it in these words; a trust may challenge it.' }),
    gravity: z.enum(GRAVITIES),
    gravityNote: z.string().nullable(),
    evidenceExpected: z.string(),
    sources: z.array(
      z.object({
        key: z.string(),
        citation: z.string(),
        inForceFrom: z.string(),
        inForceTo: z.string().nullable(),
      }),
    ),
    letterConcerns: z.array(z.object({ code: z.string(), text: z.string() })),
    records: z
      .array(z.object({ heading: z.string(), what: z.string() }))
      .meta({ description: 'Kinds of record of a scheme that bear on it, as each kind declares.' }),
  })
  .meta({ id: 'Criterion' });

const CriterionList = z
  .object({ framework: z.string(), contentHash: z.string(), asAt: z.string(), items: z.array(CriterionOut) })
  .meta({ id: 'CriterionList' });

const CriteriaQuery = z.object({
  asAt: z
    .string()
    .refine(isCalendarDay, { error: 'Give a day that exists, written YYYY-MM-DD.' })
    .optional()
    .meta({
      description:
        'Show the criteria and sources that were in force on this day; left out, the day of the edition.',
    }),
});

/** Framework editions and their criteria for programs. */
@ApiTags('Frameworks')
@Controller('api/v1/frameworks')
export class FrameworksApi {
  constructor(
    private readonly frameworks: FrameworksQueries,
    private readonly register: Register,
  ) {}

  @Get()
  @Requires('read', FrameworkEdition)
  @Answers(EditionList)
  async list(@Acting() actor: Actor): Promise<z.infer<typeof EditionList>> {
    return { items: await this.frameworks.list(actor) };
  }

  @Get(':key/criteria')
  @Requires('read', FrameworkEdition)
  @Answers(CriterionList)
  async criteria(
    @Acting() actor: Actor,
    @Param('key') key: string,
    @Query({ schema: CriteriaQuery }) query: z.infer<typeof CriteriaQuery>,
  ): Promise<z.infer<typeof CriterionList>> {
    const found = await this.frameworks.one(actor, key);
    if (!found) throw new NotFound();
    const { edition, contentHash } = found;
    const asAt = query.asAt ?? edition.asAt;
    const items = criteriaInForce(edition, asAt, NOTHING_VERIFIED).map((each) => ({
      ...criterionView(edition, each),
      records: bearingOn(each.criterion.id, this.register.bearings).map(({ heading, what }) => ({
        heading,
        what,
      })),
    }));
    return { framework: found.key, contentHash, asAt, items };
  }
}
