import type { RedFlagRule } from './red-flag.js';

const FEWEST_ACTIVITIES = 3;

/** One person in more than half of at least three activities stands in for many. */
export const onePersonEverywhere: RedFlagRule = ({ activities }) => {
  if (activities.length < FEWEST_ACTIVITIES) return null;
  const people = new Set(activities.flatMap(({ namedPeople }) => namedPeople));
  for (const person of people) {
    const attended = activities.filter(({ namedPeople }) => namedPeople.includes(person));
    if (attended.length > activities.length / 2) {
      return {
        code: 'ONE_PERSON_EVERYWHERE',
        sentence: `The same person was in ${attended.length} of ${activities.length} activities.`,
        lookAt: attended.map(({ id }) => id),
      };
    }
  }
  return null;
};
