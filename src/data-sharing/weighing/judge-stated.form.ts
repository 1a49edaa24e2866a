import { z } from 'zod';
import type { Issue } from '../../kernel/refusal.js';
import { longText } from '../../web/form/kinds/text.js';
import { radios } from '../../web/form/kinds/choices.js';
import { version } from '../../web/form/kinds/hidden.js';
import type { Choice, Field } from '../../web/form/field.js';
import { Form, type Fields } from '../../web/form/form.js';
import { JUDGED_FINDING_WORDS } from './judgement-in-words.js';
import {
  JUDGED_FINDINGS,
  JUDGING_POSTS,
  type JudgedFinding,
  type JudgingPost,
} from '../flow/stated-judgement.entity.js';
import type { ResultToJudge } from './results-to-judge.js';

const MOST_CHARACTERS = 4000;

/** What one person finds of one result that is only stated. */
export interface JudgementInput {
  readonly rule: string;
  readonly finding: JudgedFinding;
  readonly reason: string;
}

/** What a person in one post finds of several results of one report. */
export interface JudgementsInput {
  readonly post: JudgingPost;
  readonly judgements: readonly JudgementInput[];
  /** How many judgements of the flow the person saw; refused when there are more by now. */
  readonly seen?: number | undefined;
}

/** The body of a program that judges what a record only states. */
export const JudgeStated = z
  .strictObject({
    post: z.enum(JUDGING_POSTS, { error: 'Name the post in which you judge.' }),
    judgements: z
      .array(
        z.strictObject({
          rule: z.string().max(20).meta({ description: 'A rule whose result in the report is STATED.' }),
          finding: z.enum(JUDGED_FINDINGS, { error: 'Say ADEQUATE, NOT_ADEQUATE or CANNOT_TELL.' }),
          reason: z.string().max(MOST_CHARACTERS).regex(/\S/, { error: 'Give your reason.' }),
        }),
      )
      .min(1, { error: 'Judge at least one result.' })
      .max(300),
    seen: z.int().min(0).optional().meta({
      description: 'How many judgements of this version you read; refused when there are more.',
    }),
  })
  .meta({ id: 'JudgeStated' });

const CHOICES: readonly Choice<JudgedFinding>[] = JUDGED_FINDINGS.map((value) => ({
  value,
  label: JUDGED_FINDING_WORDS[value],
}));

/** A finding and a reason for each result that is only stated, any of which may be left open, and how many judgements were seen. */
export function judgingForm(results: readonly ResultToJudge[]): Form {
  const asked = results.flatMap(({ rule, message }): [string, Field][] => [
    [
      findingOf(rule),
      radios({ label: message, called: `What you find of ${rule}`, choices: CHOICES, optional: true }),
    ],
    [
      reasonOf(rule),
      longText({
        label: `Your reason, for ${rule}`,
        called: `The reason for ${rule}`,
        max: MOST_CHARACTERS,
        rows: 2,
        optional: true,
      }),
    ],
  ]);
  const fields: Fields = { ...Object.fromEntries(asked), version: version() };
  return new Form({ id: 'JudgeStatedPage', fields, rules: (values) => faults(results, values) });
}

/** What was judged on the page, in the order of the results; what was left open is left out. */
export function judgedOnPage(
  results: readonly ResultToJudge[],
  values: Readonly<Record<string, unknown>>,
): JudgementInput[] {
  return results.flatMap(({ rule }) => {
    const finding = JUDGED_FINDINGS.find((one) => one === values[findingOf(rule)]);
    const reason = values[reasonOf(rule)];
    return finding === undefined ? [] : [{ rule, finding, reason: typeof reason === 'string' ? reason : '' }];
  });
}

/** The name of the field that says what is found of a rule's result. */
export function findingOf(rule: string): string {
  return `finding-${rule}`;
}

/** The name of the field that says why. */
export function reasonOf(rule: string): string {
  return `reason-${rule}`;
}

function faults(results: readonly ResultToJudge[], values: Readonly<Record<string, unknown>>): Issue[] {
  const [first] = results;
  const amiss = results.flatMap(({ rule }): Issue[] => {
    const [found, why] = [values[findingOf(rule)] !== undefined, values[reasonOf(rule)] !== undefined];
    if (found && !why) return [{ field: reasonOf(rule), text: `Enter your reason for ${rule}` }];
    return why && !found ? [{ field: findingOf(rule), text: `Select what you find of ${rule}` }] : [];
  });
  const isEmpty = results.every(({ rule }) => values[findingOf(rule)] === undefined);
  if (!isEmpty || amiss.length > 0 || !first) return amiss;
  return [{ field: findingOf(first.rule), text: 'Judge at least one of them, or go back' }];
}
