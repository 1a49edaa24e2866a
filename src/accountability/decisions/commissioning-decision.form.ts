import { isOutOfOrder } from '../../kernel/days/dates-fit.js';
import { defineForm } from '../../web/form/form.js';
import { choicesOf, radios } from '../../web/form/kinds/choices.js';
import { number } from '../../web/form/kinds/number.js';
import { partialDate } from '../../web/form/kinds/partial-date.js';
import { longText, text } from '../../web/form/kinds/text.js';
import { DECISION_SORTS } from './commissioning-decision.entity.js';
import { postText } from '../../web/form/kinds/reason.js';

/** A decision about a scheme; bodies and posts, never a name. */
export const CommissioningDecisionForm = defineForm({
  id: 'CommissioningDecision',
  fields: {
    decision: radios({
      label: 'What was decided?',
      called: 'What was decided',
      missing: 'Select what was decided',
      choices: choicesOf(DECISION_SORTS),
    }),
    body: text({
      label: 'Which body decided?',
      called: 'The body',
      hint: 'For example, a trust’s board or an integrated care board.',
    }),
    post: postText({
      label: 'Which post answers for it?',
      called: 'The post',
      hint: 'Never a name.',
      optional: true,
    }),
    decided: partialDate({
      label: 'When was it decided?',
      called: 'The date of the decision',
      notSure: false,
    }),
    money: number({
      label: 'For how much money?',
      called: 'The money',
      prefix: '£',
      decimals: 2,
      optional: true,
    }),
    term: text({
      label: 'For how long?',
      called: 'The term',
      hint: 'For example, two years.',
      optional: true,
    }),
    reliedOn: longText({
      label: 'What was relied on?',
      called: 'What was relied on',
      hint: 'Evidence, evaluations and advice that were before whoever decided.',
      max: 2000,
      optional: true,
    }),
    knownThen: longText({
      label: 'What was known against it then?',
      called: 'What was known against it',
      max: 2000,
      optional: true,
    }),
    conditions: longText({
      label: 'Under which conditions?',
      called: 'The conditions',
      max: 2000,
      optional: true,
    }),
    reviewDue: partialDate({
      label: 'When was it to be looked at again?',
      called: 'The date of its review',
      notSure: false,
      optional: true,
    }),
    papers: text({
      label: 'In which minutes or papers does it stand?',
      called: 'The papers',
      optional: true,
    }),
  },
  rules: ({ decided, reviewDue }) =>
    isOutOfOrder(decided, reviewDue)
      ? [{ field: 'reviewDue', text: 'The date of its review must be the same as or after the decision.' }]
      : [],
});
