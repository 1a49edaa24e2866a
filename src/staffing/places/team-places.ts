import { z } from 'zod';
import { entryKind } from '../../deployments/entries/entry-kind.js';
import { wordsOf } from '../../kernel/words/words-of.js';
import { knownDate } from '../../web/form/kinds/partial-date.js';
import { storedAnswers } from '../../web/form/stored-answers.js';
import { plural, stretch } from '../../web/words.js';
import { TEAM_PLACE_SORTS, TeamPlace } from './team-place.entity.js';
import { TeamPlaceForm } from './team-place.form.js';

/** From which hubs and places a team works. */
export const TEAM_PLACES = entryKind({
  recorded: TeamPlace,
  path: 'places',
  singular: 'place of the team',
  plural: 'places of teams',
  heading: 'Hubs and places',
  lead: 'From which hubs, stations and places the team works, and since when.',
  order: 22,
  bearsOn: ['SIM-WRK'],
  topics: ['TEAM'],
  form: TeamPlaceForm,
  said: (values) => ({
    ...values,
    ...storedAnswers(values, ['ended']),
    began: knownDate(values.began ?? 'not-sure'),
  }),
  out: z
    .object({
      place: z.string(),
      sort: z.enum(wordsOf(TEAM_PLACE_SORTS)),
      places: z.int().meta({ description: 'How many places are told together.' }),
      began: z.string().nullable(),
      ended: z.string().nullable(),
    })
    .meta({ id: 'TeamPlaceOut' }),
  shown: ({ place, sort, places, began, ended }) => ({
    title: place,
    lines: [
      { key: 'Kind of place', value: TEAM_PLACE_SORTS[sort] },
      { key: 'How many', value: String(places) },
      { key: 'When', value: stretch(began, ended) },
    ],
  }),
  together: (places) => {
    const now = places.filter(({ ended }) => ended === null).reduce((sum, one) => sum + one.places, 0);
    return {
      known: places.length === 0 ? null : `The trust says that the team works from ${plural(now, 'place')}.`,
      unanswered: places.length === 0 ? ['Nobody has said from which places the team works.'] : [],
      happened: places.flatMap(({ place, began, ended }) => [
        ...(began === null ? [] : [{ when: began, what: `Begins to work from ${place}`, planned: false }]),
        ...(ended === null ? [] : [{ when: ended, what: `Ends working from ${place}`, planned: false }]),
      ]),
    };
  },
});
