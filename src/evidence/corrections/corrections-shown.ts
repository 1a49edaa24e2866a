import { Injectable } from '@nestjs/common';
import { postInWords } from '../../identity/roles.js';
import { entryInWords } from '../history/fields-in-words.js';
import { Register } from '../register.js';
import type { CorrectionRow } from './corrections-about.js';

/** A correction as a page shows it. */
export interface ShownCorrection extends Pick<
  CorrectionRow,
  'correctedOn' | 'by' | 'said' | 'reason' | 'post'
> {
  /** What it corrects: `Deployment: area`. */
  readonly what: string;
  /** True where the same organisation said otherwise of the same since. */
  readonly overtaken: boolean;
}

/** Tells readers which corrections stand beside an entry, in the words by which its kinds introduced themselves. */
@Injectable()
export class CorrectionsShown {
  constructor(private readonly register: Register) {}

  /** The corrections, given newest first, as pages show them. */
  of(corrections: readonly CorrectionRow[]): ShownCorrection[] {
    return corrections.map((one, at) => {
      const { subjectKind: kind, field, correctedOn, by, said, reason } = one;
      const called = one.subjectId === one.aboutId ? null : (one.called ?? '');
      return {
        ...{ correctedOn, by, said, reason, post: postInWords(one.post) },
        what: entryInWords({ kind, field, called }, this.register.kind(kind)),
        overtaken: corrections.slice(0, at).some((newer) => isSame(newer, one)),
      };
    });
  }
}

function isSame(one: CorrectionRow, other: CorrectionRow): boolean {
  return one.subjectId === other.subjectId && one.field === other.field && one.by === other.by;
}
