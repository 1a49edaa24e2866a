import { Injectable, Logger } from '@nestjs/common';
import { OPERATOR } from '../../identity/actor.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { OutOfTurn, Unavailable } from '../../kernel/refusal.js';
import { changing } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { columns, select } from '../../platform/database/selection.js';
import { FileStore, type StoredReading } from '../../platform/files/file-store.js';
import { Download } from '../../web/answer/download.js';
import { EvidenceItem, type ContentFault } from '../documents/evidence-item.entity.js';
import type { EvidenceRow } from '../documents/evidence.queries.js';

const ENDINGS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'image/png': 'png',
  'text/plain; charset=utf-8': 'txt',
};

const NOT_GIVEN_OUT: Readonly<Record<ContentFault, string>> = {
  altered:
    'What lies in the file store is not the document that was offered: its fingerprint is another. It is not given out, and the log says so. Tell an administrator.',
  missing: 'The content of this document is not in the file store. The log says so. Tell an administrator.',
};

const CLOSED =
  'This document was closed to everyone, so its content is given to nobody any more. Its page says when and why.';

/** Gives the content of documents, always to be saved and never shown by the browser, and only as it was offered. */
@Injectable()
export class EvidenceFiles {
  private readonly log = new Logger(EvidenceFiles.name);

  constructor(
    private readonly files: FileStore,
    private readonly ledger: Ledger,
  ) {}

  /**
   * The document as a download. Its content is hashed first; content that is missing or another is refused, and the log
   * tells it once, as it tells when the content is back.
   * @throws OutOfTurn for a document that is closed to everyone; Unavailable when the store does not hold the content that was offered.
   */
  async download(document: EvidenceRow): Promise<Download> {
    const { id, title, sha256, mediaType, contentFault, closedOn } = document;
    if (closedOn !== null) throw new OutOfTurn(CLOSED);
    const reading = await this.files.read(sha256);
    const fault = reading.state === 'whole' ? null : reading.state;
    if (fault !== contentFault) await this.note(id, fault, inWords(reading));
    if (reading.state !== 'whole') throw new Unavailable(NOT_GIVEN_OUT[reading.state]);
    return new Download(`${title}.${ENDINGS[mediaType] ?? 'bin'}`, mediaType, reading.content);
  }

  /** In the operator's name: nobody who reads a document may say anything of its content. */
  private async note(id: Uuid, fault: ContentFault | null, reason: string): Promise<void> {
    if (fault !== null) this.log.error(`Evidence ${id}: ${reason}`);
    await this.ledger.decide(OPERATOR, async ({ look, perform }) => {
      const [known] = await look(FAULT.from('evidence.item e WHERE e.id = $1 FOR UPDATE', [id]));
      if (known && known.contentFault !== fault)
        await perform(
          changing(fault === null ? 'find-whole' : `find-${fault}`, EvidenceItem, id, {
            reason,
            change: (item) => item.readAs(fault),
          }),
        );
    });
  }
}

const FAULT = select(columns(EvidenceItem, 'e', 'contentFault'));

/** What reading found, as the log and a verification tell it. */
export function inWords(reading: StoredReading): string {
  if (reading.state === 'whole') return 'The file is again what was offered.';
  if (reading.state === 'missing') return 'The file is not in the file store.';
  return `The file is not what was offered: its SHA-256 is ${reading.foundSha256}.`;
}
