import { defineForm } from '../../web/form/form.js';
import { newId } from '../../kernel/identifiers.js';
import { radios } from '../../web/form/kinds/choices.js';
import { once } from '../../web/form/kinds/hidden.js';
import { archetypes, flowFrom } from '../../legal-basis/record/archetypes.js';

const EMPTY = 'empty';

/** What a new flow starts from: one of the kinds of flow that schemes usually have, or nothing. */
export const NewFlow = defineForm({
  id: 'NewFlow',
  fields: {
    startFrom: radios({
      label: 'Which of these is it most like?',
      called: 'What it starts from',
      missing: 'Select what the flow is most like, or an empty record',
      choices: [
        ...archetypes.map(({ code, title, whyHard }) => ({ value: code, label: title, hint: whyHard })),
        {
          value: EMPTY,
          label: 'None of these: an empty record',
          hint: 'Nothing is filled in. You can still record anything.',
        },
      ],
    }),
    once: once(newId),
  },
});

/** The record that a new flow starts with. */
export function recordStartedFrom(code: string): object {
  const archetype = archetypes.find((one) => one.code === code);
  return archetype ? flowFrom(archetype) : {};
}
