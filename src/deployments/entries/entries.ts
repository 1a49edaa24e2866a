import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import { Documented } from '../../evidence/documented.js';
import { mendable, type FollowedBy, type MendableKind } from '../../evidence/mending/mendable.js';
import { MendingService } from '../../evidence/mending/mending.service.js';
import { Register } from '../../evidence/register.js';
import { Unprocessable } from '../../kernel/refusal.js';
import { EntriesQueries, standingEntries } from './entries.queries.js';
import type { EntryKind } from './entry-kind.js';
import { entryPolicy } from './entry-policy.js';

/**
 * The kinds of entry that there are. A room makes its kinds known when it starts; reading, mending, documents, history and
 * the page of a scheme then know them without a list of kinds to edit.
 */
@Injectable()
export class Entries {
  private readonly known: EntryKind[] = [];

  constructor(
    private readonly access: Access,
    private readonly register: Register,
    private readonly mending: MendingService,
    private readonly documented: Documented,
    private readonly queries: EntriesQueries,
  ) {}

  /** Every kind of entry. */
  get kinds(): readonly EntryKind[] {
    return this.known;
  }

  /** Makes kinds of entry known. */
  introduce(...kinds: readonly EntryKind[]): void {
    this.known.push(...kinds);
    this.access.adopt(entryPolicy(...kinds));
    this.register.introduce(...kinds.map(({ introduction }) => introduction));
    this.mending.introduce(...kinds.map(mendableEntry));
    for (const kind of kinds)
      this.documented.about(kind.name, async (actor, id) => {
        const found = await this.queries.called(actor, kind.name, id);
        if (!found) return null;
        const { called, key, deploymentId, leadOrganisationId } = found;
        return {
          title: called,
          href: `/deployments/${key}/${kind.path}`,
          organisationId: leadOrganisationId,
          deploymentId,
        };
      });
  }
}

function mendableEntry(kind: EntryKind): MendableKind {
  return mendable(kind.recorded, {
    form: kind.form,
    withdrawable: true,
    asked: kind.asked,
    mend: kind.mends,
    followedBy: fittingBeside(kind),
  });
}

/** What was mended must fit what stands beside it, or nothing was mended. */
function fittingBeside(kind: EntryKind): FollowedBy {
  return async ({ id, today }, look) => {
    const standing = await standingEntries(look, kind.recorded, id);
    const faults = standing
      .filter((entry) => entry.id === id)
      .flatMap((entry) =>
        kind.beside(
          entry,
          standing.filter((other) => other.id !== id),
          today,
        ),
      );
    if (faults.length > 0) throw new Unprocessable(faults);
    return [];
  };
}
