import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { newTimelessId, type Uuid } from '../../kernel/identifiers.js';
import { adding, changing, type Act } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { made } from '../../platform/database/recorded.js';
import { releaseBinding } from '../envelopes/binding.js';
import { SealingKeys } from '../envelopes/keys/sealing-keys.js';
import { Concern } from '../concern.entity.js';
import { ConcernRelease } from '../concern-release.entity.js';
import { agreedUses, heldConsents, releasesOf } from '../folder.queries.js';
import { lockConcern } from '../lock-concern.js';

/** What a handler lets others learn, and whom. */
export interface ReleaseText {
  readonly organisationId: Uuid;
  readonly deploymentId: Uuid | null;
  /** A summary without anything that could point to the person. */
  readonly text: string;
}

/** Lets a trust and the reviewers learn of a concern as far as the person has agreed, and never further. */
@Injectable()
export class ConcernReleasingService {
  constructor(
    private readonly ledger: Ledger,
    private readonly keys: SealingKeys,
    private readonly clock: Clock,
  ) {}

  /** Releases the concern's themes and a summary, or replaces the summary released before; returns the release's id. */
  async release(actor: Actor, id: Uuid, { organisationId, deploymentId, text }: ReleaseText): Promise<Uuid> {
    return this.ledger.decide(actor, async ({ look, perform }) => {
      const { themes } = await lockConcern(look, id);
      const consents = await look(heldConsents(id));
      const before = (await look(releasesOf(id))).find(
        (release) => release.organisationId === organisationId && release.deploymentId === deploymentId,
      );
      const releaseId = before?.id ?? newTimelessId();
      const version = (before?.version ?? 0) + 1;
      const release = made(ConcernRelease, {
        id: releaseId,
        concernId: id,
        organisationId,
        deploymentId,
        themes,
        month: this.clock.today().slice(0, 7),
        version,
        ...(await this.keys.seal('release', text, releaseBinding(id, releaseId, version))),
        ...{ trustMayRead: false, trustMayReadWords: false, reviewersMayRead: false },
      });
      release.follow(agreedUses(consents));
      release.mustHaveReaders();
      await perform(
        changing('release', Concern, id, { change: (concern) => concern.mustBeOpen() }),
        before ? rewriting(release) : adding('release', ConcernRelease, release),
      );
      return releaseId;
    });
  }
}

function rewriting(release: ConcernRelease): Act {
  return changing('release', ConcernRelease, release.id, { change: (before) => before.rewrite(release) });
}
