import { Injectable } from '@nestjs/common';
import { personIdOf, type Actor } from '../../../identity/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { newId, type Uuid } from '../../../kernel/identifiers.js';
import { NotFound, OutOfTurn, Unprocessable, type Issue } from '../../../kernel/refusal.js';
import { adding, type Look } from '../../../ledger/act.js';
import { Ledger } from '../../../ledger/ledger.js';
import { made } from '../../../platform/database/recorded.js';
import { declarationFaults } from '../../../review-method/independence/declaration-faults.js';
import { DECLARATION_QUESTIONS } from '../../../review-method/independence/declaration-questions.js';
import { inParts } from '../../in-parts.js';
import { contradictionsIn } from '../../standing/staying-independent.js';
import { InterestDeclaration, type DeclaredAnswer } from '../interest-declaration.entity.js';
import { partsInRound, RoundDeclarationsQueries, type PartInRound } from './round-declarations.queries.js';

/** What somebody declares for every review of a round, and for which of them it differs. */
export interface RoundDeclaration {
  readonly answers: readonly DeclaredAnswer[];
  readonly differs: ReadonlyMap<Uuid, readonly DeclaredAnswer[]>;
}

/** Takes one declaration of interests for all of a person's reviews in a round, and keeps one for each of them. */
@Injectable()
export class RoundDeclarationsService {
  constructor(
    private readonly ledger: Ledger,
    private readonly queries: RoundDeclarationsQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * Declares for every review of the round that is open to be declared for, in one act, and returns the ids of the
   * declarations. What is known of any of them and was not said refuses the whole, trust by trust.
   * @throws Unprocessable with what is missing or contradicted, each under the id of its review; NotFound without a part.
   */
  declare(actor: Actor, roundId: Uuid, declared: RoundDeclaration): Promise<readonly Uuid[]> {
    refuseIncomplete(declared);
    return this.ledger.decide(actor, async ({ look, perform }) => {
      const parts = partsInRound(await look(this.queries.parts(actor, roundId)));
      const open = openOf(parts);
      const unknown = [...declared.differs.keys()].filter(
        (id) => !open.some(({ reviewId }) => reviewId === id),
      );
      if (unknown.length > 0) throw new Unprocessable([{ field: 'differs', text: NOT_YOURS }]);
      const declarations = open.map((part) =>
        this.declarationOf(actor, part, declared.differs.get(part.reviewId) ?? declared.answers),
      );
      for (const some of inParts(declarations))
        await perform(...some.map((one) => adding('declare', InterestDeclaration, one)));
      const issues = await contradictions(look, open);
      if (issues.length > 0) throw new Unprocessable(issues);
      return declarations.map(({ id }) => id);
    });
  }

  private declarationOf(
    actor: Actor,
    { id: assignmentId, reviewId, declarations }: PartInRound,
    answers: readonly DeclaredAnswer[],
  ): InterestDeclaration {
    return made(InterestDeclaration, {
      id: newId(),
      assignmentId,
      reviewId,
      personId: personIdOf(actor),
      seq: declarations + 1,
      standing: answers.some(({ answer }) => answer === 'yes') ? 'declared' : 'none',
      answers: answers.map(({ code, answer, detail }) => ({ code, answer, detail })),
      declaredOn: this.clock.today(),
    });
  }
}

/** The reviews that a declaration for the round would be about. @throws NotFound without any part; OutOfTurn when all is said. */
export function openOf(parts: readonly PartInRound[]): readonly PartInRound[] {
  if (parts.length === 0) throw new NotFound();
  const open = parts.filter(({ isOpen }) => isOpen);
  if (open.length === 0)
    throw new OutOfTurn('You have declared interests for every review of this round that was given to you.');
  return open;
}

function refuseIncomplete({ answers, differs }: RoundDeclaration): void {
  const issues = [answers, ...differs.values()].flatMap((given) =>
    declarationFaults(new Map(given.map(({ code, ...answer }) => [code, answer]))),
  );
  if (issues.length > 0) throw new Unprocessable(issues);
}

async function contradictions(look: Look, parts: readonly PartInRound[]): Promise<readonly Issue[]> {
  const issues: Issue[] = [];
  for (const part of parts) {
    const { toDeclare, barring } = await contradictionsIn(look, part);
    for (const { toDeclare: code, words } of toDeclare)
      issues.push({
        field: part.reviewId,
        text: `${part.organisation}: ${words}. Say that the answers for it differ, and choose yes to “${questionOf(code)}”`,
      });
    if (toDeclare.length > 0) continue;
    for (const { words } of barring)
      issues.push({
        field: part.reviewId,
        text: `${part.organisation}: ${words}. Say that the answers for it differ, and choose yes to what it is`,
      });
  }
  return issues;
}

function questionOf(asked: string): string {
  return DECLARATION_QUESTIONS.find(({ code }) => code === asked)?.question ?? asked;
}

const NOT_YOURS = 'Choose from the reviews that are listed';
