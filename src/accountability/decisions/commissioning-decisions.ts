import { z } from 'zod';
import { entryKind, type ToldTogether } from '../../deployments/entries/entry-kind.js';
import { wordsOf } from '../../kernel/words/words-of.js';
import { storedAnswers } from '../../web/form/stored-answers.js';
import { day, numberInWords, uncapitalised } from '../../web/words.js';
import { CommissioningDecision, DECISION_SORTS } from './commissioning-decision.entity.js';
import { CommissioningDecisionForm } from './commissioning-decision.form.js';

/** Who decided to start, pay for, go on with and stop a scheme. */
export const COMMISSIONING_DECISIONS = entryKind({
  recorded: CommissioningDecision,
  path: 'decisions',
  singular: 'decision',
  plural: 'decisions',
  heading: 'Who decided, and who paid',
  lead: 'Decisions to start, pay for, go on with, change or stop the scheme: which body and post, when, for how much, on what, and what was known then.',
  order: 10,
  bearsOn: ['SIM-GOV'],
  topics: ['FUNDING'],
  form: CommissioningDecisionForm,
  said: (values) => ({
    ...values,
    ...storedAnswers(values, [
      'post',
      'money',
      'term',
      'reliedOn',
      'knownThen',
      'conditions',
      'reviewDue',
      'papers',
    ]),
  }),
  out: z
    .object({
      decision: z.enum(wordsOf(DECISION_SORTS)),
      body: z.string(),
      post: z.string().nullable(),
      decided: z.string(),
      money: z.number().nullable().meta({ description: 'Pounds sterling.' }),
      term: z.string().nullable(),
      reliedOn: z.string().nullable(),
      knownThen: z.string().nullable(),
      conditions: z.string().nullable(),
      reviewDue: z.string().nullable(),
      papers: z.string().nullable(),
    })
    .meta({ id: 'CommissioningDecisionOut' }),
  shown: (decision) => ({
    title: `${DECISION_SORTS[decision.decision]}: ${decision.body}, ${day(decision.decided)}`,
    lines: [
      { key: 'Post that answers for it', value: decision.post ?? 'Not said' },
      { key: 'Money', value: decision.money === null ? null : `£${numberInWords(decision.money)}` },
      { key: 'Term', value: decision.term },
      { key: 'What was relied on', value: decision.reliedOn ?? 'Not said' },
      { key: 'What was known against it', value: decision.knownThen ?? 'Not said' },
      { key: 'Conditions', value: decision.conditions },
      {
        key: 'To be looked at again',
        value: decision.reviewDue === null ? 'Not said' : day(decision.reviewDue),
      },
      { key: 'Minutes or papers', value: decision.papers },
    ],
  }),
  together: decisionsTogether,
});

function decisionsTogether(decisions: readonly CommissioningDecision[]): ToldTogether {
  const [start] = decisions.filter(({ decision }) => decision === 'START');
  const silent = decisions.filter(({ reliedOn }) => reliedOn === null);
  const paid = decisions.filter(({ money }) => money !== null);
  const money = paid.reduce((sum, one) => sum + (one.money ?? 0), 0);
  return {
    known: knownOf(start, decisions, money),
    unanswered: [
      ...(start ? [] : ['Nobody has said who decided to start this.']),
      ...(start && start.post === null ? ['Nobody has said which post answers for starting it.'] : []),
      ...(paid.length > 0 ? [] : ['Nobody has said who paid for it, and how much.']),
      ...silent.map(
        (one) =>
          `Nobody has said what the decision of ${day(one.decided)} (${uncapitalised(DECISION_SORTS[one.decision])}) was relied on.`,
      ),
    ],
    happened: decisions.map(({ decision, body, decided }) => ({
      when: decided,
      what: `${body} decides ${uncapitalised(DECISION_SORTS[decision])}`,
      planned: false,
    })),
  };
}

function knownOf(
  start: CommissioningDecision | undefined,
  all: readonly CommissioningDecision[],
  money: number,
): string | null {
  if (all.length === 0) return null;
  const sum = money > 0 ? ` Money decided on, as far as it is said: £${numberInWords(money)}.` : '';
  if (!start)
    return `The trust tells of ${numberInWords(all.length)} ${all.length === 1 ? 'decision' : 'decisions'}, and of none to start it.${sum}`;
  return `The trust says that ${start.body} decided to start it (${day(start.decided)}).${sum}`;
}
