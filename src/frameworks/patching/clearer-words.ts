import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { PublishedPatch } from './edition-patches.queries.js';

/** The clearer words of a criterion, since when, and why. */
export interface ClearerWords {
  readonly words: string;
  readonly since: CalendarDay | null;
  readonly note: string;
}

/** The criteria that the newest of an edition's patches, newest first, words more clearly, by their code. */
export function clearerWords([newest]: readonly PublishedPatch[]): ReadonlyMap<string, ClearerWords> {
  const requirements = newest?.reworded.filter(({ what }) => what === 'requirement') ?? [];
  return new Map(
    requirements.map(({ about, becomes }) => [
      about,
      { words: becomes, since: newest?.decidedOn ?? null, note: newest?.note ?? '' },
    ]),
  );
}
