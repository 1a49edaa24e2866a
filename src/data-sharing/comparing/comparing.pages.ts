import { Controller, Get, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Page } from '../../web/answer/page.js';
import { RuleReport } from '../flow/rule-report.entity.js';
import { ComparingService } from './comparing.service.js';
import { shownComparison } from './comparison-shown.js';

/** Two stored reports of one flow beside each other. */
@ApiExcludeController()
@Controller('data-flows/:id/reports/:first/against/:second')
export class ComparingPages {
  constructor(private readonly comparing: ComparingService) {}

  @Get()
  @Requires('read', RuleReport)
  async compare(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('first') first: string,
    @Param('second') second: string,
  ): Promise<Page> {
    const { flow, comparison } = await this.comparing.compare(actor, id, [first, second]);
    return new Page('data-sharing/comparing/views/comparison.njk', {
      title: 'Two reports compared',
      flow,
      compared: shownComparison(comparison),
    });
  }
}
