import { defineForm } from '../../web/form/form.js';
import { dropDown } from '../../web/form/kinds/choices.js';
import { date } from '../../web/form/kinds/date.js';
import { SECURITY_EVENT_KINDS, SECURITY_EVENTS_IN_WORDS } from './security-event.js';

/** Which security events somebody wants to see. */
export const NarrowSecurity = defineForm({
  id: 'NarrowSecurity',
  fields: {
    kind: dropDown({
      label: 'What happened',
      optional: true,
      choices: SECURITY_EVENT_KINDS.map((value) => ({ value, label: SECURITY_EVENTS_IN_WORDS[value] })),
    }),
    until: date({ label: 'Up to the end of this day', called: 'The day', optional: true }),
  },
});
