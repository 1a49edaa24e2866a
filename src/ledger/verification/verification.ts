import { Injectable } from '@nestjs/common';
import { recordedClasses, recordedKind, type RecordedClass } from '../../platform/database/recorded.js';
import type { Discrepancy } from './discrepancy.js';
import { faultsOfEvent } from './event-check.js';
import type { FurtherCheck, LookedAt } from './further-check.js';
import { checkKeptChanges } from './kept-changes-check.js';
import type { KeptEvent } from './kept-event.js';
import { faultsOfRow } from './row-check.js';
import { VerificationQueries, type EngagementDifference } from './verification.queries.js';

/** What a verification looked at, and every discrepancy it found. */
export interface VerificationReport {
  readonly kinds: number;
  readonly events: number;
  readonly records: number;
  /** How many things each further check looked at. */
  readonly further: readonly (LookedAt & { readonly looked: number })[];
  readonly discrepancies: readonly Discrepancy[];
}

/**
 * Checks the whole log against itself and against the records: every leaf hash is computed anew, every event must
 * follow the one before it, every record must be what its newest event says, what public records said before must be kept
 * as the log tells it, and what people are let take part in must follow from the records. It reads and never writes.
 */
@Injectable()
export class Verification {
  private readonly furtherChecks: FurtherCheck[] = [];

  constructor(private readonly queries: VerificationQueries) {}

  /** Makes a check of a room above a part of every verification; called once by each, when it starts. */
  lookAlso(check: FurtherCheck): void {
    this.furtherChecks.push(check);
  }

  /** Verifies every recorded kind. Memory stays flat: the log is read a thousand events at a time. */
  async run(): Promise<VerificationReport> {
    const discrepancies: Discrepancy[] = [];
    const classes = recordedClasses();
    let events = 0;
    let records = 0;
    for (const recorded of classes) {
      const walk = new KindWalk(recorded, this.queries, discrepancies);
      await walk.run();
      events += walk.events;
      records += walk.records;
    }
    const known = new Set(classes.map((recorded) => recordedKind(recorded).kind));
    for (const kind of await this.queries.kindsWithEvents()) {
      if (!known.has(kind))
        discrepancies.push({
          about: { kind, id: '' },
          event: null,
          finding: 'No such kind of record is known.',
        });
    }
    discrepancies.push(...(await this.queries.engagementDifferences()).map(asDiscrepancy));
    const further: (LookedAt & { looked: number })[] = [];
    const kept = { one: 'change', looksAt: 'changes', run: () => checkKeptChanges(this.queries) };
    for (const check of [kept, ...this.furtherChecks]) {
      const { looked, discrepancies: found } = await check.run();
      further.push({ one: check.one, looksAt: check.looksAt, looked });
      discrepancies.push(...found);
    }
    return { kinds: classes.length, events, records, further, discrepancies };
  }
}

function asDiscrepancy({ personId, kind, recordId, kept }: EngagementDifference): Discrepancy {
  const finding = kept
    ? `The person is let take the part "${kind}" in ${recordId}, and no record gives it to them.`
    : `The records give the person the part "${kind}" in ${recordId}, and they are not let take it.`;
  return { about: { kind: 'engagement', id: personId }, event: null, finding };
}

class KindWalk {
  events = 0;
  records = 0;
  private readonly kind: string;
  private newest: KeptEvent | null = null;

  constructor(
    private readonly recorded: RecordedClass,
    private readonly queries: VerificationQueries,
    private readonly discrepancies: Discrepancy[],
  ) {
    this.kind = recordedKind(recorded).kind;
  }

  async run(): Promise<void> {
    for (let page = await this.queries.events(this.kind); page.length > 0; page = await this.next(page)) {
      const ended = page.flatMap((event) => this.step(event));
      await this.compareRows(ended);
    }
    if (this.newest) await this.compareRows([this.newest]);
    for (const id of await this.queries.recordsWithoutEvents(this.recorded))
      this.note(id, null, 'The record has no event at all.');
  }

  private next(page: readonly KeptEvent[]): Promise<KeptEvent[]> {
    const last = page.at(-1);
    return last ? this.queries.events(this.kind, last) : Promise.resolve([]);
  }

  private step(event: KeptEvent): KeptEvent[] {
    this.events += 1;
    const before = this.newest?.subjectId === event.subjectId ? this.newest : null;
    for (const finding of faultsOfEvent(event, before)) this.note(event.subjectId, event.id, finding);
    const ended = this.newest && !before ? [this.newest] : [];
    this.newest = event;
    return ended;
  }

  private async compareRows(newest: readonly KeptEvent[]): Promise<void> {
    if (newest.length === 0) return;
    const rows = await this.queries.records(
      this.recorded,
      newest.map(({ subjectId }) => subjectId),
    );
    for (const event of newest) {
      this.records += 1;
      for (const finding of faultsOfRow(this.recorded, rows.get(event.subjectId) ?? null, event))
        this.note(event.subjectId, event.id, finding);
    }
  }

  private note(id: string, event: string | null, finding: string): void {
    this.discrepancies.push({ about: { kind: this.kind, id }, event, finding });
  }
}
