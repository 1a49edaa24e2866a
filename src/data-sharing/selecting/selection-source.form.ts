import { defineForm } from '../../web/form/form.js';
import { choicesOf, dropDown } from '../../web/form/kinds/choices.js';
import { longText, text } from '../../web/form/kinds/text.js';
import { SELECTION_SOURCES } from './selection-source.entity.js';

const FLOW = /^(https?:\/\/[^/\s]+)?\/data-flows\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})([/?#]\S*)?$/;

/** Where people are searched for, and under which data flow. */
export const SelectionSourceForm = defineForm({
  id: 'SelectionSource',
  fields: {
    source: dropDown({
      label: 'Where are people searched for?',
      called: 'The source',
      choices: choicesOf(SELECTION_SOURCES),
    }),
    searchedFor: longText({
      label: 'What is searched for?',
      called: 'What is searched for',
      hint: 'For example, names that call often.',
      max: 1000,
    }),
    threshold: text({
      label: 'What leads to somebody being picked?',
      called: 'The threshold',
      hint: 'For example, two detentions in twelve months.',
      optional: true,
    }),
    period: text({ label: 'Over which time is it searched?', called: 'The time', optional: true }),
    searchedBy: text({
      label: 'Who searches?',
      called: 'Who searches',
      hint: 'A post and a body, never a name.',
    }),
    flow: text({
      label: 'Under which data flow?',
      called: 'The data flow',
      hint: 'Paste the address of its page. Leave it out if no data flow is recorded: that is told too.',
      optional: true,
      check: (typed) =>
        FLOW.test(typed.trim())
          ? undefined
          : 'The data flow must be the address of its page, like /data-flows/ and its code.',
    }),
    toldHow: longText({
      label: 'How do people learn that they are searched for?',
      called: 'How people learn of it',
      max: 1000,
      optional: true,
    }),
    objectHow: longText({
      label: 'How can they object?',
      called: 'How people can object',
      max: 1000,
      optional: true,
    }),
  },
});

/** The id in the address of a data flow's page; null where no flow is named. */
export function flowIn(address: string | undefined): string | null {
  return (address === undefined ? null : FLOW.exec(address.trim())?.[2]) ?? null;
}
