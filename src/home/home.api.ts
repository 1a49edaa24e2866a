import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { RequiresSignIn } from '../access/requirement.js';
import type { Actor } from '../identity/actor.js';
import { ROLE_CODES } from '../identity/roles.js';
import { Acting } from '../identity/request-actor.js';
import { Answers } from '../web/api/answers.js';
import { Homes } from './homes.js';

const HomeOut = z
  .object({
    tasks: z.array(
      z.object({
        text: z.string(),
        href: z.string().meta({ description: 'The page on which it is done.' }),
        about: z.string(),
        due: z
          .string()
          .nullable()
          .meta({ description: 'The last day in time; null where nothing says one.' }),
        daysLeft: z.number().nullable().meta({ description: 'Calendar days; fewer than none when overdue.' }),
        as: z.enum(ROLE_CODES).meta({ description: 'The role in which it is done.' }),
      }),
    ),
    parts: z.array(
      z.object({
        title: z.string(),
        lines: z.array(
          z.object({
            ...{ text: z.string(), href: z.string(), note: z.string() },
            state: z.object({ text: z.string() }).nullable(),
          }),
        ),
        links: z.array(z.object({ href: z.string(), text: z.string() })),
      }),
    ),
  })
  .meta({ id: 'Home' });

/** What waits for whoever asks, for programs. */
@ApiTags('Home')
@Controller('api/v1/home')
export class HomeApi {
  constructor(private readonly homes: Homes) {}

  @Get()
  @RequiresSignIn()
  @Answers(HomeOut)
  async show(@Acting() actor: Actor): Promise<z.infer<typeof HomeOut>> {
    const { tasks, parts } = await this.homes.of(actor);
    return {
      tasks: [...tasks],
      parts: parts.map(({ title, lines, links }) => ({ title, lines: [...lines], links: [...links] })),
    };
  }
}
