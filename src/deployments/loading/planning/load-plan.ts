import { standIn } from '../../../access/stand-in.js';
import { canonicalJson, type Json } from '../../../kernel/canonical-json.js';
import type { Uuid } from '../../../kernel/identifiers.js';
import { adding, changing, type Act } from '../../../ledger/act.js';
import { plainValues } from '../../../ledger/snapshot.js';
import type { RecordedClass, RecordedEntity, Stored } from '../../../platform/database/recorded.js';
import type { Wanted } from './wanted-records.js';

/** What a file says otherwise than the register. */
export interface FactDifference {
  readonly name: string;
  readonly before: Json;
  readonly after: Json;
}

/** What loading would do with one fact: say it for the first time, correct it, or leave what is there, and why. */
export interface PlannedFact {
  readonly what: string;
  readonly called: string;
  readonly does: 'add' | 'correct' | 'leave';
  /** Why what is there is left as it is, or what a reader must know of a correction; null when there is nothing to say. */
  readonly because: string | null;
  readonly differences: readonly FactDifference[];
}

/** What is to happen to the records of one kind. */
export interface KindPlan<T extends RecordedEntity> {
  readonly facts: readonly PlannedFact[];
  readonly acts: readonly Act[];
  readonly unchanged: number;
  /** Every record that the files describe as it will stand: the one that is there, corrected or not, or the new one. */
  readonly standing: readonly T[];
}

/** How records of one kind are told apart, called and corrected. */
export interface Planning<T extends RecordedEntity> {
  readonly kind: RecordedClass<T>;
  /** In words, such as `Claim`. */
  readonly what: string;
  readonly verb: string;
  /** The reason that the log keeps. */
  readonly reason: string;
  keyOf(record: T): string;
  called(record: T): string;
  /** Whether a record that is there may be corrected, and what is to be said about it. */
  judge(held: T, wanted: T): { readonly correct: boolean; readonly because: string | null };
}

/** Compares what the files say with what is there. */
export function planOf<T extends RecordedEntity>(
  planning: Planning<T>,
  wanted: readonly Wanted<T>[],
  held: readonly T[],
): KindPlan<T> {
  const known = new Map(held.map((record) => [planning.keyOf(record), record]));
  const steps = wanted.map((one) => stepFor(planning, one, known.get(planning.keyOf(one.record))));
  return {
    facts: steps.flatMap(({ fact }) => fact ?? []),
    acts: steps.flatMap(({ act }) => act ?? []),
    unchanged: steps.filter(({ fact }) => fact === null).length,
    standing: steps.map(({ standing }) => standing),
  };
}

interface Step<T> {
  readonly fact: PlannedFact | null;
  readonly act: Act | null;
  readonly standing: T;
}

function stepFor<T extends RecordedEntity>(
  planning: Planning<T>,
  { record, facts }: Wanted<T>,
  held: T | undefined,
): Step<T> {
  const { kind, what, verb, reason } = planning;
  const named = { what, called: planning.called(record) };
  if (!held) {
    const fact = { ...named, does: 'add', because: null, differences: [] } as const;
    return { fact, act: adding(verb, kind, record, reason), standing: record };
  }
  const differences = differencesOf(kind, facts, held);
  if (differences.length === 0) return { fact: null, act: null, standing: held };
  const { correct, because } = planning.judge(held, record);
  const fact = { ...named, because, differences } as const;
  if (!correct) return { fact: { ...fact, does: 'leave' }, act: null, standing: held };
  return {
    fact: { ...fact, does: 'correct' },
    act: correcting(planning, held.id, facts),
    standing: Object.assign(standIn(kind, {}), held, facts),
  };
}

function correcting<T extends RecordedEntity>(
  { kind, verb, reason }: Planning<T>,
  id: Uuid,
  facts: Partial<Stored<T>>,
): Act {
  return changing(verb, kind, id, { change: (record) => void Object.assign(record, facts), reason });
}

function differencesOf<T extends RecordedEntity>(
  kind: RecordedClass<T>,
  facts: Partial<Stored<T>>,
  held: T,
): FactDifference[] {
  const [said, known] = [plainValues(kind, standIn(kind, facts)), plainValues(kind, held)];
  return Object.keys(facts).flatMap((name) => {
    const [before, after] = [known.get(name) ?? null, said.get(name) ?? null];
    return canonicalJson(before) === canonicalJson(after) ? [] : [{ name, before, after }];
  });
}
