import type { ConcernRow } from '../concerns.queries.js';
import type { ConcernState } from '../concern.entity.js';
import type { ReadingRow } from '../folder.queries.js';
import type { OpenMessage } from '../reading/reading.service.js';

/** Where a concern stands, as its person reads it. Held concerns wait like others, so they are told alike. */
export const STATE_IN_WORDS: Readonly<Record<ConcernState, string>> = {
  filed: 'We have it. Nobody has worked on it yet.',
  held: 'We have it. Nobody has worked on it yet.',
  triaged: 'A concern handler has read it.',
  linked: 'A concern handler has read it and connected it with the scheme or the trust it is about.',
  answered: 'You have an answer. You can write back.',
  closed: 'You have an answer, and we have finished our work on it. If you write to us, we open it again.',
  withdrawn: 'You have taken it back. Nobody acts on it or writes to you any more.',
};

/** One thing that happened, on a day. */
export interface Happening {
  readonly when: string;
  readonly title: string;
}

/** Everything that happened with a concern, by day, oldest first. */
export function happeningsOf(
  concern: ConcernRow,
  readings: readonly ReadingRow[],
  messages: readonly OpenMessage[],
): readonly Happening[] {
  const steps: readonly (readonly [string | null, string])[] = [
    [concern.filedOn, 'You sent it'],
    ...readings.map(({ day, part }) => [day, READ[part]] as const),
    [concern.triagedOn, 'A concern handler noted what it is about'],
    [concern.linkedOn, 'It was connected with what it is about'],
    ...messages.map(({ day, direction, answers }) => [day, written(direction, answers)] as const),
    [concern.closedOn, 'We finished our work on it'],
    [concern.withdrawnOn, 'You took it back'],
  ];
  return steps
    .flatMap(([when, title]) => (when === null ? [] : [{ when, title }]))
    .toSorted((a, b) => a.when.localeCompare(b.when));
}

const READ = {
  concern: 'A concern handler read it',
  release: 'Somebody you agreed to read the summary',
} as const;

function written(direction: OpenMessage['direction'], answers: boolean): string {
  if (direction === 'from-person') return 'You wrote to us';
  return answers ? 'We answered you' : 'We wrote to you';
}
