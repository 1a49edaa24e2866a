import { isOutOfOrder } from '../../kernel/days/dates-fit.js';
import { defineForm } from '../../web/form/form.js';
import { choicesOf, radios } from '../../web/form/kinds/choices.js';
import { number } from '../../web/form/kinds/number.js';
import { partialDate } from '../../web/form/kinds/partial-date.js';
import { text } from '../../web/form/kinds/text.js';
import { TEAM_PLACE_SORTS } from './team-place.entity.js';

/** A place from which the team works. */
export const TeamPlaceForm = defineForm({
  id: 'TeamPlace',
  fields: {
    place: text({
      label: 'What is the place called?',
      called: 'The place',
      hint: 'For example, Example Vale hub. Never a person’s home.',
    }),
    sort: radios({
      label: 'What kind of place is it?',
      called: 'The kind of place',
      missing: 'Select what kind of place it is',
      choices: choicesOf(TEAM_PLACE_SORTS),
    }),
    places: number({
      label: 'How many places are these?',
      called: 'The number of places',
      hint: 'Enter 1 unless you tell several together, such as ten hubs.',
      min: 1,
      max: 500,
    }),
    began: partialDate({ label: 'Since when?', called: 'The beginning', optional: true }),
    ended: partialDate({ label: 'If it ended, when?', called: 'The end', notSure: false, optional: true }),
  },
  rules: ({ began, ended }) =>
    isOutOfOrder(began === 'not-sure' ? null : began, ended)
      ? [{ field: 'ended', text: 'The end must be the same as or after the beginning.' }]
      : [],
});
