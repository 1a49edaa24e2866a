import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { NotPermitted, OutOfTurn } from '../../kernel/refusal.js';
import { addingOnce } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { made } from '../../platform/database/recorded.js';
import type { ValuesIn } from '../../web/form/form.js';
import { PublicAnswer } from '../public-answer.entity.js';
import type { ShownQuestion } from '../showing/public-questions.queries.js';
import type { AnswerQuestion } from './answering.form.js';
import { answeringPart } from './answering-part.js';

/** Answers public questions, for the trust of the scheme and for whoever ordered the halt. */
@Injectable()
export class AnsweringQuestionsService {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  /**
   * Answers a question that everybody reads, under the day; it is never changed, and a later answer stands beside it.
   * @throws NotPermitted where it is not theirs to answer; OutOfTurn where they answered it today, or its words were taken away.
   */
  async answer(
    actor: Actor,
    question: ShownQuestion,
    { answer, once }: ValuesIn<typeof AnswerQuestion>,
  ): Promise<void> {
    const part = answeringPart(actor, question);
    if (part === null) throw new NotPermitted();
    if (question.erasedOn !== null) throw new OutOfTurn('The words of this question were taken away.');
    const given = made(PublicAnswer, {
      ...{ id: once, questionId: question.id, ...part },
      ...{ words: answer, answeredOn: this.clock.today() },
    });
    await this.ledger.perform(
      actor,
      addingOnce('answer', PublicAnswer, given, { about: question.id, said: { answer } }),
    );
  }
}
