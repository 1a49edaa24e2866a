import type { Edition } from '../edition-schema.js';
import { failsAtOf, leastAgreementOf, methodOf } from '../method/first-method.js';
import type { Method } from '../method/method-schema.js';
import { scoresUpTo } from '../method/rating-step-words.js';
import type { EditionDifference } from './difference.js';

/** In what the scale, the grades of evidence, their limits and the rating of two editions differ. */
export function differencesOfMethod(from: Edition, to: Edition): readonly EditionDifference[] {
  const after = linesOf(methodOf(to));
  const before = new Map(linesOf(methodOf(from)).map((line) => [keyOf(line), line.reads]));
  const changed = after.map((line) => ({ ...line, was: before.get(keyOf(line)) ?? null }));
  const gone = [...before].filter(([key]) => !after.some((line) => keyOf(line) === key));
  return [
    ...changed
      .filter(({ was, reads }) => was !== reads)
      .map(({ about, what, was, reads }) => scale(about, what, { was, becomes: reads })),
    ...gone.map(([key, was]) => {
      const [about = '', what = ''] = key.split('\n');
      return scale(about, what, { was, becomes: null });
    }),
  ];
}

const FAILING = [
  ['redLine', 'scores at which a red line is failed'],
  ['knockOut', 'scores at which another requirement that stops a scheme is failed'],
  ['duty', 'scores at which a duty in law is not met'],
  ['anyCriterion', 'scores at which any criterion is failed'],
] as const;

interface MethodLine {
  readonly about: string;
  readonly what: string;
  readonly reads: string;
}

function linesOf(method: Method): readonly MethodLine[] {
  const { scale: marks, evidenceGrades, rating } = method;
  const failing = failsAtOf(method);
  return [
    ...marks.map(({ score, label, labelForLaw, meaning }) => ({
      ...{ about: `Score ${score}`, what: 'words' },
      reads: `${label} (${labelForLaw} for law): ${meaning}`,
    })),
    ...evidenceGrades.flatMap(({ grade, meaning, carries }) => [
      { about: `Evidence of grade ${grade}`, what: 'words', reads: meaning },
      { about: `Evidence of grade ${grade}`, what: 'highest score it carries', reads: carries ?? 'none' },
    ]),
    { about: 'Rating', what: 'most that may be open', reads: `${String(rating.mostOpenInHundred)} in 100` },
    { about: 'Rating', what: 'overall rating', reads: rating.overall },
    { about: 'Rating', what: 'steps', reads: rating.steps.join(', ') },
    ...FAILING.map(([name, what]) => ({ about: 'Rating', what, reads: scoresUpTo(failing[name]) })),
    {
      about: 'Agreement',
      what: 'least at which scores are relied on',
      reads: String(leastAgreementOf(method)),
    },
  ];
}

function keyOf({ about, what }: Pick<MethodLine, 'about' | 'what'>): string {
  return `${about}\n${what}`;
}

function scale(
  about: string,
  what: string,
  texts: Pick<EditionDifference, 'was' | 'becomes'>,
): EditionDifference {
  return { sort: 'SCALE', about, isCriterion: false, what, ...texts };
}
