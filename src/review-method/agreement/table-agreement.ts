import { coincidenceMatrix } from './coincidence-matrix.js';
import {
  type Difference,
  intervalDifference,
  nominalDifference,
  ordinalDifference,
  ratioDifference,
} from './difference.js';
import { krippendorffAlpha } from './krippendorff-alpha.js';
import { rawAgreement } from './raw-agreement.js';
import { givenIn, pairable, type Ratings } from './ratings.js';
import { weightedKappa } from './weighted-kappa.js';

/** A table of ratings: one row per item, one column per person, each cell the place of a level or null. */
export interface RatingsTable {
  readonly raters: readonly string[];
  /** In their order, the lowest first. */
  readonly levels: readonly string[];
  readonly ratings: Ratings;
}

/** How far the people of any table of ratings agree. A measure is null where it is not defined. */
export interface TableAgreement {
  /** Ratings of items that at least two people rated. */
  readonly n: number;
  readonly raw: number | null;
  /** Only where the table has exactly two people; over the items that both rated. */
  readonly kappa: Readonly<Record<'none' | 'linear' | 'quadratic', number | null>> | null;
  readonly alpha: Readonly<Record<'nominal' | 'ordinal' | 'interval' | 'ratio', number | null>>;
}

/**
 * Raw agreement, Cohen's kappa and Krippendorff's alpha of a table. Interval and ratio alpha need levels that are numbers,
 * and ratio alpha none below zero (domain/complaints-guidelines-access §5.5).
 */
export function tableAgreement({ raters, levels, ratings }: RatingsTable): TableAgreement {
  const matrix = coincidenceMatrix(ratings, levels.length);
  const alpha = (difference: Difference): number | null => krippendorffAlpha(matrix, difference);
  const values = levels.map(Number);
  const areNumbers = values.every(Number.isFinite);
  return {
    n: pairable(ratings).flatMap(givenIn).length,
    raw: rawAgreement(ratings),
    kappa: raters.length === 2 ? kappas(ratings) : null,
    alpha: {
      nominal: alpha(nominalDifference),
      ordinal: alpha(ordinalDifference),
      interval: areNumbers ? alpha(intervalDifference(values)) : null,
      ratio: areNumbers && values.every((value) => value >= 0) ? alpha(ratioDifference(values)) : null,
    },
  };
}

function kappas(ratings: Ratings): TableAgreement['kappa'] {
  const pairs = pairable(ratings).flatMap(([first, second]) =>
    typeof first === 'number' && typeof second === 'number' ? [[first, second] as const] : [],
  );
  return {
    none: weightedKappa(pairs, 'unweighted'),
    linear: weightedKappa(pairs, 'linear'),
    quadratic: weightedKappa(pairs, 'quadratic'),
  };
}
