import type { FileOfRelease } from '../result-by-hand.js';

/**
 * How far the scores of a review carry what is published of it, from nothing but who scored what and who confirmed what.
 * Nothing of the product is imported here: product.md §3 and issue 10 §2 say the rule.
 */

/** One criterion with what bounds it: the lowest score that counts, and everything that reviewers lifted or lowered. */
interface Bound {
  readonly code: string;
  readonly lowest: string;
  /** What every reviewer whose score counts confirmed. */
  readonly byEverybody: readonly string[];
  /** On a criterion that stops nothing by itself: what somebody confirmed between the lowest and the highest score. */
  readonly betweenThem: readonly string[];
}

const FROM_LOWEST = ['0', '1', 'X', 'U', '2', '3', 'N'];

/** What is published for each criterion as far as reviewers carry it, and otherwise the lowest score of those whose scores count. */
export function carriedByReviewers(
  file: FileOfRelease,
  published: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    bounds(file).map(({ code, lowest, byEverybody, betweenThem }) => {
      const score = published[code] ?? lowest;
      return [code, byEverybody.includes(score) || betweenThem.includes(score) ? score : lowest];
    }),
  );
}

function bounds({ panel, criteria }: FileOfRelease): readonly Bound[] {
  const counting = panel.scored
    .filter(({ became }) => became !== 'set-aside')
    .map(({ reviewer }) => reviewer);
  return criteria.map(({ code, gravity, independent, meeting }) => {
    const stops = gravity === 'RED_LINE' || gravity === 'KNOCK_OUT';
    const places = independent
      .filter(({ reviewer }) => counting.includes(reviewer))
      .map((given) => worth(given))
      .map((score) => FROM_LOWEST.indexOf(stops && score === 'N' ? 'U' : score));
    const [least, most] = [Math.min(...places), Math.max(...places)];
    const carried = (meeting?.proposals ?? []).map((proposal) => ({
      score: worth(proposal),
      by: counting.filter((reviewer) =>
        proposal.said.some((word) => word.reviewer === reviewer && word.stance === 'confirm'),
      ),
    }));
    return {
      code,
      lowest: FROM_LOWEST[least] ?? 'U',
      byEverybody: carried.filter(({ by }) => by.length === counting.length).map(({ score }) => score),
      betweenThem: carried
        .filter(({ by, score }) => gravity === 'ORDINARY' && score !== 'N' && by.length > 0)
        .map(({ score }) => score)
        .filter((score) => FROM_LOWEST.indexOf(score) >= least && FROM_LOWEST.indexOf(score) <= most),
    };
  });
}

/** A number without the evidence to carry it is worth less: 3 needs A or B, 2 and less need A to C. */
function worth({ score, grade }: { readonly score: string; readonly grade: string | null }): string {
  if (!'0123'.includes(score) || grade === null) return score;
  if (!'ABC'.includes(grade)) return 'U';
  return score === '3' && grade === 'C' ? '2' : score;
}
