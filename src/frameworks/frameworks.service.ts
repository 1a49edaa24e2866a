import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../identity/actor.js';
import { Clock } from '../kernel/clock.js';
import { newId, type Uuid } from '../kernel/identifiers.js';
import { OutOfTurn } from '../kernel/refusal.js';
import { adding } from '../ledger/act.js';
import { Ledger } from '../ledger/ledger.js';
import { made } from '../platform/database/recorded.js';
import { editionHash } from './edition/edition-hash.js';
import { parseEdition } from './edition/parse-edition.js';
import { FrameworkEdition } from './framework-edition.entity.js';
import { FrameworksQueries, type WholeEdition } from './frameworks.queries.js';

/** Publishes editions of the framework. Nothing here, or anywhere, changes one that was published. */
@Injectable()
export class FrameworksService {
  constructor(
    private readonly ledger: Ledger,
    private readonly frameworks: FrameworksQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * Publishes the edition in a YAML file and returns its id; publishing the same content again changes nothing.
   * @throws EditionFault listing everything that is wrong with the file; OutOfTurn when the key stands for other content.
   */
  async publish(actor: Actor, yaml: string): Promise<Uuid> {
    const content = parseEdition(yaml);
    const contentHash = editionHash(content);
    const known = await this.frameworks.one(actor, content.id);
    if (known) return sameEdition(known, contentHash);
    const { id: key, title, version, asAt } = content;
    const sourceHash = createHash('sha256').update(yaml, 'utf8').digest('hex');
    const publishedOn = this.clock.today();
    const hashes = { contentHash, sourceHash };
    const edition = made(FrameworkEdition, {
      ...{ id: newId(), key, title, version, asAt, content, publishedOn },
      ...hashes,
    });
    await this.ledger.perform(actor, adding('publish', FrameworkEdition, edition));
    return edition.id;
  }
}

function sameEdition(known: WholeEdition, contentHash: string): Uuid {
  if (known.contentHash === contentHash) return known.id;
  throw new OutOfTurn(
    `The edition ${known.key} was published with other content and cannot change. Give the new one a new id.`,
  );
}
