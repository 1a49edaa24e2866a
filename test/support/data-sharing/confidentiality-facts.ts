/** That records are shared by this route. */
export const route = (code: string) => ({ 'confidentiality.route': code });

/** Explicit consent, with everything that is asked of it. */
export const explicit = {
  ...route('EXPLICIT_CONSENT'),
  'confidentiality.consent': {
    informed: true,
    voluntary: true,
    capacity: true,
    scope: 'The plan, to crews',
    obtainedOn: '2026-02-01',
  },
};

/** The public interest, and nothing said of any decision. */
export const publicInterest = route('OVERRIDING_PUBLIC_INTEREST');

/** The public interest, with a log that says of each decision what is asked. */
export const logged = {
  ...publicInterest,
  'confidentiality.perCaseDecisionLog': true,
  'confidentiality.decisionFields': {
    decider: true,
    harmAverted: true,
    proportionality: true,
    consentSought: true,
    told: true,
  },
};

/** Support under section 251, in force for an evaluation. */
export const s251 = {
  ...route('S251'),
  'confidentiality.cagRef': 'fictional reference 1',
  'confidentiality.cagExpiry': '2027-03-01',
  'confidentiality.medicalPurpose': true,
  stage: 'EVALUATION',
};

/** Somebody refused, and data were shared all the same. */
export const refused = {
  'confidentiality.refusalRecorded': true,
  'confidentiality.sharedDespiteRefusal': true,
};
