import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { newTimelessId, type Uuid } from '../../kernel/identifiers.js';
import { NotFound } from '../../kernel/refusal.js';
import { adding, changing, type Act } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { Concern } from '../concern.entity.js';
import { SealingKeys } from '../envelopes/sealing-keys.js';
import { agreedUses, FolderQueries, type ConcernFolder } from '../folder.queries.js';
import { retryOnConflict } from '../../ledger/retry-on-conflict.js';
import { releaseBinding } from '../envelopes/binding.js';
import { ConcernRelease } from '../concern-release.entity.js';

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
    private readonly folders: FolderQueries,
    private readonly keys: SealingKeys,
    private readonly clock: Clock,
  ) {}

  /** Releases the concern's themes and a summary, or replaces the summary released before; returns the release's id. */
  async release(actor: Actor, id: Uuid, text: ReleaseText): Promise<Uuid> {
    return retryOnConflict(async () => {
      const folder = await this.folders.folder(actor, id);
      if (!folder) throw new NotFound();
      const before = folder.releases.find(
        ({ organisationId, deploymentId }) =>
          organisationId === text.organisationId && deploymentId === text.deploymentId,
      );
      const releaseId = before?.id ?? newTimelessId();
      const version = (before?.version ?? 0) + 1;
      const sealed = await this.keys.seal('release', text.text, releaseBinding(id, releaseId, version));
      const made = Object.assign(new ConcernRelease(), this.released(folder, text), sealed, {
        id: releaseId,
        version,
      });
      made.follow(agreedUses(folder.consents));
      made.mustHaveReaders();
      await this.ledger.perform(
        actor,
        this.noted(folder),
        before ? rewriting(made) : adding('release', ConcernRelease, made),
      );
      return releaseId;
    });
  }

  private noted({ concern: { id, revision } }: ConcernFolder): Act {
    return changing('release', Concern, id, {
      expected: revision,
      change: (concern) => concern.mustBeOpen(),
    });
  }

  private released(
    { concern }: ConcernFolder,
    { organisationId, deploymentId }: ReleaseText,
  ): Partial<ConcernRelease> {
    return {
      concernId: concern.id,
      organisationId,
      deploymentId,
      themes: [...concern.themes],
      month: this.clock.today().slice(0, 7),
    };
  }
}

function rewriting(made: ConcernRelease): Act {
  const { id, themes, month, version, keyId, sealedKey, sealedText } = made;
  const { trustMayRead, trustMayReadWords, reviewersMayRead } = made;
  const replaced = { themes, month, version, keyId, sealedKey, sealedText };
  return changing('release', ConcernRelease, id, {
    change: (release) => {
      Object.assign(release, replaced, { trustMayRead, trustMayReadWords, reviewersMayRead });
    },
  });
}
