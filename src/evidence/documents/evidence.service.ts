import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { NotFound, SignInNeeded } from '../../kernel/refusal.js';
import type { RecordRef } from '../../kernel/record-ref.js';
import { adding, checking, type Act } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { FileStore } from '../../platform/files/file-store.js';
import { Documented } from '../documented.js';
import type { DocumentType } from './document-types.js';
import { EvidenceItem, type Audience } from './evidence-item.entity.js';
import { safeContent } from './safe-content.js';

/** A document as a person offers it. */
export interface OfferedDocument {
  readonly about: RecordRef;
  readonly title: string;
  readonly documentType: DocumentType;
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
    private readonly documented: Documented,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps a document about a record that the actor can see, and records it. The same content offered again about the same
   * record is the document that is there already.
   * @throws NotFound for any other record; Unprocessable when the file cannot be kept. Nothing is recorded then.
   */
  async offer(actor: Actor, document: OfferedDocument): Promise<Uuid> {
    if (actor.personId === null) throw new SignInNeeded();
    const { about, title, documentType, dated, audience, whyNotEveryone } = document;
    const record = await this.documented.find(actor, about);
    if (!record) throw new NotFound();
    const item = Object.assign(new EvidenceItem(), {
      id: newId(),
      organisationId: record.organisationId,
      deploymentId: record.deploymentId,
      subjectKind: about.kind,
      subjectId: about.id,
      title,
      documentType,
      dated,
      receivedOn: this.clock.today(),
      audience,
      whyNotEveryone: audience === 'everyone' ? null : whyNotEveryone,
      offeredBy: actor.personId,
    });
    this.access.require(actor, 'offer', item);
    const { content, mediaType } = await safeContent(document.content);
    const { sha256, bytes } = await this.files.keep(content);
    Object.assign(item, { sha256, bytes, mediaType });
    try {
      await this.ledger.perform(actor, unlessThere(about, sha256), adding('offer', EvidenceItem, item));
    } catch (there) {
      if (there instanceof AlreadyThere) return there.id;
      throw there;
    }
    return item.id;
  }
}

/** Thrown inside the act when the same content was offered about the same record before. */
class AlreadyThere extends Error {
  constructor(readonly id: Uuid) {
    super('This document is there already.');
  }
}

function unlessThere({ kind, id }: RecordRef, sha256: string): Act {
  return checking(async (look) => {
    const [same] = await look<{ id: Uuid }>({
      text: 'SELECT e.id FROM evidence.item e WHERE e.subject_kind = $1 AND e.subject_id = $2 AND e.sha256 = $3',
      values: [kind, id, sha256],
    });
    if (same) throw new AlreadyThere(same.id);
  });
}
