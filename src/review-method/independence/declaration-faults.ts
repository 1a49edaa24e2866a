import type { Issue } from '../../kernel/refusal.js';
import { DECLARATION_QUESTIONS } from './declaration-questions.js';

/** What a question about interests is answered with. */
export const YES_OR_NO = ['yes', 'no'] as const;

/** One of the two answers. */
export type YesOrNo = (typeof YES_OR_NO)[number];

/** A reviewer's answer to one question; `detail` is asked for only after a yes. */
export interface DeclarationAnswer {
  readonly answer: YesOrNo | null;
  readonly detail: string;
}

/** What is missing before a declaration counts: every question answered, every yes explained where it may be. */
export function declarationFaults(answers: ReadonlyMap<string, DeclarationAnswer>): readonly Issue[] {
  return DECLARATION_QUESTIONS.flatMap(({ code, detailNeeded }): Issue[] => {
    const given = answers.get(code);
    if (given === undefined || given.answer === null) return [{ field: code, text: 'Choose yes or no' }];
    if (given.answer === 'yes' && detailNeeded && given.detail.trim() === '') {
      return [{ field: `${code}Detail`, text: 'Say what the interest is, and when' }];
    }
    return [];
  });
}
