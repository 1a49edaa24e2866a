import { z } from 'zod';
import { entryKind, type ToldTogether } from '../../deployments/entries/entry-kind.js';
import { isOutOfOrder } from '../../kernel/days/dates-fit.js';
import { wordsOf } from '../../kernel/words/words-of.js';
import { storedAnswers } from '../../web/form/stored-answers.js';
import { day, sentenceList, uncapitalised } from '../../web/words.js';
import { CommissioningDecision } from '../decisions/commissioning-decision.entity.js';
import { Assessment, ASSESSMENT_SORTS, CONSIDERED } from './assessment.entity.js';
import { AssessmentForm } from './assessment.form.js';

/** Equality, quality and human-rights assessments, and ethics approvals; told beside the decision that they were for. */
export const ASSESSMENTS = entryKind({
  recorded: Assessment,
  path: 'assessments',
  singular: 'assessment',
  plural: 'assessments',
  heading: 'What was assessed before it began',
  lead: 'Equality, quality and human-rights assessments, approvals by ethics committees, and whether whoever decided had them. The public sector equality duty is met before a decision, not after it (Equality Act 2010, section 149).',
  order: 12,
  bearsOn: ['SIM-GOV', 'SIM-RGT'],
  topics: [],
  alongside: [CommissioningDecision],
  form: AssessmentForm,
  said: (values) => ({ ...values, ...storedAnswers(values, ['address']) }),
  out: z
    .object({
      sort: z.enum(wordsOf(ASSESSMENT_SORTS)),
      body: z.string(),
      done: z.string(),
      considered: z.enum(wordsOf(CONSIDERED)),
      outcome: z.string(),
      address: z.string().nullable(),
    })
    .meta({ id: 'AssessmentOut' }),
  shown: ({ sort, body, done, considered, outcome, address }) => ({
    title: `${ASSESSMENT_SORTS[sort]}: ${body}, ${day(done)}`,
    lines: [
      { key: 'Before whoever decided', value: CONSIDERED[considered] },
      { key: 'What it came to', value: outcome },
      { key: 'Published at', value: address ?? 'Not published, as far as is said' },
    ],
  }),
  together: (made, _scheme, elsewhere) =>
    assessmentsTogether(made, elsewhere.standing(CommissioningDecision)),
});

function assessmentsTogether(
  made: readonly Assessment[],
  decisions: readonly CommissioningDecision[],
): ToldTogether {
  const missing = (['EQUALITY_IMPACT', 'QUALITY_IMPACT', 'HUMAN_RIGHTS'] as const).filter(
    (sort) => !made.some((one) => one.sort === sort),
  );
  const started = decisions.filter(({ decision }) => decision === 'START');
  const late = made.filter(({ done }) => started.some(({ decided }) => isOutOfOrder(done, decided)));
  return {
    known:
      made.length === 0
        ? null
        : `The trust tells of ${sentenceList([...new Set(made.map(({ sort }) => uncapitalised(ASSESSMENT_SORTS[sort])))])}.`,
    unanswered: missing.map(
      (sort) => `Nobody has said that this was assessed: ${uncapitalised(ASSESSMENT_SORTS[sort])}.`,
    ),
    cautions: late.map(
      ({ sort, done }) =>
        `${ASSESSMENT_SORTS[sort]} was assessed after it was decided to start the scheme (${day(done)}).`,
    ),
    happened: made.map(({ sort, done }) => ({
      when: done,
      what: `Assessed: ${uncapitalised(ASSESSMENT_SORTS[sort])}`,
      planned: false,
    })),
  };
}
