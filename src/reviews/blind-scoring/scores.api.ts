import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { AllRecordedOut } from '../recorded-out.js';
import { ScoreLock } from './score-lock.entity.js';
import { Score } from './score.entity.js';
import { ScoreItem } from './score.forms.js';
import { ScoringService, type LockReceipt } from './scoring.service.js';
import { Answers } from '../../web/api/answers.js';

const MOST_AT_ONCE = 200;

const Scores = z
  .strictObject({ items: z.array(ScoreItem.schema).min(1).max(MOST_AT_ONCE) })
  .meta({ id: 'Scores' });

const LockOut = z
  .object({
    id: z.uuid(),
    contentHash: z.string(),
    nonce: z.string().meta({ description: 'Published with the scores.' }),
    salt: z
      .string()
      .meta({ description: 'Keep it: it is never published, and it opens the hash of each rationale.' }),
    opened: z.boolean().meta({ description: 'True when this was the last lock, so that all may compare.' }),
  })
  .meta({ id: 'ScoreLock' });

/** Blind scores and their locks, for programs. */
@ApiTags('Reviews')
@Controller('api/v1/reviews/:id')
export class ScoresApi {
  constructor(private readonly scoring: ScoringService) {}

  @Post('scores')
  @Requires('score', Score)
  @Answers(AllRecordedOut, 201)
  async score(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: Scores }) { items }: z.infer<typeof Scores>,
  ): Promise<z.infer<typeof AllRecordedOut>> {
    const scores = items.map(({ version, grade, ...item }) => ({
      ...item,
      grade: grade ?? null,
      after: version,
    }));
    return { ids: await this.scoring.scoreAll(actor, id, scores) };
  }

  @Post('lock')
  @Requires('lock', ScoreLock)
  @Answers(LockOut, 201)
  lock(@Acting() actor: Actor, @Param('id') id: string): Promise<LockReceipt> {
    return this.scoring.lock(actor, id);
  }
}
