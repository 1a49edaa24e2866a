import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import { standIn } from '../../access/stand-in.js';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { isToCome } from '../../kernel/days/dates-fit.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { NotFound, SignInNeeded, Unprocessable } from '../../kernel/refusal.js';
import type { RecordRef } from '../../kernel/record-ref.js';
import { adding } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { made } from '../../platform/database/recorded.js';
import { columns, select, sql, type RowOf } from '../../platform/database/selection.js';
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

/**
 * What became of an offer: the document was kept; or the same was offered before with the same words; or its content is
 * here already under other words, and nothing of this offer was kept.
 */
export interface Offered {
  readonly id: Uuid;
  readonly outcome: 'kept' | 'repeated' | 'here-already';
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
   * record is the document that is there already, as it was recorded; its content is put back where it was lost.
   * @throws NotFound for any other record; Unprocessable when the file cannot be kept. Nothing is recorded then.
   */
  async offer(actor: Actor, document: OfferedDocument): Promise<Offered> {
    if (actor.personId === null) throw new SignInNeeded();
    const { about, title, documentType, dated, audience, whyNotEveryone } = document;
    const record = await this.documented.find(actor, about);
    if (!record) throw new NotFound();
    if (isToCome(dated, this.clock.today()))
      throw new Unprocessable([{ field: 'dated', text: 'When it was made must be today or in the past' }]);
    const belonging = {
      organisationId: record.organisationId,
      deploymentId: record.deploymentId,
      subjectKind: about.kind,
      subjectId: about.id,
    };
    this.access.require(actor, 'offer', standIn(EvidenceItem, belonging));
    const { content, mediaType } = await safeContent(document.content);
    const item = made(EvidenceItem, {
      ...belonging,
      ...(await this.files.keep(content)),
      id: newId(),
      title,
      documentType,
      mediaType,
      dated,
      receivedOn: this.clock.today(),
      audience,
      whyNotEveryone: audience === 'everyone' ? null : whyNotEveryone,
      offeredBy: actor.personId,
      contentFault: null,
      closedOn: null,
      closedBecause: null,
    });
    return this.record(actor, item);
  }

  /** Records the document, unless its content was offered about the same record before: then it is that one. */
  private record(actor: Actor, item: EvidenceItem): Promise<Offered> {
    return this.ledger.decide(actor, async ({ look, perform }) => {
      const { subjectKind, subjectId, sha256 } = item;
      await look(
        ONE_AT_A_TIME.within((list) => `SELECT ${list}`, [[subjectKind, subjectId, sha256].join(' ')]),
      );
      const [same] = await look(SAME.from(OF_SAME_CONTENT, [subjectKind, subjectId, sha256]));
      if (same) return { id: same.id, outcome: saysTheSame(same, item) ? 'repeated' : 'here-already' };
      const [closed] = await look(SAME.from(CLOSED_CONTENT, [sha256, item.organisationId]));
      if (closed)
        throw new Unprocessable([
          { field: 'file', text: 'You closed this very file to everyone. Offer another that may be read' },
        ]);
      await perform(adding('offer', EvidenceItem, item));
      return { id: item.id, outcome: 'kept' };
    });
  }
}

const ONE_AT_A_TIME = select({
  locked: sql<string>('pg_advisory_xact_lock(hashtextextended($1, 0))::text'),
});
const SAID = ['title', 'documentType', 'dated', 'audience', 'whyNotEveryone'] as const;
const SAME = select(columns(EvidenceItem, 'e', 'id', ...SAID));
const OF_SAME_CONTENT =
  'evidence.item e WHERE e.subject_kind = $1 AND e.subject_id = $2 AND e.sha256 = $3 ORDER BY e.id LIMIT 1';

const CLOSED_CONTENT =
  'evidence.item e WHERE e.sha256 = $1 AND e.organisation_id = $2 AND e.closed_on IS NOT NULL LIMIT 1';

function saysTheSame(recorded: RowOf<typeof SAME>, offered: EvidenceItem): boolean {
  return SAID.every((name) => recorded[name] === offered[name]);
}
