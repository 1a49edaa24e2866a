import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { day } from '../../web/words.js';
import type { RoundLine } from './round-line.js';

/** The counts of a round, each of organisations and not of schemes. */
export interface RoundSummary {
  /** Who owes an answer: those removed since are counted apart. */
  readonly asked: number;
  readonly acknowledged: number;
  readonly saidNothing: number;
  /** The first day on which one that has said nothing was asked. */
  readonly saidNothingSince: CalendarDay | null;
  readonly nil: number;
  /** How many have submitted for each of their schemes that is reviewed. */
  readonly submitted: number;
  readonly published: number;
  readonly removed: number;
  /** The same in one sentence, as it may be quoted. */
  readonly sentence: string;
}

/** One line with whose it is. */
export type OwnedLine = RoundLine & { readonly organisationId: string };

/** Counts the organisations of a round from its lines. One that said anything about any scheme has said something. */
export function roundSummary(lines: readonly OwnedLine[]): RoundSummary {
  const groups = new Map<string, OwnedLine[]>();
  for (const line of lines)
    groups.set(line.organisationId, [...(groups.get(line.organisationId) ?? []), line]);
  const all = [...groups.values()];
  const owing = all.filter((own) => !own.every(({ standing }) => standing === 'REMOVED'));
  const count = (holds: (own: readonly RoundLine[]) => boolean): number => owing.filter(holds).length;
  const silent = owing.filter((own) => own.every(({ silentSince }) => silentSince !== null));
  const since = silent.flatMap((own) => own.flatMap(({ silentSince }) => silentSince ?? [])).sort();
  const counts = {
    asked: owing.length,
    acknowledged: count((own) => own.some(({ acknowledged }) => acknowledged !== null)),
    saidNothing: silent.length,
    saidNothingSince: since[0] ?? null,
    nil: count((own) => own.some(({ nil }) => nil !== null)),
    submitted: count((own) => own.every(({ submitted }) => submitted !== null)),
    published: count((own) => own.every(({ standing }) => standing === 'PUBLISHED')),
    removed: all.length - owing.length,
  };
  return { ...counts, sentence: sentenceOf(counts, since.at(-1) ?? null) };
}

function sentenceOf(counts: Omit<RoundSummary, 'sentence'>, last: CalendarDay | null): string {
  const { asked, acknowledged, saidNothing, saidNothingSince: first, nil, submitted, removed } = counts;
  const since = first === last ? `since ${day(first)}` : `since they were asked, the first on ${day(first)}`;
  const silence = saidNothing === 0 ? 'none has said nothing' : `${have(saidNothing)} said nothing ${since}`;
  const answers = `${have(submitted)} submitted, ${have(nil)} signed a return that there is no such scheme`;
  const gone =
    removed === 0
      ? ''
      : ` ${String(removed)} more ${removed === 1 ? 'was' : 'were'} removed after being asked.`;
  return `${String(asked)} asked, ${String(acknowledged)} acknowledged, ${silence}; ${answers}.${gone}`;
}

function have(count: number): string {
  return `${String(count)} ${count === 1 ? 'has' : 'have'}`;
}
