import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { Actor } from '../../identity/actor.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { Clock } from '../../kernel/clock.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { NotFound, OutOfTurn } from '../../kernel/refusal.js';
import { adding, changing, type Act } from '../../ledger/act.js';
import { Ledger, type Transaction } from '../../ledger/ledger.js';
import { made } from '../../platform/database/recorded.js';
import { columns, select } from '../../platform/database/selection.js';
import { turnAt } from '../../platform/database/taking-turns.js';
import type { EditionDifference } from '../edition/comparing/difference.js';
import { editionDifference } from '../edition/comparing/edition-difference.js';
import type { Edition } from '../edition/edition-schema.js';
import { FrameworkEdition } from '../framework-edition.entity.js';
import { FrameworksQueries } from '../frameworks.queries.js';
import { readEdition, type EditionFile, type ReadEdition } from './edition-file.js';
import { EditionProposal } from './edition-proposal.entity.js';
import { EditionProposalsQueries, type WholeEditionProposal } from './edition-proposals.queries.js';
import { tellingOtherAdministrators } from './letters-to-administrators.js';

/** Whether an edition is new, is there already with the same content, or would say something else under its name. */
export type EditionStanding = 'new' | 'there' | 'other content';

/** How an edition differs from the newest there is; null before the first. */
export type SinceNewest = { readonly key: string; readonly differences: readonly EditionDifference[] } | null;

/** What publishing a file would do. */
export interface EditionPreview extends ReadEdition {
  readonly standing: EditionStanding;
  readonly newest: SinceNewest;
}

/**
 * What handing over a file did: it waits for a second person, waited already, was published as the second person wanted the
 * very same, or was there already and is left as it is.
 */
export interface HandedOverEdition extends ReadEdition {
  readonly outcome: 'proposed' | 'waiting' | 'published' | 'there';
  /** The proposal, where there is one. */
  readonly proposalId: Uuid | null;
}

/** Publishes editions of the framework, two people each. Nothing here, or anywhere, changes one that was published. */
@Injectable()
export class FrameworksService {
  constructor(
    private readonly ledger: Ledger,
    private readonly access: Access,
    private readonly frameworks: FrameworksQueries,
    private readonly proposals: EditionProposalsQueries,
    private readonly clock: Clock,
  ) {}

  /** What publishing this file would do as things stand; changes nothing. @throws Unprocessable that names every fault. */
  async preview(actor: Actor, file: EditionFile): Promise<EditionPreview> {
    this.access.require(actor, 'publish', FrameworkEdition);
    const edition = readEdition(file);
    const known = await this.frameworks.one(actor, edition.content.id);
    return {
      ...edition,
      standing:
        known === null ? 'new' : known.contentHash === edition.contentHash ? 'there' : 'other content',
      newest: await this.sinceNewest(actor, edition.content),
    };
  }

  /** How an edition differs from the newest there is. */
  async sinceNewest(actor: Actor, content: Edition): Promise<SinceNewest> {
    const newest = await this.frameworks.newest(actor);
    return newest && { key: newest.key, differences: editionDifference(newest.edition, content) };
  }

  /**
   * Takes the file of an edition from somebody who may publish. The first proposes it; another who hands over the same
   * content publishes it; whatever is there or waits already is left as it is.
   * @throws Unprocessable that names every fault; OutOfTurn when the id stands for other content, or other content waits.
   */
  async publish(actor: Actor, file: EditionFile): Promise<HandedOverEdition> {
    this.access.require(actor, 'publish', FrameworkEdition);
    const read = readEdition(file);
    return this.ledger.decide(actor, async (transaction) => {
      const { look, perform } = transaction;
      await look(turnAt('an edition is published'));
      const [known] = await look(knownAs(read.content.id));
      if (known && known.contentHash !== read.contentHash)
        throw new OutOfTurn(saysOtherwise(read.content.id));
      if (known) return { ...read, outcome: 'there', proposalId: null };
      const [waiting] = await look(this.proposals.waiting(actor, read.content.id));
      if (waiting && waiting.contentHash !== read.contentHash)
        throw new OutOfTurn(waitsOtherwise(read.content.id));
      if (waiting?.own === true) return { ...read, outcome: 'waiting', proposalId: waiting.id };
      if (waiting) {
        await perform(...this.publishing(actor, waiting));
        return { ...read, outcome: 'published', proposalId: waiting.id };
      }
      const proposed = proposalOf(read, { by: actor.personId, day: this.clock.today() });
      await perform(adding('propose', EditionProposal, proposed), tellingOtherAdministrators(actor));
      return { ...read, outcome: 'proposed', proposalId: proposed.id };
    });
  }

