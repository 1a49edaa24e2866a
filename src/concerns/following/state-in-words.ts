import type { ConcernState } from '../concern.entity.js';
import type { ConcernFolder, WrittenRow } from '../folder.queries.js';

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

/** Everything that happened with a concern, by day, oldest first; what was written on one day is counted. */
export function happeningsOf({
  concern,
  readings,
  readBefore,
  written,
}: Pick<ConcernFolder, 'concern' | 'readings' | 'readBefore' | 'written'>): readonly Happening[] {
  const steps: readonly (readonly [string | null, string])[] = [
    [concern.filedOn, 'You sent it'],
    [readBefore ? (readings.at(-1)?.day ?? null) : null, 'It had been read on earlier days too'],
    ...readings.map(({ day, part }) => [day, READ[part]] as const),
    [concern.triagedOn, 'A concern handler noted what it is about'],
    [concern.linkedOn, 'It was connected with what it is about'],
    ...written.map((row) => [row.day, messagesInWords(row)] as const),
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

function messagesInWords({ direction, answers, messages }: WrittenRow): string {
  const often = messages > 1 ? ` (${messages} messages)` : '';
  if (direction === 'from-person') return `You wrote to us${often}`;
  return (answers ? 'We answered you' : 'We wrote to you') + often;
}
