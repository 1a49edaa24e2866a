/** What a Yes weighs: an element of the NHS England position of 10 March 2023, a core practice, or lineage. */
export type Weight = 'red-line' | 'red-line-indicator' | 'core' | 'lineage';

/** One practice that is asked of every joint scheme, whatever its name. */
export interface ScreeningQuestion {
  readonly code: ScreeningCode;
  readonly question: string;
  readonly weight: Weight;
  /** The element of the position of 10 March 2023 that it bears on. */
  readonly element: 'E1' | 'E2' | 'E3' | null;
}

/** Twelve practices, in the order asked. */
export const SCREENING_CODES = [
  'SCR-01',
  'SCR-02',
  'SCR-03',
  'SCR-04',
  'SCR-05',
  'SCR-06',
  'SCR-07',
  'SCR-08',
  'SCR-09',
  'SCR-10',
  'SCR-11',
  'SCR-12',
] as const;

/** The code of a screening question. */
export type ScreeningCode = (typeof SCREENING_CODES)[number];

/** The three answers; "I do not know" is an honest one and keeps its own weight. */
export const SCREENING_ANSWERS = ['yes', 'no', 'not-known'] as const;

/** One answer to a screening question. */
export type ScreeningAnswer = (typeof SCREENING_ANSWERS)[number];

/** True when the value is one of the three answers. */
export function isScreeningAnswer(value: unknown): value is ScreeningAnswer {
  return SCREENING_ANSWERS.some((answer) => answer === value);
}

/** An answer to each of the twelve questions. */
export type ScreeningAnswers = Readonly<Record<ScreeningCode, ScreeningAnswer>>;

/** What each answer rests on, in the trust's words; a question without words has none. */
export type ScreeningEvidence = Readonly<Partial<Record<ScreeningCode, string>>>;

/**
 * The twelve screening questions (domain/sim.md §2.0): facts about practice, because schemes carried on under other
 * names while trusts said that they had never used SIM. Built by Candour from published criticism of SIM.
 */
export const SCREENING_QUESTIONS: readonly ScreeningQuestion[] = [
  {
    code: 'SCR-01',
    question:
      'Is a police officer, or a member of police staff, a named member of the care or mentoring team?',
    weight: 'core',
    element: null,
  },
  {
    code: 'SCR-02',
    question: 'Do police take part in planned contact with a patient that is not an emergency?',
    weight: 'red-line',
    element: 'E1',
  },
  {
    code: 'SCR-03',
    question: 'Do police help to write, approve or hold a veto over a care, crisis or response plan?',
    weight: 'red-line',
    element: 'E1',
  },
  {
    code: 'SCR-04',
    question:
      'Does any plan tell A&E, ambulance, a crisis line, police or a community team to withhold, delay, shorten or refuse a response?',
    weight: 'red-line',
    element: 'E2',
  },
  {
    code: 'SCR-05',
    question:
      'Are sanctions used or threatened because of distress or contact, such as a protection notice, an injunction, a behaviour contract, prosecution or withdrawal of a service?',
    weight: 'red-line',
    element: 'E2',
  },
  {
    code: 'SCR-06',
    question: 'Are people selected mainly by how often they use services, or what that costs?',
    weight: 'core',
    element: null,
  },
  {
    code: 'SCR-07',
    question:
      'Do labels such as “high intensity user”, “attention seeking” or “behavioural” appear in records, forms or training?',
    weight: 'red-line-indicator',
    element: 'E3',
  },
  {
    code: 'SCR-08',
    question:
      'Does a panel of several agencies see data that identifies a person before that person knows or agrees?',
    weight: 'core',
    element: null,
  },
  {
    code: 'SCR-09',
    question:
      'Was High Intensity Network or SIM training, logo, licence, portal, 5-point assessment or 9 Standards used at any time?',
    weight: 'lineage',
    element: null,
  },
  {
    code: 'SCR-10',
    question:
      'Is a plan or a marker put into emergency-service systems, such as a control-room flag or an alert for ambulance or A&E?',
    weight: 'core',
    element: null,
  },
  {
    code: 'SCR-11',
    question:
      'Did the scheme replace an earlier one that came from SIM, or does it share staff, caseload or protocols with one?',
    weight: 'lineage',
    element: null,
  },
  {
    code: 'SCR-12',
    question: 'Is “coercion” described as a part of the scheme or as somebody’s role in it?',
    weight: 'red-line-indicator',
    element: 'E2',
  },
];
