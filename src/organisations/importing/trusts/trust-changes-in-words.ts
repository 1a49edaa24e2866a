import { day, plural } from '../../../web/words.js';
import type { TrustChange, TrustChangeKind } from './trusts-plan.js';

/** Changes of one kind, under the heading that a person reads. */
export interface ChangesOfAKind {
  readonly heading: string;
  readonly sentences: readonly string[];
}

const HEADINGS: Readonly<Record<TrustChangeKind, string>> = {
  added: 'Added',
  renamed: 'Renamed',
  'named as before': 'Renamed back',
  closed: 'Closed',
  reopened: 'Reopened',
  corrected: 'Otherwise corrected',
};

/** The changes by what they do, those that matter most to readers first. */
export function sectionsOf(changes: readonly TrustChange[]): ChangesOfAKind[] {
  const kinds: readonly TrustChangeKind[] = [
    'closed',
    'reopened',
    'renamed',
    'named as before',
    'added',
    'corrected',
  ];
  return kinds.flatMap((kind) => {
    const some = changes.filter((change) => change.kind === kind);
    if (some.length === 0) return [];
    const trusts = new Set(some.map(({ code }) => code)).size;
    return [{ heading: `${HEADINGS[kind]}: ${plural(trusts, 'trust')}`, sentences: some.map(changeInWords) }];
  });
}

/** What would change about one trust, as a sentence that names it by its code. */
export function changeInWords({ kind, code, name, before, after }: TrustChange): string {
  switch (kind) {
    case 'added':
      return `${code}, ${name}${after === null ? '' : `, closed on ${day(after)}`}`;
    case 'renamed':
      return `${code}: “${before ?? ''}” becomes “${after ?? ''}”, and stays searchable as a former name`;
    case 'named as before':
      return `${code}: “${before ?? ''}” would be called “${after ?? ''}” again, which is a former name of it`;
    case 'closed':
      return `${code}, ${name}, on ${day(after)}`;
    case 'reopened':
      return `${code}, ${name}, is closed since ${day(before)} and would stand as open again${after === null ? '' : `, until ${day(after)}`}`;
    case 'corrected':
      return `${code}, ${name}: ${before ?? 'nothing'} becomes ${after ?? 'nothing'}`;
  }
}
