import type { z } from 'zod';
import type { EvidenceRow } from '../../evidence/documents/evidence.queries.js';
import { GRAVITY_WORDS } from '../../frameworks/criteria/gravity-words.js';
import type { Edition } from '../../frameworks/edition/edition-schema.js';
import type { FileFault } from '../../web/sheet/file-fault.js';
import type { FilledWorkbook } from '../../web/workbook/filled-workbook.js';
import type { Workbook } from '../../web/workbook/workbook.js';
import { criterionIn, type ReviewWithCriteria } from '../criteria/reviewed-criteria.js';
import { wordedBy } from '../criteria/score-fields.js';
import { answerFaults } from '../self-review/answering/answer-faults.js';
import { AnswerItem } from '../self-review/self-review.forms.js';
import type { Answer } from '../self-review/self-review.queries.js';
import {
  faultAt,
  filledCriteria,
  GUIDANCE_COLUMNS,
  guidanceOf,
  sheetColumns,
  sheetMark,
  strangeSheet,
  type FilledCriterion,
  type SheetQuestion,
} from './criteria-sheet.js';

/** One answer that a sheet would give, beside the one that counts now. */
export interface AnswerOnSheet {
  readonly row: number;
  readonly before: Answer | null;
  readonly answer: z.output<typeof AnswerItem.schema>;
}

/** What a sheet would do, or why nothing of it can be taken. */
export interface AnswerPlan {
  readonly faults: readonly FileFault[];
  readonly answers: readonly AnswerOnSheet[];
  /** How many criteria of the round stay as they are. */
  readonly unchanged: number;
}

/** The name of the sheet that is filled in. */
export const ANSWERS_SHEET = 'Self-review';

/** The columns of a self-review by this edition. */
export function answerColumns(edition: Edition): Workbook['columns'] {
  return sheetColumns([...GUIDANCE_COLUMNS, { heading: DOCUMENTS, width: 30 }], questionsOf(edition));
}

/** The self-review as a sheet, with all that was answered so far. */
export function answerWorkbook(
  work: ReviewWithCriteria,
  answers: readonly Answer[],
  evidence: readonly EvidenceRow[],
): Workbook {
  const given = new Map(answers.map((answer) => [answer.criterion, answer]));
  const choices = wordedBy(work.edition);
  const worded = (field: 'score' | 'grade', value: string | null | undefined): string =>
    choices[field].find((choice) => choice.value === value)?.label ?? '';
  return {
    title: `Self-review: ${work.review.organisation}, ${work.review.round}`,
    sheet: ANSWERS_SHEET,
    columns: answerColumns(work.edition),
    rows: work.criteria.map(({ criterion: { id } }) => {
      const answer = given.get(id);
      const named = evidence.filter((item) => answer?.evidenceIds.includes(item.id));
      return [
        ...[id, ...guidanceOf(criterionIn(work, id), GRAVITY_WORDS)],
        named.map(({ title }) => title).join('\n'),
        ...[worded('score', answer?.score), worded('grade', answer?.grade), answer?.reason ?? ''],
        String(answer?.seq ?? 0),
      ];
    }),
    guide: GUIDE,
    mark: sheetMark(KIND, work.review),
  };
}

/** What a sheet that came back would do, with every fault by its cell; a row that says nothing changes nothing. */
export function answersOnSheet(
  work: ReviewWithCriteria,
  answers: readonly Answer[],
  filled: FilledWorkbook,
): AnswerPlan {
  const strange = filled.rows.length > 0 ? strangeSheet(filled, sheetMark(KIND, work.review)) : null;
  if (strange) return { faults: [strange], answers: [], unchanged: 0 };
  const questions = questionsOf(work.edition);
  const codes = work.criteria.map(({ criterion }) => criterion.id);
  const read = filledCriteria(filled, { codes, questions });
  const given = new Map(answers.map((answer) => [answer.criterion, answer]));
  const drafts = read.criteria
    .map((one) => ({ one, before: given.get(one.criterion) ?? null }))
    .filter(({ one, before }) => Object.keys(one.values).length > 0 && !isSame(one, before));
  const checked = drafts.map((draft) => checkedAnswer(draft));
  const faults = checked.flatMap((found, place) => {
    const row = drafts[place]?.one.row ?? 0;
    return 'issues' in found ? found.issues.map((issue) => faultAt(filled, { row, questions }, issue)) : [];
  });
  const all = [...read.faults, ...faults];
  const sound = checked.flatMap((found) => ('answer' in found ? [found] : []));
  return { faults: all, answers: all.length > 0 ? [] : sound, unchanged: codes.length - sound.length };
}

type Checked =
  AnswerOnSheet | { readonly issues: readonly { readonly field: string; readonly text: string }[] };

function checkedAnswer({
  one: { row, criterion, values, after },
  before,
}: {
  readonly one: FilledCriterion;
  readonly before: Answer | null;
}): Checked {
  if (after !== (before?.seq ?? 0)) return { issues: [{ field: '', text: ANSWERED_SINCE }] };
  const typed = { ...values, criterion, evidenceIds: before?.evidenceIds ?? [], version: after };
  const read = AnswerItem.schema.safeParse(typed);
  if (!read.success)
    return {
      issues: read.error.issues.map(({ path, message }) => ({ field: String(path[0]), text: message })),
    };
  const issues = answerFaults({ ...read.data, grade: read.data.grade ?? null });
  return issues.length > 0 ? { issues } : { row, before, answer: read.data };
}

function isSame({ values }: FilledCriterion, before: Answer | null): boolean {
  return (
    before !== null &&
    values['score'] === before.score &&
    (values['grade'] ?? null) === before.grade &&
    values['reason'] === before.reason
  );
}

function questionsOf(edition: Edition): SheetQuestion[] {
  const { score, grade } = wordedBy(edition);
  return [
    { heading: 'Your score', width: 26, field: 'score', choices: score },
    { heading: 'How strong the evidence is', width: 34, field: 'grade', choices: grade },
    { heading: 'Why', width: 80, field: 'reason' },
  ];
}

const KIND = 'self-review';
const DOCUMENTS = 'Documents named';
const ANSWERED_SINCE =
  'this was answered on the pages after the sheet was taken. Look at the answer there, take the sheet again and write yours into it';
const GUIDE = [
  'One row is one criterion. Fill in the white columns: your score, how strong the evidence is, and why. You can leave rows empty and hand the sheet over as often as you like.',
  'Pick scores and evidence from the list of the cell, or write the letter or number with which a choice begins. The sheet “Choices” has them all.',
  'Nothing is recorded before you have seen what the sheet would do. A sheet goes in whole or not at all, and each fault is named by its cell.',
  'Formulas are not computed and not taken. Documents are offered and named on the pages; those named already stay named.',
  'An answer that was given is changed by the next one and never taken away: an emptied row changes nothing.',
];
