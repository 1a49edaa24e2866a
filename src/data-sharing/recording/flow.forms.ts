import { newId } from '../../kernel/identifiers.js';
import { archetypes, flowFrom } from '../../legal-basis/record/archetypes.js';
import { defineForm } from '../../web/form/form.js';
import { radios } from '../../web/form/kinds/choices.js';
import { once, version } from '../../web/form/kinds/hidden.js';
import { reasonText } from '../../web/form/kinds/reason.js';

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

/** Why a submitted flow is followed by a new version. */
export const ReviseFlow = defineForm({
  id: 'ReviseFlow',
  fields: {
    reason: reasonText({
      label: 'Why is there a new version?',
      called: 'Reason',
      hint: 'For example, a new recipient, or a DPIA that was reviewed.',
      max: 2000,
    }),
  },
});

/** Why a draft is put aside. */
export const PutFlowAside = defineForm({
  id: 'PutFlowAside',
  fields: {
    reason: reasonText({
      label: 'Why is this draft put aside?',
      called: 'Reason',
      hint: 'For example, the same flow was begun twice. Your trust and auditors read this, and the log keeps it for good. Name no patient.',
      max: 1000,
      rows: 4,
    }),
    version: version(),
  },
});

/** Taking a draft up again needs no reason. */
export const TakeFlowUp = defineForm({ id: 'TakeFlowUp', fields: { version: version() } });
