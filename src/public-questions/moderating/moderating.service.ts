import { Injectable } from '@nestjs/common';
import { OPERATOR, type Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { addMonths } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { OutOfTurn, Unprocessable } from '../../kernel/refusal.js';
import { changing } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { Worker } from '../../platform/jobs/worker.js';
import type { ValuesIn } from '../../web/form/form.js';
import {
  ERASED_BECAUSE,
  PublicQuestion,
  type ErasedBecause,
  type QuestionReading,
} from '../public-question.entity.js';
import { PublicQuestionsQueries } from '../showing/public-questions.queries.js';
import type { ReadQuestion } from './moderating.forms.js';
import { ToReadQueries, type QuestionToRead } from './to-read.queries.js';

const MONTHS_KEPT = 3;

/** Reads what people asked: puts it up as it was asked, or says why not; and takes words away for a reason. */
@Injectable()
export class ModeratingService {
  constructor(
    worker: Worker,
    private readonly ledger: Ledger,
    private readonly queries: ToReadQueries,
    private readonly questions: PublicQuestionsQueries,
    private readonly clock: Clock,
  ) {
    worker.teachNightly('erase-questions-not-put-up', () => this.eraseDue());
  }

  /**
   * Says what becomes of a question, once.
   * @throws OutOfTurn where it was read before; Unprocessable where whoever asked is not told why, or no question that stands
   * is named and one is needed.
   */
  async read(actor: Actor, id: Uuid, values: ValuesIn<typeof ReadQuestion>): Promise<void> {
    const question = await this.queries.one(actor, id);
    if (question.outcome !== null) throw new OutOfTurn('This question was read before.');
    const reading = await this.readingOf(actor, question, values);
    await this.ledger.perform(
      actor,
      changing('moderate', PublicQuestion, question.id, {
        change: (one) => one.say(reading, this.clock.today()),
      }),
    );
  }

  /** Takes away the words of a question that everybody reads; where it stood, the reason and the day stay. */
  async erase(actor: Actor, id: Uuid, because: ErasedBecause): Promise<void> {
    await this.ledger.perform(
      actor,
      changing('erase', PublicQuestion, id, {
        reason: `Its words were taken away, because ${ERASED_BECAUSE[because]}.`,
        change: (one) => one.erase(because, this.clock.today()),
      }),
    );
  }

  /** Destroys the words of questions that were not put up three months ago. */
  async eraseDue(): Promise<void> {
    const today = this.clock.today();
    const reason = 'Three months have passed since it was not put up.';
    const due = await this.queries.notPutUpBefore(addMonths(today, -MONTHS_KEPT).day);
    if (due.length === 0) return;
    const erasing = due.map((id) =>
      changing('erase', PublicQuestion, id, { reason, change: (one) => one.erase('NOT_PUT_UP', today) }),
    );
    await this.ledger.perform(OPERATOR, ...erasing);
  }

  private async readingOf(
    actor: Actor,
    question: QuestionToRead,
    { outcome, repeats, toAsker }: ValuesIn<typeof ReadQuestion>,
  ): Promise<QuestionReading> {
    const isPutUp = outcome === 'PUT_UP';
    if (isPutUp && toAsker !== undefined)
      throw new Unprocessable([{ field: 'toAsker', text: 'Leave this out where it is put up' }]);
    if (!isPutUp && toAsker === undefined)
      throw new Unprocessable([{ field: 'toAsker', text: 'Say to whoever asked why it is not put up' }]);
    const repeatsId = repeats ?? null;
    if ((outcome === 'REPEATS') !== (repeatsId !== null))
      throw new Unprocessable([{ field: 'repeats', text: outcome === 'REPEATS' ? WHICH : 'Leave this out' }]);
    const standing = repeatsId === null ? [] : await this.questions.standing(actor, question.halt.id);
    if (repeatsId !== null && !standing.some(({ id }) => id === repeatsId))
      throw new Unprocessable([{ field: 'repeats', text: WHICH }]);
    return { outcome, repeatsId, toAsker: toAsker ?? null };
  }
}

const WHICH = 'Select the question about this halt that stands and that it repeats';
