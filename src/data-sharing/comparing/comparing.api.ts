import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { RuleReport } from '../flow/rule-report.entity.js';
import { ComparingService } from './comparing.service.js';
import { judgements } from '../flow/flow-out.js';
import { Answers } from '../../web/api/answers.js';

const Said = z.object({ version: z.int(), outcome: z.string(), message: z.string(), judgements }).nullable();

const ReportComparison = z
  .object({
    recordChanged: z.boolean(),
    ruleSetChanged: z.boolean(),
    dayChanged: z.boolean(),
    same: z.int().meta({ description: 'How many rules say the same in both.' }),
    changed: z.array(
      z.object({
        rule: z.string(),
        before: Said,
        after: Said,
        reasons: z.array(z.enum(['rule-added', 'rule-gone', 'rule', 'record', 'day', 'register'])),
      }),
    ),
  })
  .meta({ id: 'ReportComparison' });

/** Two stored reports of one flow compared, for programs. */
@ApiTags('Data flows')
@Controller('api/v1/flows/:id/reports/:first/against/:second')
export class ComparingApi {
  constructor(private readonly comparing: ComparingService) {}

  @Get()
  @Requires('read', RuleReport)
  @Answers(ReportComparison)
  async compare(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('first') first: string,
    @Param('second') second: string,
  ) {
    return (await this.comparing.compare(actor, id, [first, second])).comparison;
  }
}
