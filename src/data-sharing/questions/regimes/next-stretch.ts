import type { FlowContent } from '../../../legal-basis/record/flow-content.js';
import { regimes, type Regime } from '../../../legal-basis/record/basis/regime.js';
import { itemsAt, valueAt, withValueAt } from '../content-at.js';
import { itemFields, type RecordField } from '../record-fields.js';
import { isAskedUnder, regimeOf } from './asked-under.js';

/** The stretch of dates that follows a legal basis whose law ended, as a copy of it begins. */
export interface NextStretch {
  /** The law that follows, in words. */
  readonly law: string;
  /** The legal basis that is copied, which ends with its law from now on. */
  readonly ended: unknown;
  /** True where it had no last day or a later one. */
  readonly isCutShort: boolean;
  /** The copy: the days of the next law, and every answer that both laws ask. */
  readonly copy: unknown;
  /** What the next law asks and this one did not. */
  readonly leftOpen: readonly RecordField[];
}

const LIST = 'assertions';

/**
 * How a legal basis goes on under the next law (legal-basis.md §3.1); null where it does not run to the end of its own law,
 * the flow ends with it, or the same controller has a basis under the next law for the same purposes already.
 */
export function nextStretchOf(content: FlowContent, index: number): NextStretch | null {
  const item = itemsAt(content, LIST)[index];
  const [law, next] = lawsFrom(regimeOf(item));
  const [end, last] = [dayOf(item, 'validTo'), law?.to ?? null];
  if (!law || !next || last === null || (end !== null && end < last)) return null;
  const flowEnds = dayOf(content, 'endDate');
  if ((flowEnds !== null && flowEnds <= last) || goesOn(content, item, next.code)) return null;
  const ends = [end === last ? null : end, flowEnds, next.to].filter((one) => one !== null).sort();
  const dates = { regime: next.code, validFrom: next.from, validTo: ends[0] };
  return {
    law: next.label,
    ended: withValueAt(item, 'validTo', last),
    isCutShort: end !== last,
    copy: Object.entries(dates).reduce(
      (copy, [path, value]) => withValueAt(copy, path, value),
      whatBothAsk(item, law.code, next.code),
    ),
    leftOpen: [...itemFields(LIST).values()].filter(
      ({ path }) => isAskedUnder(next.code, path) && !isAskedUnder(law.code, path),
    ),
  };
}

/** The record with the legal basis ended and its copy after it. */
export function withNextStretch(content: FlowContent, index: number, { ended, copy }: NextStretch): unknown {
  const items = itemsAt(content, LIST);
  return withValueAt(content, LIST, [...items.slice(0, index), ended, copy, ...items.slice(index + 1)]);
}

/** A law and the one that follows it; Part 3 runs beside the others and has no end. */
function lawsFrom(regime: Regime | null) {
  const inTurn = regimes.filter(({ code }) => code !== 'DPA_PART3');
  const at = inTurn.findIndex(({ code }) => code === regime);
  return at === -1 ? [] : inTurn.slice(at, at + 2);
}

function goesOn(content: FlowContent, item: unknown, next: Regime): boolean {
  const sameAs = (other: unknown, path: string): boolean =>
    JSON.stringify(valueAt(other, path)) === JSON.stringify(valueAt(item, path));
  return itemsAt(content, LIST).some(
    (other) => regimeOf(other) === next && sameAs(other, 'controllerOrgId') && sameAs(other, 'purposeCodes'),
  );
}

function whatBothAsk(item: unknown, law: Regime, next: Regime): unknown {
  const paths = [...itemFields(LIST).keys(), ...Object.keys(item ?? {})];
  const dropped = paths.filter((path) => !isAskedUnder(law, path) || !isAskedUnder(next, path));
  return dropped.reduce((copy, path) => withValueAt(copy, path, undefined), item);
}

function dayOf(value: unknown, path: string): string | null {
  const found = valueAt(value, path);
  return typeof found === 'string' && found !== '' ? found : null;
}
