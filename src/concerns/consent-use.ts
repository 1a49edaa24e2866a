/** One thing that may be done with a concern, as a person is asked about it. */
export interface ConsentQuestion {
  readonly question: string;
  readonly hint: string;
}

/** The edition of the questions below; it is kept with every answer. Any change of wording needs a new one. */
export const CONSENT_EDITION = '2026-11-22';

/**
 * The uses a person decides about, one by one; every one is No until they say Yes (domain/complaints-guidelines-access
 * §4.7). These are permissions that Candour asks for and keeps to, also where the law would allow more.
 */
export const CONSENT_USES = {
  reviewers: {
    question: 'May the independent reviewers of this scheme read a summary of what you said?',
    hint: 'A concern handler takes out what could point to you. Your name and contact details are never in it.',
  },
  'trust-themes': {
    question: 'May the trust learn what your concern is about, as themes only?',
    hint: 'They would see, for example, “care was refused because of a plan” and the month. None of your words.',
  },
  'trust-words': {
    question: 'May the trust read a summary of what you said, without your name?',
    hint: 'In a small service people may still guess. If you are not sure, say no: you can change this later.',
  },
  'trust-name': {
    question: 'May we tell the trust who you are?',
    hint: 'Needed for a formal NHS complaint that the trust answers to you.',
  },
  'user-groups': {
    question: 'May groups led by patients learn what your concern is about, as themes only?',
    hint: 'None of your words.',
  },
  cqc: {
    question: 'May we pass your concern to the Care Quality Commission (CQC)?',
    hint: 'The CQC inspects services. It does not usually answer single complaints.',
  },
  ico: {
    question: 'May we pass your concern to the Information Commissioner’s Office (ICO)?',
    hint: 'For concerns about how information about you was used.',
  },
  police: {
    question: 'May we pass your words to the police force?',
    hint: 'Nothing goes to the police because you used this service. Most people say no here.',
  },
  statistics: {
    question: 'May we count your concern in published numbers?',
    hint: 'Only as a number among others. Small numbers are not published.',
  },
  quotes: {
    question: 'May we ask you, later, whether we can quote you?',
    hint: 'We would show you the exact words first. You can still say no then.',
  },
} as const satisfies Record<string, ConsentQuestion>;

/** The code of a use. */
export type ConsentUse = keyof typeof CONSENT_USES;

/** Every use, in the order people are asked. */
export const CONSENT_USE_CODES = Object.keys(CONSENT_USES).filter(isConsentUse);

/** True when the text is the code of a use. */
export function isConsentUse(text: string): text is ConsentUse {
  return Object.hasOwn(CONSENT_USES, text);
}

/** The question that a person was asked about a use, as they read it. */
export function useInWords(use: ConsentUse): string {
  return CONSENT_USES[use].question;
}
