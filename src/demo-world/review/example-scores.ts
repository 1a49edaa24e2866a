import type { Uuid } from '../../kernel/identifiers.js';
import type { EvidenceGrade } from '../../review-method/scoring/evidence-grade.js';
import type { ScoreToGive } from '../../reviews/blind-scoring/scoring.service.js';
import type { AnswerToGive } from '../../reviews/self-review/self-review.service.js';

type Layer = 'self' | 'first' | 'second' | 'lived';
type Mark = '3' | '2' | '1' | '0' | 'U';

/** Where the example differs from "mostly met, with a record from one party": what each layer gave, in this order. */
const DIFFERENT: Readonly<Record<string, Readonly<Record<Layer, Mark>>>> = {
  'SIM-POL-01': { self: '2', first: '1', second: '0', lived: '0' },
  'SIM-POL-02': { self: '3', first: '2', second: '2', lived: '1' },
  'SIM-PUN-01': { self: '3', first: '2', second: '2', lived: '2' },
  'SIM-PUN-04': { self: '3', first: 'U', second: 'U', lived: 'U' },
  'SIM-DAT-01': { self: '2', first: '1', second: '1', lived: '1' },
  'SIM-DAT-03': { self: '2', first: '0', second: '1', lived: '0' },
  'SIM-COP-01': { self: '2', first: '0', second: '0', lived: '0' },
  'SIM-COP-08': { self: 'U', first: 'U', second: 'U', lived: 'U' },
  'SIM-EVD-02': { self: '2', first: '1', second: '2', lived: '1' },
  'SIM-GOV-04': { self: '2', first: '3', second: '2', lived: '2' },
};

const GRADE_OF: Readonly<Record<Mark, EvidenceGrade>> = { '3': 'A', '2': 'B', '1': 'C', '0': 'B', U: 'E' };

/** What the fictional trust answers to each criterion; where it says more than "mostly met" or less, it names its paper. */
export function exampleAnswers(criteria: readonly string[], paper: Uuid): AnswerToGive[] {
  return criteria.map((criterion) => {
    const score = markOf(criterion, 'self');
    return {
      criterion,
      score,
      grade: GRADE_OF[score],
      reason: `Example data: what the fictional trust says about ${criterion}, with the papers it offers.`,
      evidenceIds: criterion in DIFFERENT ? [paper] : [],
    };
  });
}

/** What one reviewer of the example gives for each criterion, without knowing of the others; the third is too kind. */
export function exampleScores(
  criteria: readonly string[],
  layer: Exclude<Layer, 'self'> | 'third',
): ScoreToGive[] {
  return criteria.map((criterion) => {
    const score = layer === 'third' ? '3' : markOf(criterion, layer);
    return {
      criterion,
      score,
      grade: GRADE_OF[score],
      confidence: 'high',
      rationale: `Example data: why this reviewer gave ${score} for ${criterion}.`,
    };
  });
}

function markOf(criterion: string, layer: Layer): Mark {
  return DIFFERENT[criterion]?.[layer] ?? '2';
}
