import type { Json } from '../../kernel/canonical-json.js';
import { plural, sentenceList } from '../../web/words.js';
import type { PlannedFact } from './planning/load-plan.js';
import type { LoadOutcome } from './source-loading.js';

/** A fact that loading would change or leave, as a page shows it. */
export interface ShownFact {
  readonly title: string;
  readonly state: string;
  readonly tone: string;
  readonly because: string | null;
  readonly differences: readonly (readonly string[])[];
}

const STATES = {
  add: { state: 'New', tone: 'good' },
  correct: { state: 'Corrected', tone: 'attention' },
  leave: { state: 'Left as it is', tone: 'quiet' },
} as const;

/** A planned fact in words. */
export function shownFact({ what, called, does, because, differences }: PlannedFact): ShownFact {
  return {
    title: `${what}: ${called}`,
    ...STATES[does],
    because,
    differences: differences.map(({ name, before, after }) => [
      wordsOfName(name),
      inWords(before),
      inWords(after),
    ]),
  };
}

/** "3 facts added, 1 corrected and 2 left as they are": what a load came to. */
export function loadInWords({ added, corrected, leftAlone, unchanged }: LoadOutcome): string {
  if (added + corrected + leftAlone === 0)
    return `Nothing had to change: ${plural(unchanged, 'fact is', 'facts are')} as the files say`;
  const parts = [
    ...(added > 0 ? [`${plural(added, 'fact')} added`] : []),
    ...(corrected > 0 ? [`${plural(corrected, 'fact')} corrected`] : []),
    ...(leftAlone > 0
      ? [`${plural(leftAlone, 'fact')} left, because the register’s is newer or its trust’s own`]
      : []),
  ];
  return `Loaded: ${sentenceList(parts)}`;
}

/** How many new facts there are of each sort: "210 NHS trusts". */
export function newFacts(facts: readonly PlannedFact[]): string[] {
  const sorts = [...new Set(facts.map(({ what }) => what))];
  return sorts.map((sort) => {
    const count = facts.filter(({ what }) => what === sort).length;
    return `${sort}: ${String(count)}`;
  });
}

function wordsOfName(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function inWords(value: Json): string {
  if (value === null || value === '') return 'Nothing';
  if (Array.isArray(value) && value.every((item) => typeof item === 'string'))
    return value.length === 0 ? 'Nothing' : value.join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
