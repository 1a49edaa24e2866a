import { Injectable } from '@nestjs/common';
import { citing } from '../../evidence/documents/citing.js';
import { personIdOf, type Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { addWorkingDays } from '../../kernel/days/working-days/add-working-days.js';
import { newId, newTimelessId, type Uuid } from '../../kernel/identifiers.js';
import { NotFound, Unprocessable } from '../../kernel/refusal.js';
import { adding } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { made } from '../../platform/database/recorded.js';
import type { ValuesIn } from '../../web/form/form.js';
import { day } from '../../web/words.js';
import { ReviewsQueries } from '../reviews.queries.js';
import { InformationAnswer } from './information-answer.entity.js';
import { InformationRequest } from './information-request.entity.js';
import type { AnswerInformation, AskForInformation } from './information.forms.js';
import { InformationQueries } from './information.queries.js';

/** The working days that a trust has at least to answer. No law says this number; it is Candour's own. */
const LEAST_WORKING_DAYS = 5;

/** Takes what reviewers ask of a trust about single criteria, and what the trust answers. */
@Injectable()
export class InformationService {
  constructor(
    private readonly ledger: Ledger,
    private readonly reviews: ReviewsQueries,
    private readonly queries: InformationQueries,
    private readonly clock: Clock,
  ) {}

  /** Asks the trust, and returns the id. @throws Unprocessable where the day leaves too little time, or is after the result is due. */
  async ask(
    actor: Actor,
    reviewId: Uuid,
    { criterion, asks, dueOn }: ValuesIn<typeof AskForInformation>,
  ): Promise<Uuid> {
    const { organisationId, publicationDate } = await this.reviews.header(actor, reviewId);
    const askedOn = this.clock.today();
    const earliest = addWorkingDays(askedOn, LEAST_WORKING_DAYS);
    if (dueOn < earliest || dueOn > publicationDate)
      throw new Unprocessable([
        {
          field: 'dueOn',
          text: `The day must be between ${day(earliest)}, so that the trust has five working days, and ${day(publicationDate)}, when the result is due`,
        },
      ]);
    // Its id holds no moment, so that nobody can compare it with when a reviewer was here.
    const request = made(InformationRequest, {
      ...{ id: newTimelessId(), reviewId, organisationId, criterion, asks, dueOn, askedOn },
    });
    await this.ledger.perform(actor, adding('ask', InformationRequest, request));
    return request.id;
  }

  /** The trust answers one request, once. @throws NotFound for a request that is not open to the actor. */
  async answer(
    actor: Actor,
    { reviewId, requestId }: { readonly reviewId: Uuid; readonly requestId: Uuid },
    { gives, answer, evidenceIds }: ValuesIn<typeof AnswerInformation>,
  ): Promise<void> {
    const request = await this.queries.one(actor, reviewId, requestId);
    if (!request) throw new NotFound();
    const given = made(InformationAnswer, {
      ...{ id: newId(), requestId, reviewId, organisationId: request.organisationId, gives, answer },
      evidenceIds,
      answeredBy: personIdOf(actor),
      answeredOn: this.clock.today(),
    });
    await this.ledger.perform(actor, citing(given.evidenceIds), adding('answer', InformationAnswer, given));
  }
}
