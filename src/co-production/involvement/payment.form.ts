import { defineForm } from '../../web/form/form.js';
import { choicesOf, radios } from '../../web/form/kinds/choices.js';
import { number } from '../../web/form/kinds/number.js';
import { text } from '../../web/form/kinds/text.js';
import { yesNo } from '../../web/form/kinds/yes-no.js';
import type { ActivityFacts } from '../maturity/co-production-record.js';

const PAYMENT_LABELS: Readonly<Record<ActivityFacts['payment'], string>> = {
  paid: 'Yes',
  declined: 'It was offered, and they chose not to be',
  not_due: 'No payment was due',
  unpaid: 'No, although it was due',
};

/** Whether and how people were paid. */
export const TellPayment = defineForm({
  id: 'TellPayment',
  fields: {
    outcome: radios({
      label: 'Were people paid?',
      missing: 'Select whether people were paid',
      choices: choicesOf(PAYMENT_LABELS),
    }),
    policy: text({ label: 'By which policy, and which version?', called: 'The policy', optional: true }),
    rate: text({
      label: 'At what rate?',
      called: 'The rate',
      hint: 'For example, £25 an hour.',
      optional: true,
    }),
    offeredToAll: yesNo({
      label: 'Was it offered to everybody?',
      missing: 'Select whether it was offered to everybody',
    }),
    paidWithinDays: number({
      label: 'How many days until the money came?',
      called: 'The days until the money came',
      max: 3650,
      optional: true,
    }),
    benefitsAdviceOffered: yesNo({
      label: 'Was advice on benefits offered?',
      missing: 'Select whether advice on benefits was offered',
    }),
  },
});
