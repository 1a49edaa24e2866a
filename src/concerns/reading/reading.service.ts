import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { NotFound } from '../../kernel/refusal.js';
import type { IdentityAnswers, NarrativeAnswers } from '../questions/answers.js';
import { ConcernsQueries } from '../concerns.queries.js';
import { EnvelopeReader, type Sealed } from '../envelopes/envelope-reader.js';
import {
  FolderQueries,
  type ConcernFolder,
  type SealedMessage,
  type SealedRelease,
} from '../folder.queries.js';
import { ReleasedQueries } from './released.queries.js';

/** A message that has been opened; null when its text was erased. */
export interface OpenMessage extends Omit<SealedMessage, 'sealed'> {
  readonly text: string | null;
}

/** A release that has been opened; its text is null when it was erased or may not be read. */
export interface OpenRelease extends Omit<SealedRelease, 'sealed'> {
  readonly text: string | null;
}

/** A concern with its words. */
export interface OpenConcern extends Omit<ConcernFolder, 'messages' | 'releases'> {
  readonly identity: IdentityAnswers | null;
  readonly narrative: NarrativeAnswers | null;
  readonly messages: readonly OpenMessage[];
  readonly releases: readonly OpenRelease[];
}

/** Shows people the words they may read: a handler a whole concern, a person their own, others what was released. */
@Injectable()
export class ReadingService {
  constructor(
    private readonly concerns: ConcernsQueries,
    private readonly folders: FolderQueries,
    private readonly released: ReleasedQueries,
    private readonly reader: EnvelopeReader,
  ) {}

  /**
   * A concern opened for a handler, with its newest messages or those before a turn; that they read it is noted first.
   * @throws NotFound when they may not see it.
   */
  async forHandler(actor: Actor, id: Uuid, beforeTurn: number | null = null): Promise<OpenConcern> {
    return this.opened(actor, { id, beforeTurn }, (sealed) =>
      this.reader.openFor(actor, { concernId: id, releaseId: null }, sealed),
    );
  }

  /** The concern of a receipt, opened for the person whose it is, with its newest messages or those before a turn. */
  async forHolder(holder: Actor, beforeTurn: number | null = null): Promise<OpenConcern> {
    if (holder.receiptFor === null) throw new NotFound();
    return this.opened(holder, { id: holder.receiptFor, beforeTurn }, (sealed) =>
      this.reader.openOwn(holder, sealed),
    );
  }

  /** What was released, opened for the trust or a reviewer as far as the person agreed. */
  async release(actor: Actor, id: string): Promise<OpenRelease> {
    const found = await this.released.one(actor, id);
    if (!found) throw new NotFound();
    const { concernId, release } = found;
    const { sealed, ...rest } = release;
    const readable = release.trustMayReadWords || !this.readsAsTrust(actor, release);
    if (!readable) return { ...rest, text: null };
    const [text = null] = await this.reader.openFor(actor, { concernId, releaseId: release.id }, [sealed]);
    return { ...rest, text };
  }

  private readsAsTrust(actor: Actor, { organisationId, reviewersMayRead }: SealedRelease): boolean {
    if (actor.holds('CONCERN_HANDLER')) return false;
    return actor.organisationsAs('TRUST_SUBMITTER').includes(organisationId) || !reviewersMayRead;
  }

  private async opened(
    actor: Actor,
    { id, beforeTurn }: { readonly id: Uuid; readonly beforeTurn: number | null },
    open: (sealed: readonly Sealed[]) => Promise<readonly (string | null)[]>,
  ): Promise<OpenConcern> {
    const [folder, envelopes] = await Promise.all([
      this.folders.folder(actor, id, beforeTurn),
      this.concerns.envelopes(actor, id),
    ]);
    if (!folder || envelopes.length === 0) throw new NotFound();
    const { messages, releases } = folder;
    const texts = await open([...envelopes, ...messages.map(sealedOf), ...releases.map(sealedOf)]);
    const text = (at: number): string | null => texts[at] ?? null;
    const part = (group: string): string | null =>
      text(envelopes.findIndex((sealed) => sealed.group === group));
    return {
      ...folder,
      identity: parsed(part('identity')) as IdentityAnswers | null,
      narrative: parsed(part('narrative')) as NarrativeAnswers | null,
      messages: messages.map(({ sealed: _, ...message }, at) => ({
        ...message,
        text: text(envelopes.length + at),
      })),
      releases: releases.map(({ sealed: _, ...release }, at) => ({
        ...release,
        text: text(envelopes.length + messages.length + at),
      })),
    };
  }
}

function sealedOf({ sealed }: { readonly sealed: Sealed }): Sealed {
  return sealed;
}

/** The envelope is authenticated, so what is in it is what filing put there. */
function parsed(text: string | null): unknown {
  return text === null ? null : JSON.parse(text);
}
