import type { Issue } from '../../kernel/refusal.js';
import { defineForm } from '../../web/form/form.js';
import { choicesOf, radios } from '../../web/form/kinds/choices.js';
import { date } from '../../web/form/kinds/date.js';
import { once } from '../../web/form/kinds/hidden.js';
import { longText, text } from '../../web/form/kinds/text.js';
import { yesNo } from '../../web/form/kinds/yes-no.js';
import { stage } from '../accounts/stage-account.forms.js';
import type { ActivityFacts } from '../maturity/co-production-record.js';
import type { LedBy } from '../record/involvement.entity.js';

const LEADER_LABELS: Readonly<Record<LedBy, string>> = {
  service: 'The service',
  shared: 'The service and people with lived experience together',
  user_led: 'People with lived experience',
};

const POLICE_LABELS: Readonly<Record<ActivityFacts['policePresent'], string>> = {
  no: 'No',
  partly: 'For part of it',
  throughout: 'Throughout',
};

const fields = {
  stage,
  fromDay: date({ label: 'On which day was it, or did it begin?', called: 'The first day' }),
  toDay: date({ label: 'If it went on, when did it end?', called: 'The last day', optional: true }),
  question: longText({ label: 'What were people asked?', called: 'What people were asked', max: 2000 }),
  decisionOpen: yesNo({
    label: 'Was the decision still open when they were asked?',
    missing: 'Select whether the decision was still open',
  }),
  decidedOn: date({
    label: 'On which day was it decided?',
    called: 'The day of the decision',
    optional: true,
  }),
  method: text({
    label: 'How did it take place?',
    called: 'How it took place',
    hint: 'For example, a meeting or a survey.',
  }),
  ledBy: radios({
    label: 'Who led it?',
    missing: 'Select who led it',
    choices: choicesOf(LEADER_LABELS),
  }),
  policePresent: radios({
    label: 'Were police in the room?',
    missing: 'Select whether police were in the room',
    choices: choicesOf(POLICE_LABELS),
  }),
  accessBudget: yesNo({
    label: 'Was there money for access needs?',
    hint: 'For example, interpreters, travel or personal assistants.',
    missing: 'Select whether there was money for access needs',
  }),
  namedPeople: text({
    label: 'Letters for people who took part in several activities',
    hint: 'Give each the same letter every time, such as A, B. Never a name.',
    called: 'The letters',
    optional: true,
    check: (typed) =>
      /^[A-Za-z](\s*,\s*[A-Za-z])*$/.test(typed.trim())
        ? undefined
        : 'Enter single letters with commas, such as A, B.',
  }),
};

const inOrder = ({
  fromDay,
  toDay,
}: {
  readonly fromDay: string;
  readonly toDay?: string | undefined;
}): Issue[] =>
  toDay !== undefined && toDay < fromDay
    ? [{ field: 'toDay', text: 'The last day must be the same as or after the first day.' }]
    : [];

/** One occasion on which people were involved. */
export const RecordInvolvement = defineForm({
  id: 'RecordInvolvement',
  fields: { ...fields, once: once() },
  rules: inOrder,
});

/** The same, as it is mended. */
export const TellInvolvement = defineForm({ id: 'TellInvolvement', fields, rules: inOrder });
