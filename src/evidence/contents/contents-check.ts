import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OPERATOR } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import type { Uuid } from '../../kernel/identifiers.js';
import type { Discrepancy } from '../../ledger/verification/discrepancy.js';
import type { FurtherCheck, FurtherReport } from '../../ledger/verification/further-check.js';
import { Verification } from '../../ledger/verification/verification.js';
import { Database } from '../../platform/database/database.js';
import { column, select, sql } from '../../platform/database/selection.js';
import { FileStore } from '../../platform/files/file-store.js';
import { EvidenceItem } from '../documents/evidence-item.entity.js';
import { inWords } from './evidence-files.js';

const HASHES_PER_PAGE = 500;

/** Holds every stored file to the fingerprint that stands in the log, as part of a verification. It reads and never writes. */
@Injectable()
export class ContentsCheck implements FurtherCheck, OnModuleInit {
  readonly one = 'file';
  readonly looksAt = 'files';

  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly verification: Verification,
  ) {}

  /** Makes itself a part of every verification. */
  onModuleInit(): void {
    this.verification.lookAlso(this);
  }

  /** Reads every file that a document rests on, one after another, so that memory holds one at a time. */
  async run(): Promise<FurtherReport> {
    const discrepancies: Discrepancy[] = [];
    let looked = 0;
    for (
      let page = await this.after('');
      page.length > 0;
      page = await this.after(page.at(-1)?.sha256 ?? '')
    ) {
      looked += page.length;
      for (const { sha256, items } of page) {
        const reading = await this.files.read(sha256);
        if (reading.state === 'whole') continue;
        const finding = inWords(reading);
        discrepancies.push(...items.map((id) => ({ about: { kind: 'evidence', id }, event: null, finding })));
      }
    }
    return { looked, discrepancies };
  }

  private after(sha256: string): Promise<{ readonly sha256: string; readonly items: readonly Uuid[] }[]> {
    const next = `evidence.item e WHERE e.sha256 > $1 GROUP BY e.sha256 ORDER BY e.sha256 LIMIT $2`;
    return this.database.rows(scopeOf(OPERATOR), CONTENT.from(next, [sha256, HASHES_PER_PAGE]));
  }
}

const CONTENT = select({
  sha256: column(EvidenceItem, 'e', 'sha256'),
  items: sql<readonly Uuid[]>('array_agg(e.id ORDER BY e.id)'),
});
