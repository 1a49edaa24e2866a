import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import type { DeploymentDetail } from '../finding/deployment-view.js';
import { SchemeSections, type SchemeSection } from '../finding/scheme-sections.js';
import { Entries } from './entries.js';
import { EntriesQueries } from './entries.queries.js';
import type { EntryKind } from './entry-kind.js';
import type { SchemeEntries } from './scheme-entries.js';

/** Brings every kind of entry to the page of its scheme: what is known in a sentence, and what nobody has answered. */
@Injectable()
export class EntrySections {
  constructor(
    private readonly entries: Entries,
    private readonly queries: EntriesQueries,
    sections: SchemeSections,
  ) {
    sections.about((actor, scheme) => this.of(actor, scheme));
  }

  /** A section for each kind, from one statement. */
  private async of(actor: Actor, scheme: DeploymentDetail): Promise<readonly SchemeSection[]> {
    const { kinds } = this.entries;
    const read = await this.queries.ofScheme(
      actor,
      scheme.id,
      kinds.map(({ recorded }) => recorded),
    );
    return kinds.map((kind) => sectionOf(kind, scheme, read));
  }
}

function sectionOf(kind: EntryKind, scheme: DeploymentDetail, entries: SchemeEntries): SchemeSection {
  const { known, unanswered, happened = [] } = kind.together(entries, scheme);
  const { path, heading, order, bearsOn } = kind;
  return {
    ...{ key: path, heading, order, bearsOn, known, unanswered },
    href: `/deployments/${scheme.key}/${path}`,
    happened: happened.map((one) => ({ ...one, saidBy: 'trust' })),
  };
}
