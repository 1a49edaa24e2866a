import { Injectable } from '@nestjs/common';
import { NotFound } from '../../kernel/refusal.js';
import { FileStore } from '../../platform/files/file-store.js';
import { Download } from '../../web/answer/download.js';
import type { EvidenceRow } from './evidence.queries.js';

const ENDINGS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'image/png': 'png',
  'text/plain; charset=utf-8': 'txt',
};

/** Gives the content of documents, always to be saved and never shown by the browser. */
@Injectable()
export class EvidenceFiles {
  constructor(private readonly files: FileStore) {}

  /** The document as a download. @throws NotFound when the store does not hold its content. */
  async download({ title, sha256, mediaType }: EvidenceRow): Promise<Download> {
    const content = await this.files.open(sha256);
    if (!content)
      throw new NotFound('The content of this document is not in the file store. Tell an administrator.');
    return new Download(`${title}.${ENDINGS[mediaType] ?? 'bin'}`, mediaType, content);
  }
}
