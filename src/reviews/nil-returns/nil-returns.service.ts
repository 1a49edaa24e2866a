import { Injectable } from '@nestjs/common';
import { personIdOf, type Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { saysNothing } from '../../kernel/words/says-nothing.js';
import { NotFound, Unprocessable, type Issue } from '../../kernel/refusal.js';
import { adding } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { made } from '../../platform/database/recorded.js';
import type { ValuesIn } from '../../web/form/form.js';
import { typedLines } from '../../web/form/sent/typed-lines.js';
import { RoundsQueries } from '../rounds/rounds.queries.js';
import { NilChallenge } from './nil-challenge.entity.js';
import { NilReturn, type NotSuchAScheme } from './nil-return.entity.js';
import type { SignNilReturn } from './nil-return.forms.js';
import { NilReturnsQueries, type OwnScheme } from './nil-returns.queries.js';
import { NilSignature } from './nil-signature.entity.js';

/** For whom somebody acts, and on which nil return of which round. */
export interface ActOnNilReturn {
  readonly roundId: Uuid;
  readonly nilReturnId: Uuid;
  readonly organisationId: Uuid;
}

/** Takes returns that there is no such scheme, the second signature, and challenges of groups. */
@Injectable()
export class NilReturnsService {
  constructor(
    private readonly ledger: Ledger,
    private readonly rounds: RoundsQueries,
    private readonly returns: NilReturnsQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * Signs that the organisation looked for such schemes and found none; returns the id. It counts once the executive signed.
   * @throws Unprocessable naming each scheme of the trust in the register of which it does not say why it is none.
   */
  async sign(
    actor: Actor,
    { roundId, organisationId }: { readonly roundId: Uuid; readonly organisationId: Uuid },
    { names, places, searchedBy, notSchemes }: ValuesIn<typeof SignNilReturn>,
  ): Promise<Uuid> {
    if (!(await this.rounds.one(actor, roundId))) throw new NotFound();
    const explained = explanations(await this.returns.schemesOf(actor, roundId, organisationId), notSchemes);
    if (explained.issues.length > 0) throw new Unprocessable(explained.issues);
    const signed = made(NilReturn, {
      ...{ id: newId(), roundId, organisationId, searchedBy, notSchemes: explained.why },
      namesSearched: typedLines(names),
      placesSearched: typedLines(places),
      signedBy: personIdOf(actor),
      signedOn: this.clock.today(),
    });
    await this.ledger.perform(actor, adding('sign', NilReturn, signed));
    return signed.id;
  }

  /** The executive signs too; PostgreSQL refuses it from whoever signed first. */
  async signToo(actor: Actor, { roundId, nilReturnId, organisationId }: ActOnNilReturn): Promise<void> {
    await this.mustBe(actor, roundId, nilReturnId);
    const signature = made(NilSignature, {
      ...{ id: newId(), nilReturnId, organisationId },
      signedBy: personIdOf(actor),
      signedOn: this.clock.today(),
    });
    await this.ledger.perform(actor, adding('sign', NilSignature, signature));
  }

  /** A user-led group says what speaks against a nil return, once. */
  async challenge(
    actor: Actor,
    { roundId, nilReturnId, organisationId }: ActOnNilReturn,
    statement: string,
  ): Promise<void> {
    await this.mustBe(actor, roundId, nilReturnId);
    const challenge = made(NilChallenge, {
      ...{ id: newId(), nilReturnId, organisationId, statement },
      challengedOn: this.clock.today(),
    });
    await this.ledger.perform(actor, adding('challenge', NilChallenge, challenge));
  }

  private async mustBe(actor: Actor, roundId: Uuid, nilReturnId: Uuid): Promise<void> {
    if (!(await this.returns.one(actor, roundId, nilReturnId))) throw new NotFound();
  }
}

/** Reads lines of a key, a comma and why; every scheme of the trust needs one, and no line may name another. */
function explanations(
  schemes: readonly OwnScheme[],
  typed: string | undefined,
): { readonly why: readonly NotSuchAScheme[]; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const why = new Map<Uuid, string>();
  for (const line of typedLines(typed)) {
    const [key = '', ...said] = line.split(',');
    const scheme = schemes.find((one) => one.key === key.trim().toLowerCase());
    const words = said.join(',').trim();
    if (!scheme)
      issues.push(fault(`“${key.trim()}” is no scheme of your trust in the register, nor named for it`));
    else if (words === '' || saysNothing(words))
      issues.push(fault(`Say why “${scheme.title}” is no such scheme, after a comma`));
    else why.set(scheme.id, words);
  }
  for (const { id, key, title } of schemes)
    if (!why.has(id) && issues.length === 0)
      issues.push(
        fault(
          `The register has “${title}” of your trust. Write ${key}, a comma, and why it is no such scheme, or answer for it in a self-review`,
        ),
      );
  return { why: [...why].map(([deploymentId, words]) => ({ deploymentId, why: words })), issues };
}

function fault(text: string): Issue {
  return { field: 'notSchemes', text };
}
