import {
  FIRST_FORMAT,
  type PublishedContent,
  type PublishedCriterion,
  type PublishedPanel,
  type PublishedScore,
} from './published-content.js';

/** A score as the first format published it. */
type FirstScore = Omit<PublishedScore, 'seq' | 'rationaleHash' | 'rationaleSalt' | 'evidenceIds'>;

/** A result as the first format published it: without what became of scores, and without their locks. */
export interface FirstForm extends Omit<PublishedContent, 'format' | 'panel' | 'criteria'> {
  readonly format: typeof FIRST_FORMAT;
  readonly panel: Omit<PublishedPanel, 'scored'>;
  readonly criteria: readonly (Omit<PublishedCriterion, 'independent'> & {
    readonly independent: readonly FirstScore[];
  })[];
}

/** True when a result was published in the first format. */
export function isFirstForm(content: PublishedContent | FirstForm): content is FirstForm {
  return content.format === FIRST_FORMAT && !('scored' in content.panel);
}

/** The result as pages show it now: all the scores that the first format published counted. */
export function fromFirstForm(content: FirstForm): PublishedContent {
  const letters = new Set(
    content.criteria.flatMap(({ independent }) => independent.map(({ reviewer }) => reviewer)),
  );
  const scored = [...letters].sort().map((reviewer) => ({
    reviewer,
    became: 'counts' as const,
    givenLater: false,
    left: null,
    exclusion: null,
    lock: null,
  }));
  return {
    ...content,
    panel: { ...content.panel, scored },
    criteria: content.criteria.map((criterion) => ({
      ...criterion,
      independent: criterion.independent.map((score) => ({
        ...score,
        seq: 1,
        rationaleHash: null,
        rationaleSalt: null,
        evidenceIds: [],
      })),
    })),
  };
}
