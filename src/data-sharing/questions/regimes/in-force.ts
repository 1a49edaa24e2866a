import { stretch } from '../../../web/words.js';
import { article6Bases } from '../../../legal-basis/record/basis/article-6.js';
import { regimes, type Regime } from '../../../legal-basis/record/basis/regime.js';

/** The days on which a law applies, as the choice of a law says them. */
export function daysInForce(code: string): string {
  const law = regimes.find((regime) => regime.code === code);
  return stretch(law?.from ?? null, law?.to ?? null);
}

/** Whether an Article 6 basis exists on any day of a law; a code that is none of them is left to the rules. */
export function exists(basis: string, regime: Regime): boolean {
  const from = article6Bases.find(({ code }) => code === basis)?.from ?? null;
  const to = regimes.find(({ code }) => code === regime)?.to ?? null;
  return from === null || to === null || from <= to;
}
