/** One question every reviewer answers before reading anything of a review. */
export interface DeclarationQuestion {
  readonly code: string;
  readonly category: 'financial' | 'non-financial professional' | 'non-financial personal' | 'indirect';
  readonly question: string;
  /** False where a yes is enough, because asking more would ask about the person's health. */
  readonly detailNeeded: boolean;
}

/**
 * What a declaration of interests must answer, for each review: NHS England's four kinds of interest [S50], and what is
 * particular to these schemes. Having been a patient, having campaigned, or having promoted the model is declared, and
 * the same test decides each way; none of them is a bar by itself.
 */
export const DECLARATION_QUESTIONS: readonly DeclarationQuestion[] = [
  {
    code: 'VENDOR',
    category: 'financial',
    question: 'Have you worked for, been trained by or been paid by the High Intensity Network company?',
    detailNeeded: true,
  },
  {
    code: 'INNOVATION_NETWORK',
    category: 'non-financial professional',
    question:
      'Have you taken part in the programme of an academic health science network, health innovation network or the ' +
      'NHS Innovation Accelerator that promoted Serenity Integrated Mentoring?',
    detailNeeded: true,
  },
  {
    code: 'COMMISSIONED',
    category: 'non-financial professional',
    question: 'Have you commissioned, approved or endorsed a scheme of this kind?',
    detailNeeded: true,
  },
  {
    code: 'EMPLOYED',
    category: 'financial',
    question:
      'In the last 5 years, have you been employed by this trust, a neighbouring trust or the partner police force?',
    detailNeeded: true,
  },
  {
    code: 'TREATED',
    category: 'non-financial personal',
    question:
      'Are you, or have you been, treated by this trust? You need not say more. This is kept from publication where ' +
      'your safety or health privacy asks for it.',
    detailNeeded: false,
  },
  {
    code: 'PUBLIC_STATEMENT',
    category: 'non-financial professional',
    question:
      'Have you signed or published a statement for or against schemes of this kind, such as StopSIM’s?',
    detailNeeded: true,
  },
  {
    code: 'FAMILY',
    category: 'indirect',
    question: 'Does somebody in your family, or close to you, have any of these links?',
    detailNeeded: true,
  },
  {
    code: 'OTHER_FINANCIAL',
    category: 'financial',
    question: 'Do you have any other financial interest in how this review ends?',
    detailNeeded: true,
  },
  {
    code: 'OTHER',
    category: 'indirect',
    question: 'Is there anything else that others might think influences you?',
    detailNeeded: true,
  },
];
