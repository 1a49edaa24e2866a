import { heldFromFault } from '../../deployments/life-cycle/halts/held-from.js';
import { FIRST_DAY_OF_ORDERS } from '../../deployments/life-cycle/steps/halt.entity.js';
import { newId } from '../../kernel/identifiers.js';
import type { Issue } from '../../kernel/refusal.js';
import { mustSaySomething } from '../../web/form/must-say-something.js';
import { defineForm } from '../../web/form/form.js';
import { radios } from '../../web/form/kinds/choices.js';
import { date } from '../../web/form/kinds/date.js';
import { once } from '../../web/form/kinds/hidden.js';
import { text } from '../../web/form/kinds/text.js';
import { reasonText } from '../../web/form/kinds/reason.js';

/** A document that says it, by its title, number or address. */
export const documentSaid = {
  label: 'Which document says so?',
  called: 'The document',
  hint: 'Its title, number or address, if there is one.',
  max: 300,
  check: mustSaySomething,
  optional: true,
} as const;

/** The post of whoever acts. */
export const postOf = (label: string) =>
  text({
    label,
    called: 'The post',
    hint: 'For example, “Director of nursing”. The post, and never the name of a person.',
    max: 160,
    check: mustSaySomething,
  });

/** An order that a scheme must halt, from outside its trust. */
export const OrderHaltFromOutside = defineForm({
  id: 'OrderHaltFromOutside',
  fields: {
    once: once(newId),
    givenFor: radios({
      label: 'For whom do you give this order?',
      called: 'For whom the order is given',
      missing: 'Select for whom you give this order',
      choices: 'offered',
    }),
    post: postOf('Which post gives it?'),
    orderedOn: date({
      label: 'On which day was it ordered?',
      called: 'The day of the order',
      earliest: FIRST_DAY_OF_ORDERS,
    }),
    when: radios({
      label: 'From when must the scheme have stopped?',
      called: 'From when it must have stopped',
      missing: 'Select from when it must have stopped',
      choices: [
        { value: 'at-once', label: 'At once, from the day of the order' },
        { value: 'on-a-day', label: 'From another day' },
      ],
    }),
    effectiveOn: date({
      label: 'Which day?',
      called: 'The day from which it must have stopped',
      optional: true,
    }),
    what: radios({
      label: 'What must stop?',
      missing: 'Select what must stop',
      choices: [
        { value: 'whole', label: 'The whole scheme' },
        { value: 'part', label: 'A part of it' },
      ],
    }),
    scope: text({
      label: 'Which part?',
      called: 'The part that must stop',
      max: 500,
      check: mustSaySomething,
      optional: true,
    }),
    reason: reasonText({
      label: 'Why must it stop?',
      called: 'The reason',
      hint: 'Everyone will be able to read this. Do not name patients or members of staff.',
      max: 4000,
      check: mustSaySomething,
    }),
    document: text(documentSaid),
  },
  rules: ({ when, orderedOn, effectiveOn, what, scope }) => [
    ...dayFaults({ when, orderedOn, effectiveOn }),
    ...(what === 'part' && scope === undefined ? [{ field: 'scope', text: 'Say which part must stop' }] : []),
    ...(what === 'whole' && scope !== undefined
      ? [
          {
            field: 'scope',
            text: 'Leave the part out where the whole scheme must stop, or select a part of it',
          },
        ]
      : []),
  ],
});

function dayFaults({
  when,
  orderedOn,
  effectiveOn,
}: {
  readonly when: string;
  readonly orderedOn: string;
  readonly effectiveOn: string | undefined;
}): Issue[] {
  if (when === 'at-once') return [];
  if (effectiveOn === undefined)
    return [{ field: 'effectiveOn', text: 'Enter the day from which it must have stopped' }];
  const text = heldFromFault({ orderedOn, effectiveOn });
  return text === null ? [] : [{ field: 'effectiveOn', text }];
}
