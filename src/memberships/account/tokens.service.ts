import { Injectable } from '@nestjs/common';
import { AccessToken } from '../../identity/people/access-token.entity.js';
import type { Actor } from '../../identity/actor.js';
import { newSecret, secretHash } from '../../identity/sessions/secret-token.js';
import { addDays } from '../../kernel/days/calendar-day.js';
import { Clock } from '../../kernel/clock.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { Unprocessable } from '../../kernel/refusal.js';
import { adding, changing, running } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { made } from '../../platform/database/recorded.js';
import { NOTICES, noticeTo } from '../notices.js';

const LONGEST_DAYS = 365;

/** What an access token is to be for, and how long it lasts. */
export interface NewToken {
  readonly personId: Uuid;
  readonly name: string;
  readonly days: number;
  readonly mayWrite: boolean;
}

/** A token as it is shown, once. */
export interface TokenShown {
  readonly id: Uuid;
  readonly token: string;
  readonly expiresOn: string;
}

/** Personal access tokens for the API. */
@Injectable()
export class TokensService {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  /** Makes a token that lasts so many days, 365 at most. Nobody can show it again. */
  async create(actor: Actor, { personId, name, days, mayWrite }: NewToken): Promise<TokenShown> {
    if (!Number.isInteger(days) || days < 1 || days > LONGEST_DAYS)
      throw new Unprocessable([{ field: 'days', text: `Enter a number of days from 1 to ${LONGEST_DAYS}` }]);
    const token = newSecret();
    const createdOn = this.clock.today();
    const record = made(AccessToken, {
      ...{ id: newId(), personId, name: name.trim(), secretHash: secretHash(token), mayWrite },
      ...{ createdOn, expiresOn: addDays(createdOn, days), revokedOn: null },
    });
    await this.ledger.perform(
      actor,
      adding('create', AccessToken, record),
      running(noticeTo(personId, NOTICES.tokenMade)),
    );
    return { id: record.id, token, expiresOn: record.expiresOn };
  }

  /** Makes a token useless at once. */
  async revoke(actor: Actor, id: Uuid): Promise<void> {
    const change = (token: AccessToken): void => token.revoke(this.clock.today());
    await this.ledger.perform(actor, changing('revoke', AccessToken, id, { change }));
  }
}