  /**
   * Publishes what somebody else proposed, and returns its key.
   * @throws NotFound; OutOfTurn for whoever proposed it, once it is decided, or when its id stands for other content by now.
   */
  async publishProposed(actor: Actor, proposalId: string): Promise<string> {
    return this.ledger.decide(actor, async (transaction) => {
      const { look, perform } = transaction;
      await look(turnAt('an edition is published'));
      const proposal = await this.found(transaction, actor, proposalId);
      const [known] = await look(knownAs(proposal.key));
      if (known) throw new OutOfTurn(saysOtherwise(proposal.key));
      await perform(...this.publishing(actor, proposal));
      return proposal.key;
    });
  }

  /** Declines what somebody else proposed. @throws NotFound; OutOfTurn for whoever proposed it, and once it is decided. */
  async decline(actor: Actor, proposalId: Uuid, reason: string): Promise<void> {
    const change = (proposal: EditionProposal): void => {
      proposal.decline(actor.personId, this.clock.today(), reason);
    };
    await this.ledger.perform(actor, changing('decline', EditionProposal, proposalId, { change }));
  }

  /** Takes back one's own proposal. @throws NotFound; OutOfTurn for everybody else, and once it is decided. */
  async takeBack(actor: Actor, proposalId: Uuid): Promise<void> {
    const change = (proposal: EditionProposal): void => {
      proposal.takeBack(actor.personId, this.clock.today());
    };
    await this.ledger.perform(actor, changing('take back', EditionProposal, proposalId, { change }));
  }

  private async found({ look }: Transaction, actor: Actor, id: string): Promise<WholeEditionProposal> {
    const [proposal] = await look(this.proposals.found(actor, id));
    if (!proposal) throw new NotFound();
    return proposal;
  }

  private publishing(actor: Actor, proposal: WholeEditionProposal): Act[] {
    const publishedOn = this.clock.today();
    const { id, key, content, contentHash, sourceHash, proposedBy } = proposal;
    const change = (found: EditionProposal): void => {
      found.publish(actor.personId, publishedOn);
    };
    const edition = made(FrameworkEdition, {
      ...{ id: newId(), key, title: content.title, version: content.version, asAt: content.asAt, content },
      ...{ contentHash, sourceHash, publishedOn, proposalId: id },
      proposedAs: proposedBy === null ? 'OPERATOR' : 'ADMIN',
      publishedAs: actor.personId === null ? 'OPERATOR' : 'ADMIN',
    });
    return [
      changing('publish', EditionProposal, id, { change }),
      adding('publish', FrameworkEdition, edition),
    ];
  }
}

/** Why an edition is refused that would change one that is published, and what to do. */
export function saysOtherwise(key: string): string {
  return `The edition ${key} was published with other content and cannot change. Give the new one an id of its own.`;
}

function waitsOtherwise(key: string): string {
  return `Other content waits under the id ${key} for a second person. Decline it or take it back first.`;
}

function proposalOf(
  { content, contentHash, sourceHash }: ReadEdition,
  { by, day }: { readonly by: Uuid | null; readonly day: CalendarDay },
): EditionProposal {
  return made(EditionProposal, {
    ...{ id: newId(), key: content.id, content, contentHash, sourceHash },
    ...{ proposedBy: by, proposedOn: day, outcome: null, decidedBy: null, decidedOn: null, reason: null },
  });
}

function knownAs(key: string) {
  return KNOWN.from('frameworks.edition e WHERE e.key = $1', [key]);
}

const KNOWN = select(columns(FrameworkEdition, 'e', 'contentHash'));
