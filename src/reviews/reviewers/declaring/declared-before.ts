import { DECLARATION_QUESTIONS } from '../../../review-method/independence/declaration-questions.js';
import type { DeclaredAnswer } from '../interest-declaration.entity.js';

/**
 * What a person said for most reviews of a round, question by question, for reading it again when another trust is added;
 * null before they declared for any. Where as many said yes as no, it is yes.
 */
export function declaredForMost(
  declared: readonly (readonly DeclaredAnswer[])[],
): readonly DeclaredAnswer[] | null {
  if (declared.length === 0) return null;
  return DECLARATION_QUESTIONS.map(({ code }): DeclaredAnswer => {
    const yes = declared.flatMap((answers) =>
      answers.filter((said) => said.code === code && said.answer === 'yes'),
    );
    const [first] = yes;
    return first && yes.length * 2 >= declared.length
      ? { code, answer: 'yes', detail: first.detail }
      : { code, answer: 'no', detail: '' };
  });
}
