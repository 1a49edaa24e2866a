import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/identifiers.js';
import { OutOfTurn } from '../../kernel/refusal.js';
import { adding } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { made } from '../../platform/database/recorded.js';
import { columns, select } from '../../platform/database/selection.js';
import { turnAt } from '../../platform/database/taking-turns.js';
import { FrameworkEdition } from '../framework-edition.entity.js';
import { FrameworksQueries } from '../frameworks.queries.js';
import { editionChanges, type EditionChanges } from './edition-changes.js';
import { readEdition, type EditionFile, type ReadEdition } from './edition-file.js';

/** Whether an edition is new, is there already with the same content, or would say something else under its name. */
export type EditionStanding = 'new' | 'there' | 'other content';

/** What publishing a file would do. */
export interface EditionPreview extends ReadEdition {
  readonly standing: EditionStanding;
  /** The newest edition there is, and how this one differs from it; null before the first. */
  readonly newest: ({ readonly key: string } & EditionChanges) | null;
}

/** What publishing a file did; an edition that was there already is left as it is. */
export interface PublishedEdition extends ReadEdition {
  readonly outcome: 'published' | 'there';
}

/** Publishes editions of the framework. Nothing here, or anywhere, changes one that was published. */
@Injectable()
export class FrameworksService {
  constructor(
    private readonly ledger: Ledger,
    private readonly access: Access,
    private readonly frameworks: FrameworksQueries,
    private readonly clock: Clock,
  ) {}

  /** What publishing this file would do as things stand. @throws Unprocessable that names every fault with its line. */
  async preview(actor: Actor, file: EditionFile): Promise<EditionPreview> {
    this.access.require(actor, 'publish', FrameworkEdition);
    const edition = readEdition(file);
    const known = await this.frameworks.one(actor, edition.content.id);
    const newest = await this.frameworks.newest(actor);
    return {
      ...edition,
      standing:
        known === null ? 'new' : known.contentHash === edition.contentHash ? 'there' : 'other content',
      newest: newest && { key: newest.key, ...editionChanges(newest.edition, edition.content) },
    };
  }

  /**
   * Publishes the edition in a file; publishing the same content again changes nothing.
   * @throws Unprocessable that names every fault with its line; OutOfTurn when the id stands for other content.
   */
  async publish(actor: Actor, file: EditionFile): Promise<PublishedEdition> {
    this.access.require(actor, 'publish', FrameworkEdition);
    const read = readEdition(file);
    const { content, ...hashes } = read;
    const { id: key, title, version, asAt } = content;
    const publishedOn = this.clock.today();
    return this.ledger.decide(actor, async ({ look, perform }) => {
      await look(turnAt('an edition is published'));
      const [known] = await look(KNOWN.from('frameworks.edition e WHERE e.key = $1', [key]));
      if (known && known.contentHash !== read.contentHash) throw new OutOfTurn(saysOtherwise(key));
      if (known) return { ...read, outcome: 'there' };
      const edition = made(FrameworkEdition, {
        ...{ id: newId(), key, title, version, asAt, content, publishedOn },
        ...hashes,
      });
      await perform(adding('publish', FrameworkEdition, edition));
      return { ...read, outcome: 'published' };
    });
  }
}

/** Why an edition is refused that would change one that is published, and what to do. */
export function saysOtherwise(key: string): string {
  return `The edition ${key} was published with other content and cannot change. Give the new one an id of its own.`;
}

const KNOWN = select(columns(FrameworkEdition, 'e', 'contentHash'));
