import { Injectable } from '@nestjs/common';
import { addDays } from '../../kernel/days/calendar-day.js';
import { Clock } from '../../kernel/clock.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Unprocessable } from '../../kernel/refusal.js';
import { Attempts, type Watched } from './attempts.js';
import { CodesService } from './codes.service.js';
import { normalAddress } from '../people/person.entity.js';
import { ProofsQueries, type JoiningCodeFound } from './proofs.queries.js';
import { SecurityNotes } from '../security/security-notes.js';
import { slowMatch } from './slow-hash.js';
import { readWrittenCode } from './written-code.js';

const QUARTER_OF_AN_HOUR = 900;
const A_MINUTE = 60;

/** For how many days a joining code works, after the day it was made. */
export const JOINING_DAYS = 7;

/** What a person types on the first page, and from where. */
export interface PassphraseTyped {
  readonly email: string;
  readonly passphrase: string;
  /** The network address, which is counted for an hour under a key and kept nowhere. */
  readonly from: string;
}

/** What a person types who was invited, and from where. */
export interface JoiningCodeTyped {
  readonly email: string;
  readonly code: string;
  readonly from: string;
}

/** Checks what people give as proof of who they are. It tells nobody which part was wrong, nor who has an account. */
@Injectable()
export class SignIn {
  constructor(
    private readonly proofs: ProofsQueries,
    private readonly codes: CodesService,
    private readonly attempts: Attempts,
    private readonly clock: Clock,
    private readonly notes: SecurityNotes,
  ) {}

  /**
   * The person whose address and passphrase these are.
   * @throws Unprocessable when they are nobody's; TooMany when guesses come too fast.
   */
  async byPassphrase({ email, passphrase, from }: PassphraseTyped): Promise<Uuid> {
    const account = normalAddress(email);
    const guess = guessesAt('passphrase', account, from);
    await this.begin(() => this.personOf(account), guess, guessesFrom(from));
    const found = await this.proofs.passphrase(account);
    const right = await slowMatch(found?.hash ?? null, passphrase);
    if (!right || !found) return this.failed(found?.personId ?? null, 'email', WRONG);
    this.attempts.forgive(guess);
    return found.personId;
  }

  /**
   * Accepts a code of the person's code generator, or one of their recovery codes; each works once.
   * @throws Unprocessable when it is neither or was used before; TooMany when guesses come too fast.
   */
  async byCode(personId: Uuid, typed: string): Promise<void> {
    const guess = guessesAt('code', personId, 'anywhere');
    await this.begin(() => personId, guess);
    const written = readWrittenCode(typed);
    const right =
      written === null
        ? await this.codes.acceptTimeCode(personId, typed.replace(/\s/g, ''), this.clock.now())
        : await this.codes.acceptRecoveryCode(personId, written);
    if (!right) return this.failed(personId, 'code', WRONG_CODE);
    this.attempts.forgive(guess);
  }

  /**
   * The person whose address and joining code these are. The code is good until it is ended.
   * @throws Unprocessable when they are nobody's or too old; TooMany when guesses come too fast.
   */
  async byJoiningCode({ email, code, from }: JoiningCodeTyped): Promise<JoiningCodeFound> {
    const account = normalAddress(email);
    const guess = guessesAt('joining code', account, from);
    await this.begin(() => this.personOf(account), guess, guessesFrom(from));
    const written = readWrittenCode(code);
    const oldest = addDays(this.clock.today(), -JOINING_DAYS);
    const found = written && (await this.codes.joiningCode(account, written, oldest));
    if (!found) return this.failed(await this.personOf(account), 'code', WRONG_JOINING_CODE);
    this.attempts.forgive(guess);
    return found;
  }

  /** Lets a signed-in person prove again that it is them. @throws Unprocessable when the passphrase is not theirs. */
  async again(personId: Uuid, passphrase: string, field: string): Promise<void> {
    const guess = guessesAt('passphrase again', personId, 'anywhere');
    await this.begin(() => personId, guess);
    if (!(await slowMatch(await this.proofs.passphraseHash(personId), passphrase)))
      return this.failed(personId, field, 'This is not your passphrase');
    this.attempts.forgive(guess);
  }

  /** Counts the attempt; one that comes too early is noted for administrators as it is refused. */
  private async begin(whose: () => Uuid | null | Promise<Uuid | null>, ...watched: Watched[]): Promise<void> {
    try {
      this.attempts.begin(...watched);
    } catch (fault) {
      await this.notes.note({ kind: 'sign-in-slowed', personId: await whose() });
      throw fault;
    }
  }

  private async failed(personId: Uuid | null, field: string, text: string): Promise<never> {
    await this.notes.note({ kind: 'sign-in-failed', personId });
    throw new Unprocessable([{ field, text }]);
  }

  private async personOf(account: string): Promise<Uuid | null> {
    return (await this.proofs.passphrase(account))?.personId ?? null;
  }
}

/** Guesses at one secret from one place: five are free, then the wait doubles up to a quarter of an hour. */
function guessesAt(what: string, whose: string, from: string): Watched {
  return { about: [what, whose, from], free: 5, longestWaitSeconds: QUARTER_OF_AN_HOUR };
}

/** Guesses from one place at anybody's secret: forty colleagues behind one address are not slowed down. */
function guessesFrom(from: string): Watched {
  return { about: ['from', from], free: 200, longestWaitSeconds: A_MINUTE };
}

const WRONG = 'The email address or the passphrase is not right. Check both and try again';
const WRONG_CODE =
  'This code is not right or has been used. Wait for your code generator to show the next one, or use a recovery code';
const WRONG_JOINING_CODE =
  'This joining code does not fit the email address, or is more than 7 days old. Check both, or ask for a new code';
