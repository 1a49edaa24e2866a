/**
 * What a trust may say of all the people on its scheme together: whether they have a history of offences (sim.md D1.6,
 * "people with no offence history not treated as offenders"). Nothing here is ever about one person.
 */
export const OFFENCE_HISTORIES = ['NONE', 'SOME', 'ALL', 'NOT_KNOWN'] as const;

/** One of the answers. */
export type OffenceHistory = (typeof OFFENCE_HISTORIES)[number];

/** The answers as a person chooses them. */
export const OFFENCE_HISTORY_CHOICES: Readonly<Record<OffenceHistory, string>> = {
  NONE: 'Yes, all of them: none has such a history',
  SOME: 'Yes, some of them: others have such a history',
  ALL: 'No: all of them have such a history',
  NOT_KNOWN: 'We do not know',
};

/** The answers as readers of the register are told them. */
export const OFFENCE_HISTORY_WORDS: Readonly<Record<OffenceHistory, string>> = {
  NONE: 'None of them has one',
  SOME: 'Some of them have one, others have none',
  ALL: 'All of them have one',
  NOT_KNOWN: 'The trust does not know',
};
