import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Answers } from '../../web/api/answers.js';
import { Deployment } from '../deployment.entity.js';
import { DeploymentsQueries } from '../finding/deployments.queries.js';
import { SchemeReading } from './scheme-reading.js';

const link = z.object({
  text: z.string(),
  href: z
    .string()
    .meta({ description: 'The page that says it in full, below this site or the scheme’s page.' }),
});

const SchemeSectionsOut = z
  .object({
    notAnswered: z.array(z.string()).meta({ description: 'What nobody has answered of the scheme itself.' }),
    contested: z.array(link).meta({ description: 'Where those who say something of it disagree.' }),
    results: z.array(link.extend({ state: z.string().nullable() })),
    sections: z.array(
      z.object({
        heading: z.string(),
        href: z.string(),
        known: z
          .string()
          .nullable()
          .meta({ description: 'What is known in a sentence; null where nothing is.' }),
        unanswered: z.array(z.string()).meta({ description: 'What nobody has answered, in sentences.' }),
        bearsOn: z
          .array(z.object({ code: z.string(), name: z.string() }))
          .meta({ description: 'Domains of the criteria of a review that it bears on.' }),
      }),
    ),
  })
  .meta({ id: 'SchemeSections' });

/** What every room knows of a scheme, for programs: the same sections as on its page. */
@ApiTags('Deployments')
@Controller('api/v1/deployments/:name')
export class SchemeSectionsApi {
  constructor(
    private readonly deployments: DeploymentsQueries,
    private readonly reading: SchemeReading,
  ) {}

  @Get('sections')
  @Requires('read', Deployment)
  @Answers(SchemeSectionsOut)
  async one(@Acting() actor: Actor, @Param('name') name: string): Promise<z.input<typeof SchemeSectionsOut>> {
    const scheme = await this.deployments.named(actor, name);
    const { notAnswered, contested, results, sections } = await this.reading.of(actor, scheme);
    return {
      notAnswered: [...notAnswered],
      contested: contested.map(({ text, href }) => ({ text, href })),
      results: results.map(({ text, href, state = null }) => ({ text, href, state })),
      sections: sections.map(({ heading, href, known, unanswered, bearsOn }) => ({
        ...{ heading, href, known, unanswered: [...unanswered] },
        bearsOn: bearsOn.map(({ code, name: called }) => ({ code, name: called })),
      })),
    };
  }
}
