import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.js';
import type { Actor } from '../identity/actor.js';
import { Clock } from '../kernel/clock.js';
import { newId, type Uuid } from '../kernel/identifiers.js';
import { londonDay } from '../kernel/london-day.js';
import { SignInNeeded } from '../kernel/refusal.js';
import type { RecordRef } from '../kernel/record-ref.js';
import { adding } from '../ledger/act.js';
import { Ledger } from '../ledger/ledger.js';
import { FileStore } from '../platform/files/file-store.js';
import { EvidenceItem, type Audience } from './evidence-item.entity.js';
import { safeContent } from './safe-content.js';

/** A document as a person offers it. */
export interface OfferedDocument {
  readonly organisationId: Uuid;
  readonly about: RecordRef;
  readonly title: string;
  readonly content: Uint8Array;
  readonly dated: string | null;
  readonly audience: Audience;
  readonly whyNotEveryone: string | null;
}

/** Takes in evidence. The content is safe on its medium before the record of it exists. */
@Injectable()
export class EvidenceService {
  constructor(
    private readonly ledger: Ledger,
    private readonly access: Access,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  /** Keeps a document and records it. @throws Unprocessable when the file cannot be kept; nothing is recorded then. */
  async offer(actor: Actor, document: OfferedDocument): Promise<Uuid> {
    if (actor.personId === null) throw new SignInNeeded();
    const { organisationId, about, title, dated, audience, whyNotEveryone } = document;
    const item = Object.assign(new EvidenceItem(), {
      id: newId(),
      organisationId,
      subjectKind: about.kind,
      subjectId: about.id,
      title,
      dated,
      receivedOn: londonDay(this.clock.now()),
      audience,
      whyNotEveryone: audience === 'everyone' ? null : whyNotEveryone,
      offeredBy: actor.personId,
    });
    this.access.require(actor, 'offer', item);
    const { content, mediaType } = await safeContent(document.content);
    const { sha256, bytes } = await this.files.keep(content);
    await this.ledger.perform(
      actor,
      adding('offer', EvidenceItem, Object.assign(item, { sha256, bytes, mediaType })),
    );
    return item.id;
  }
}
