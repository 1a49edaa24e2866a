import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import { standIn } from '../../access/stand-in.js';
import type { Actor } from '../../identity/actor.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { everyPage, type ListPage, type PageRequest } from '../../platform/database/keyset.js';
import { AnswersQueries, type SuccessionAnswerRow } from '../answering/answers.queries.js';
import { SuccessionAnswer } from '../answering/succession-answer.entity.js';
import { standingsOf, type TrustOfPair, type TrustStanding } from '../answering/trust-standing.js';
import { compareSchemes, type PossibleSuccession } from '../comparing/compare-schemes.js';
import { WatchQueries, type Candidates } from './watch.queries.js';
import type { WatchedScheme } from './watched-scheme.js';

/** That one scheme may go on in another, with where the trust of each stands. */
export interface WatchedPair extends PossibleSuccession<WatchedScheme> {
  readonly trusts: readonly TrustStanding[];
  /** The scheme for which this actor may answer, the later one before the earlier; null where they may not. */
  readonly mayAnswerFor: WatchedScheme | null;
}

const A_SHEET_PAGE = 200;

/** Which schemes may go on in which others, as the register says it at this moment. Nothing of it is stored. */
@Injectable()
export class SuccessionWatch {
  constructor(
    private readonly queries: WatchQueries,
    private readonly answers: AnswersQueries,
    private readonly access: Access,
  ) {}

  /**
   * A page of them, by three statements however many there are. Each stands once, with the scheme that came first; pairs that
   * their dates rule out make a page shorter.
   */
  async list(actor: Actor, request: PageRequest): Promise<ListPage<WatchedPair>> {
    const { items, next } = await this.queries.pairs(actor, request);
    const found = await this.compared(actor, items);
    const inThatOrder = items.flatMap(
      ({ earlierId, id }) =>
        found.find(({ earlier, later }) => earlier.id === earlierId && later.id === id) ?? [],
    );
    return { items: inThatOrder, next };
  }

  /** Every one of them, page by page, so that a table of any length is sent as it is read. */
  each(actor: Actor): AsyncGenerator<WatchedPair> {
    return everyPage(A_SHEET_PAGE, (request) => this.list(actor, request));
  }

  /** All that have to do with one scheme, fifty at most. */
  async of(actor: Actor, id: Uuid): Promise<readonly WatchedPair[]> {
    return this.compared(actor, await this.queries.beside(actor, id));
  }

  /** What is said of these two; null where nothing suggests that one goes on in the other. */
  async between(actor: Actor, one: Uuid, other: Uuid): Promise<WatchedPair | null> {
    const [found = null] = await this.compared(actor, [{ earlierId: one, id: other }]);
    return found;
  }

  private async compared(actor: Actor, pairs: readonly Candidates[]): Promise<readonly WatchedPair[]> {
    const schemes = await this.queries.schemes(
      actor,
      pairs.flatMap(({ earlierId, id }) => [earlierId, id]),
    );
    const found = pairs.flatMap(({ earlierId, id }) => {
      const [one, other] = [schemes.get(earlierId), schemes.get(id)];
      return (one && other && compareSchemes(one, other)) ?? [];
    });
    const answers = await this.answers.about(actor, found);
    return found.map((pair) => this.withAnswers(actor, pair, answers));
  }

  private withAnswers(
    actor: Actor,
    pair: PossibleSuccession<WatchedScheme>,
    answers: readonly SuccessionAnswerRow[],
  ): WatchedPair {
    const ids = [pair.earlier.id, pair.later.id];
    const own = answers.filter(({ earlierId, laterId }) => ids.includes(earlierId) && ids.includes(laterId));
    return {
      ...pair,
      trusts: standingsOf(trustsOf(pair), own, pair),
      mayAnswerFor: [pair.later, pair.earlier].find((scheme) => this.mayAnswer(actor, pair, scheme)) ?? null,
    };
  }

  private mayAnswer(
    actor: Actor,
    { earlier, later }: PossibleSuccession<WatchedScheme>,
    { trust }: WatchedScheme,
  ): boolean {
    const bothPublic = earlier.published && later.published;
    const answer = trust && standIn(SuccessionAnswer, { organisationId: trust.id });
    return bothPublic && answer !== null && this.access.can(actor, 'answer', answer);
  }
}

/** The trusts of both, each once. A trust records here where it registered one of the two, or recorded a step of it. */
function trustsOf({ earlier, later }: PossibleSuccession<WatchedScheme>): readonly TrustOfPair[] {
  const trusts = new Map<Uuid, TrustOfPair>();
  for (const { trust, takenUp } of [later, earlier]) {
    if (!trust) continue;
    const recordsHere = takenUp || trusts.get(trust.id)?.recordsHere === true;
    trusts.set(trust.id, { ...trust, recordsHere });
  }
  return [...trusts.values()];
}
