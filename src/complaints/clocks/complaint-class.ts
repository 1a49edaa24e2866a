/** What kind of thing is passed on: each kind has its own law, clock and handler (domain/complaints-guidelines-access §1.1). */
export interface ComplaintClass {
  readonly label: string;
  readonly meaning: string;
  readonly regime: string;
  readonly handledBy: string;
  /** A: seen in a source. B: general knowledge, shown as “reference being checked”. */
  readonly confidence: 'A' | 'B';
}

/** The classes. One concern may be passed on as several of them, each on its own. */
export const COMPLAINT_CLASSES = {
  'pals-enquiry': {
    label: 'PALS enquiry',
    meaning:
      'Informal help from the trust’s patient advice and liaison service. It is not part of the complaints procedure.',
    regime: 'None',
    handledBy: 'The trust’s PALS',
    confidence: 'A',
  },
  'oral-next-day': {
    label: 'Spoken complaint settled by the next working day',
    meaning:
      'A spoken complaint that is resolved to the person’s satisfaction by the end of the next working day.',
    regime: 'Outside the Regulations: SI 2009/309 reg 8(1)(c)',
    handledBy: 'Any staff of the trust',
    confidence: 'A',
  },
  'nhs-complaint': {
    label: 'NHS complaint',
    meaning: 'A complaint about what an NHS body does, written, or spoken and then written down.',
    regime: 'SI 2009/309',
    handledBy: 'The trust’s complaints manager',
    confidence: 'A',
  },
  'data-protection': {
    label: 'Data protection complaint',
    meaning: 'A complaint about the use of the person’s own information.',
    regime: 'Data Protection Act 2018 as amended by the Data (Use and Access) Act 2025',
    handledBy: 'The controller: the trust, the police force, or Candour’s operator',
    confidence: 'A',
  },
  'police-conduct': {
    label: 'Police conduct',
    meaning: 'A complaint about an officer. The NHS complaints rules do not cover it.',
    regime: 'Police Reform Act 2002 Schedule 3',
    handledBy: 'The force’s professional standards department, or the IOPC',
    confidence: 'B',
  },
  'staff-disclosure': {
    label: 'Disclosure by a worker',
    meaning: 'Somebody who works there raises wrongdoing.',
    regime: 'Employment Rights Act 1996 Part IVA',
    handledBy: 'A Freedom to Speak Up guardian, the CQC or NHS England',
    confidence: 'B',
  },
  'safety-incident': {
    label: 'Patient safety incident',
    meaning: 'Something unintended or unexpected happened, with harm.',
    regime: 'Patient Safety Incident Response Framework; SI 2014/2936 reg 20',
    handledBy: 'The trust’s patient safety team',
    confidence: 'A',
  },
  safeguarding: {
    label: 'Safeguarding',
    meaning: 'An adult with care needs is at risk of abuse or neglect and cannot protect themselves.',
    regime: 'Care Act 2014 s42',
    handledBy: 'The local authority',
    confidence: 'B',
  },
  'freedom-of-information': {
    label: 'Unanswered freedom of information request',
    meaning: 'A public body did not answer a request.',
    regime: 'Freedom of Information Act 2000; excluded from NHS complaints by SI 2009/309 reg 8(1)(g)',
    handledBy: 'The ICO',
    confidence: 'A',
  },
  information: {
    label: 'Information for a regulator',
    meaning: 'Passed on for what it tells about a service, not as a complaint of this person.',
    regime: 'None',
    handledBy: 'The regulator',
    confidence: 'A',
  },
} as const satisfies Record<string, ComplaintClass>;

/** The code of a class. */
export type ComplaintClassCode = keyof typeof COMPLAINT_CLASSES;

/** Every class, in the order handlers meet them. */
export const COMPLAINT_CLASS_CODES = Object.keys(COMPLAINT_CLASSES).filter(isComplaintClass);

/** True when the text is the code of a class. */
function isComplaintClass(text: string): text is ComplaintClassCode {
  return Object.hasOwn(COMPLAINT_CLASSES, text);
}
