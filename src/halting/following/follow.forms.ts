import { HALT_FINDING_WORDS } from '../../deployments/life-cycle/halts/halt-words.js';
import { HALT_FINDINGS } from '../../deployments/life-cycle/halts/halt-step.entity.js';
import { COUNT_BANDS, COUNT_BAND_WORDS } from '../../deployments/life-cycle/steps/step-answers.js';
import { newId } from '../../kernel/identifiers.js';
import { defineForm } from '../../web/form/form.js';
import { radios } from '../../web/form/kinds/choices.js';
import { date } from '../../web/form/kinds/date.js';
import { once } from '../../web/form/kinds/hidden.js';
import { longText, text } from '../../web/form/kinds/text.js';
import { documentSaid, postOf } from '../ordering/order-halt.form.js';
import { mustSaySomething } from '../../web/form/must-say-something.js';
import { reasonText } from '../../web/form/kinds/reason.js';

const OPEN = 'Everyone will be able to read this. Do not name patients or members of staff.';

/** The trust has the order. */
export const AcknowledgeHalt = defineForm({
  id: 'AcknowledgeHalt',
  fields: {
    once: once(newId),
    post: postOf('Which post acknowledges it?'),
    happenedOn: date({ label: 'On which day did the trust have the order?', called: 'The day' }),
    text: longText({
      label: 'What will the trust do, and by when?',
      called: 'What the trust will do',
      hint: OPEN,
      max: 2000,
      check: mustSaySomething,
    }),
  },
});

const band = (label: string, called: string) =>
  radios({
    label,
    missing: `Select ${called}`,
    hint: 'A band, so that nobody can be found by it.',
    choices: COUNT_BANDS.map((value) => ({ value, label: COUNT_BAND_WORDS[value] })),
  });

/** The trust counts what is still open and what was closed. */
export const CountStepDown = defineForm({
  id: 'CountStepDown',
  fields: {
    once: once(newId),
    post: postOf('Which post counted?'),
    happenedOn: date({ label: 'On which day were the cases counted?', called: 'The day of the count' }),
    withoutPlan: band(
      'How many open cases have no plan for what follows?',
      'how many open cases have no plan',
    ),
    withPlan: band('How many open cases have a plan?', 'how many open cases have a plan'),
    closedSince: band('How many cases were closed since the order?', 'how many cases were closed'),
    fewerBecause: reasonText({
      label: 'Why are fewer closed than another count says?',
      called: 'Why fewer are closed',
      hint: 'Only where an earlier count says more, or a later one fewer. Everyone reads it beside both.',
      max: 2000,
      optional: true,
    }),
    text: longText({
      label: 'How were they counted, and what happens to people now?',
      called: 'How they were counted',
      hint: OPEN,
      max: 4000,
      check: mustSaySomething,
    }),
  },
});

/** The trust says that it stopped. */
export const SayStopped = defineForm({
  id: 'SayStopped',
  fields: {
    once: once(newId),
    post: postOf('Which post says so?'),
    happenedOn: date({ label: 'On which day did it stop?', called: 'The day on which it stopped' }),
    text: longText({
      label: 'What shows that it stopped?',
      called: 'What shows it',
      hint: OPEN,
      max: 4000,
      check: mustSaySomething,
    }),
    document: text(documentSaid),
  },
});

/** Somebody else looks whether it stopped. */
export const CheckHalt = defineForm({
  id: 'CheckHalt',
  fields: {
    once: once(newId),
    givenFor: radios({
      label: 'For whom do you check it?',
      called: 'For whom it is checked',
      missing: 'Select for whom you check it',
      choices: 'offered',
    }),
    post: postOf('Which post checked it?'),
    happenedOn: date({ label: 'On which day was it checked?', called: 'The day of the check' }),
    finding: radios({
      label: 'What did the check find?',
      missing: 'Select what the check found',
      choices: HALT_FINDINGS.map((value) => ({ value, label: HALT_FINDING_WORDS[value] })),
    }),
    text: longText({
      label: 'What was looked at, and what did it show?',
      called: 'What was looked at',
      hint: OPEN,
      max: 4000,
      check: mustSaySomething,
    }),
    document: text(documentSaid),
  },
});

/** Whoever ordered it ends the order. */
export const LiftHalt = defineForm({
  id: 'LiftHalt',
  fields: {
    once: once(newId),
    post: postOf('Which post lifts it?'),
    happenedOn: date({ label: 'On which day is it lifted?', called: 'The day' }),
    text: reasonText({
      label: 'Why is it lifted?',
      called: 'The reason',
      hint: OPEN,
      max: 4000,
      check: mustSaySomething,
    }),
  },
});
