import { defineForm } from '../../web/form/form.js';
import { checkboxes, dropDown } from '../../web/form/kinds/choices.js';
import { once } from '../../web/form/kinds/hidden.js';
import { longText, text } from '../../web/form/kinds/text.js';
import { THEME_CODES, THEMES } from '../theme.js';

/** What a concern is about, as the handler who read it found. */
export const Triage = defineForm({
  id: 'TriageConcern',
  fields: {
    themes: checkboxes({
      label: 'What is it about?',
      missing: 'Select at least one theme',
      choices: THEME_CODES.map((value) => ({ value, label: THEMES[value] })),
    }),
  },
});

/** Where a concern is connected to. */
export const Link = defineForm({
  id: 'LinkConcern',
  fields: {
    organisationId: dropDown({ label: 'NHS trust', optional: true, choices: 'offered' }),
    deploymentId: dropDown({ label: 'Scheme', optional: true, choices: 'offered' }),
    criteria: text({
      label: 'Criteria it bears on',
      hint: 'Codes with spaces between them, such as SIM-POL-01 SIM-SAF-04.',
      optional: true,
      max: 300,
      check: (typed) => (codesIn(typed).every((code) => CODE.test(code)) ? undefined : NOT_CODES),
    }),
  },
  rules: ({ organisationId, deploymentId }) =>
    organisationId === undefined && deploymentId === undefined
      ? [{ field: 'organisationId', text: 'Select a trust, a scheme, or both' }]
      : [],
});

/** Which connection is taken back. */
export const EndLink = defineForm({
  id: 'EndConcernLink',
  fields: {
    linkId: dropDown({
      label: 'Which link was wrong?',
      missing: 'Select the link that was wrong',
      choices: 'offered',
    }),
  },
});

/** A message, or the answer. */
export const Write = defineForm({
  id: 'WriteToPerson',
  fields: {
    text: longText({ label: 'What do you want to write?', called: 'What you write', max: 20_000 }),
    once: once(),
  },
});

/** What others may learn. */
export const ReleaseSummary = defineForm({
  id: 'ReleaseSummary',
  fields: {
    linkId: dropDown({
      label: 'About',
      hint: 'The trusts that it is linked to. If the list is empty, go back and link it to an NHS trust first.',
      missing: 'Select what it is about',
      choices: 'offered',
    }),
    text: longText({
      label: 'Summary',
      hint: 'Leave out names, dates, places and anything else that could point to the person.',
      max: 10_000,
    }),
  },
});

/** An act that needs no answers. */
export const Confirm = defineForm({ id: 'ConfirmAct', fields: {} });

/** The codes of criteria in what was typed. */
export function codesIn(typed: string | undefined): string[] {
  return [
    ...new Set(
      (typed ?? '')
        .toUpperCase()
        .split(/[\s,;]+/)
        .filter((code) => code !== ''),
    ),
  ];
}

const CODE = /^[A-Z][A-Z0-9]*(-[A-Z0-9]+){1,3}$/;
const NOT_CODES = 'Enter codes of criteria such as SIM-POL-01, with spaces between them';
