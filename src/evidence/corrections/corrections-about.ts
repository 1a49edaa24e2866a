import { columns, jsonList, sql, type Column, type JsonRow } from '../../platform/database/selection.js';
import { Correction } from './correction.entity.js';

const CORRECTION = {
  ...columns(
    Correction,
    'k',
    'id',
    'subjectKind',
    'subjectId',
    'aboutId',
    'field',
    'said',
    'reason',
    'post',
    'correctedOn',
  ),
  by: sql<string>('(SELECT w.name FROM organisations.organisation w WHERE w.id = k.organisation_id)'),
  called: sql<string | null>(
    '(SELECT c.called FROM evidence.correctable c WHERE c.kind = k.subject_kind AND c.id = k.subject_id)',
  ),
};

/** A correction as it is read: what it says against which entry, by which organisation and post, and why. */
export type CorrectionRow = JsonRow<typeof CORRECTION>;

/** The corrections beside a record and its parts, newest first: its kind and the expression that yields its id. */
export function correctionsAbout(kind: string, id: string): Column<readonly CorrectionRow[]> {
  return jsonList(
    CORRECTION,
    `evidence.correction k WHERE k.about_kind = '${kind}' AND k.about_id = ${id}`,
    'k.id DESC',
  );
}

/** Where a word of a correction leads to the record beside which it stands: ids of this kind, for `ledToByWords`. */
export function correctedTo(kind: string): string {
  return `SELECT about_id FROM evidence.correction WHERE about_kind = '${kind}' AND searched LIKE word`;
}
