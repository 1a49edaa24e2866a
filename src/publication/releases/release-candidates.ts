import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { NotFound, OutOfTurn } from '../../kernel/refusal.js';
import { PreparationsQueries, type PreparedResult } from './preparations.queries.js';
import { ReleasesQueries, type NewestRelease } from './releases.queries.js';

/** Finds what is to be released, with its place among the releases so far. */
@Injectable()
export class ReleaseCandidates {
  constructor(
    private readonly preparations: PreparationsQueries,
    private readonly releases: ReleasesQueries,
  ) {}

  /** The preparation, and what it follows. @throws NotFound when it is not open to the actor; OutOfTurn when it is their own or was overtaken. */
  async of(actor: Actor, id: Uuid): Promise<{ readonly preparation: PreparedResult } & NewestRelease> {
    const preparation = await this.preparations.one(actor, id);
    if (!preparation) throw new NotFound();
    if (preparation.own)
      throw new OutOfTurn('You prepared this result. Another person who leads the review releases it.');
    const newest = await this.releases.newest(actor, preparation.reviewId);
    if ((newest.follows?.release ?? 0) + 1 !== preparation.number)
      throw new OutOfTurn('This review was released meanwhile. Prepare the next release.');
    return { preparation, ...newest };
  }
}
