import type { Edition } from '../../../frameworks/edition/edition-schema.js';
import type { Issue } from '../../../kernel/refusal.js';
import { SCORES } from '../../../review-method/scoring/score.js';
import { EVIDENCE_GRADES } from '../../../review-method/scoring/evidence-grade.js';
import type { Field } from '../../../web/form/field.js';
import { Form, type Fields } from '../../../web/form/form.js';
import { dropDown } from '../../../web/form/kinds/choices.js';
import { version } from '../../../web/form/kinds/hidden.js';
import { reasonText } from '../../../web/form/kinds/reason.js';
import { wordedBy } from '../../criteria/score-fields.js';
import type { Answer } from '../self-review.queries.js';
import type { AnswerToGive } from '../self-review.service.js';
import { answerFaults } from './answer-faults.js';

/** The criteria of one domain as one form: each is asked for its score, its evidence and why, and may be left for later. */
export function domainForm(codes: readonly string[], edition: Edition): Form {
  const { score, grade } = wordedBy(edition);
  const fields: Record<string, Field> = {};
  for (const code of codes) {
    fields[named('score', code)] = dropDown({
      label: `Your score for ${code}`,
      choices: score,
      optional: true,
    });
    fields[named('grade', code)] = dropDown({
      label: `How strong the evidence for ${code} is`,
      choices: grade,
      optional: true,
    });
    fields[named('reason', code)] = reasonText({
      label: `Why this score for ${code}?`,
      called: `The reason for ${code}`,
      max: 8000,
      rows: 4,
      optional: true,
    });
  }
  return new Form<Fields>({ id: 'AnswerDomain', fields: { ...fields, version: version() } });
}

/** The names of the three boxes of a criterion, in their order. */
export function boxesOf(code: string): string[] {
  return PARTS.map((part) => named(part, code));
}

/** What the form would hold for answers that were given. */
export function typedBefore(answers: readonly Answer[]): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const { criterion, score, grade, reason } of answers) {
    if (score !== null) typed[named('score', criterion)] = score;
    if (grade !== null) typed[named('grade', criterion)] = grade;
    typed[named('reason', criterion)] = reason;
  }
  return typed;
}

/** The answers that are new or changed, and what is missing in any that was begun; what is left empty stays as it was. */
export function answersTyped(
  values: Readonly<Record<string, unknown>>,
  { codes, given }: { readonly codes: readonly string[]; readonly given: readonly Answer[] },
): { readonly answers: readonly AnswerToGive[]; readonly issues: readonly Issue[] } {
  const answers: AnswerToGive[] = [];
  const issues: Issue[] = [];
  for (const code of codes) {
    const before = given.find(({ criterion }) => criterion === code);
    const score = SCORES.find((one) => one === values[named('score', code)]);
    const grade = EVIDENCE_GRADES.find((one) => one === values[named('grade', code)]) ?? null;
    const typed = values[named('reason', code)];
    const reason = typeof typed === 'string' ? typed : '';
    if (score === undefined && grade === null && reason === '') continue;
    if (before && before.score === score && before.grade === grade && before.reason === reason) continue;
    const faults = faultsOf({ score, grade, reason });
    issues.push(
      ...faults.map(({ field, text }) => ({ field: named(field, code), text: `${code}: ${text}` })),
    );
    if (score === undefined || faults.length > 0) continue;
    const evidenceIds = before?.evidenceIds ?? [];
    answers.push({ criterion: code, score, grade, reason, evidenceIds, after: before?.seq ?? 0 });
  }
  return { answers, issues };
}

type Typed = Omit<Parameters<typeof answerFaults>[0], 'score'> & {
  readonly score: AnswerToGive['score'] | undefined;
};

function faultsOf({ score, ...rest }: Typed): readonly Issue[] {
  if (score === undefined) return [{ field: 'score', text: 'Choose a score, or take the words away' }];
  return answerFaults({ score, ...rest });
}

function named(part: string, code: string): string {
  return `${part}-${code}`;
}

const PARTS = ['score', 'grade', 'reason'];
