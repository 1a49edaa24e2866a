import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { day } from '../../web/words.js';
import { endOf, type Stop } from '../comparing/scheme-life.js';
import type { WatchedScheme } from '../watching/watched-scheme.js';
import { RESCREENING_STANDINGS, rescreeningsOf, type Rescreening } from './rescreenings.js';

/** A scheme that ended, with the two screenings that are owed after it; none where nobody says when it ended. */
export interface RescreenedScheme {
  readonly scheme: WatchedScheme;
  readonly ended: Stop;
  readonly screenings: readonly Rescreening[];
}

/** The screenings owed after the end of a scheme, on this day; null while it has not ended. */
export function rescreened(scheme: WatchedScheme, today: CalendarDay): RescreenedScheme | null {
  const ended = endOf(scheme);
  if (ended === null) return null;
  const { at } = ended;
  const screenings =
    at === null
      ? []
      : rescreeningsOf({
          ended: at,
          screenedOn: scheme.screenings.map(({ answeredOn }) => answeredOn),
          askedSince: askedSince(scheme),
          today,
        });
  return { scheme, ended, screenings };
}

/** The day since which its trust records it here; null where only sources speak of it. */
function askedSince({ takenUp, features }: WatchedScheme): CalendarDay | null {
  if (!takenUp) return null;
  const days = features.filter(({ saidIn }) => saidIn === 'deployment').map(({ notedOn }) => notedOn);
  return days.sort()[0] ?? null;
}

const NUMBERS = { 6: 'six', 12: 'twelve' } as const;
const TONES: Partial<Record<Rescreening['standing'], string>> = {
  MISSED: 'stop',
  LATE: 'attention',
  DUE: 'waiting',
  DONE: 'good',
};

/** One of the two screenings in words that say no more than the register shows. */
export function screeningInWords({ months, standing, from, due, doneOn, missedSince }: Rescreening) {
  const when = `at ${NUMBERS[months]} months`;
  const words: Readonly<Record<Rescreening['standing'], string>> = {
    NOT_YET: `The screening ${when} can be answered from ${day(from)} and is due by ${day(due)}.`,
    DUE: `The screening ${when} is due by ${day(due)} and is not answered yet.`,
    DONE: `The screening ${when} was answered on ${day(doneOn)}. It was due by ${day(due)}.`,
    LATE: `The screening ${when} was answered on ${day(doneOn)}, after ${day(due)}.`,
    MISSED: `The screening ${when} was due by ${day(due)}. It has been missing since ${day(missedSince)}.`,
    NOT_RECORDED: `No screening ${when} is recorded here. Candour asked nobody for one by ${day(due)}.`,
  };
  return { text: words[standing], state: RESCREENING_STANDINGS[standing], tone: TONES[standing] ?? 'quiet' };
}
