import { Injectable } from '@nestjs/common';
import { postInWords } from '../../identity/roles.js';
import type { CorrectionRow } from '../corrections/corrections-about.js';
import { CorrectionsShown, type ShownCorrection } from '../corrections/corrections-shown.js';
import { Register } from '../register.js';
import { entryInWords, valueInWords } from './fields-in-words.js';
import type { RecordChange } from './record-change.js';

/** A change of a public record as a page lists it. */
export interface ShownChange {
  readonly changedOn: string;
  /** What was changed: `Name of the scheme`. */
  readonly what: string;
  readonly before: string;
  readonly after: string;
  readonly by: string;
  readonly reason: string | null;
}

/** Tells readers what was changed of a public record, in the words by which its kinds introduced themselves. */
@Injectable()
export class HistoryShown {
  constructor(
    private readonly register: Register,
    private readonly corrections: CorrectionsShown,
  ) {}

  /** What stands beside an entry that sources speak of: corrections, and what was changed. */
  beside(entry: {
    readonly changes: readonly RecordChange[];
    readonly corrections: readonly CorrectionRow[];
  }): { readonly changes: ShownChange[]; readonly corrections: ShownCorrection[] } {
    return { changes: this.of(entry.changes), corrections: this.corrections.of(entry.corrections) };
  }

  /** The changes as pages list them. */
  of(changes: readonly RecordChange[]): ShownChange[] {
    return changes.map(({ kind, field, before, after, post, reason, changedOn }) => {
      const introduced = this.register.kind(kind);
      const fields = introduced?.fields ?? {};
      return {
        changedOn,
        what: entryInWords({ kind, field }, introduced),
        before: valueInWords(before, fields[field]),
        after: valueInWords(after, fields[field]),
        by: postInWords(post),
        reason,
      };
    });
  }
}
