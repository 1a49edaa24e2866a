import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound, Unprocessable } from '../../kernel/refusal.js';
import { Page } from '../../web/answer/page.js';
import type { Asked, FieldsOf } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { TakesFiles } from '../../web/guard/uploads.js';
import { RoundsQueries, type RoundRow } from '../rounds/rounds.queries.js';
import { ScopeDecision } from './scope-decision.entity.js';
import { HandOverCodes, PickScope } from './scope.forms.js';
import { asTyped, scopeLines } from './scope-lines.js';

/** The page on which a lead reviewer hands over a file of codes; what it says is then on the form, as if it had been typed. */
@ApiExcludeController()
@Controller('rounds/:id/scope/file')
export class ScopeFilesPages {
  constructor(private readonly rounds: RoundsQueries) {}

  @Get()
  @Requires('decide', ScopeDecision)
  async ask(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    return filePage(await this.found(actor, id), HandOverCodes.asked());
  }

  @Post()
  @Requires('decide', ScopeDecision)
  @TakesFiles()
  async read(@Acting() actor: Actor, @Param('id') id: string, @Body() body: unknown): Promise<Page> {
    const round = await this.found(actor, id);
    return submit(HandOverCodes, body, {
      act: async ({ file: [file] }) => {
        const { lines, issues } = await scopeLines('file', file?.bytes);
        if (issues.length > 0) throw new Unprocessable(issues);
        if (lines.length === 0)
          throw new Unprocessable([{ field: 'file', text: 'The file has no code in it' }]);
        return new Page('reviews/scoping/views/pick.njk', {
          title: 'Pick who owes an answer',
          caption: round.title,
          round,
          ...PickScope.asked({ pick: 'codes', codes: asTyped(lines) }),
        });
      },
      again: (asked) => filePage(round, asked),
    });
  }

  private async found(actor: Actor, id: string): Promise<RoundRow> {
    const round = await this.rounds.one(actor, id);
    if (!round) throw new NotFound();
    return round;
  }
}

function filePage(round: RoundRow, asked: Asked<FieldsOf<typeof HandOverCodes>>): Page {
  return new Page('reviews/scoping/views/file.njk', {
    title: 'Hand over a file of codes',
    caption: round.title,
    round,
    ...asked,
  });
}
