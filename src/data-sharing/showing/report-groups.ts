import type { Outcome } from '../../legal-basis/rules/engine/outcome.js';

/** How many results are read at once before a group opens part by part; what the record does not show is read first. */
const [MOST_NOT_SHOWN_AT_ONCE, MOST_AT_ONCE] = [15, 6];

/** What decides in which group a result stands. */
interface Standing {
  readonly outcome: Outcome;
  /** The rule asks for sign-offs that have not come. */
  readonly waits: boolean;
  /** Somebody judged the words that are only stated. */
  readonly judged: boolean;
}

/** The groups of a report, in the order in which they are read: by what is to be done next. */
export const REPORT_GROUPS = [
  {
    key: 'mend',
    title: 'Put right',
    finished: 'Not shown',
    meaning: 'This record does not show what these rules ask for.',
    tone: 'stop',
    open: true,
    atOnce: MOST_NOT_SHOWN_AT_ONCE,
    takes: ({ outcome, waits }: Standing) => outcome === 'FAIL' && !waits,
  },
  {
    key: 'say-more',
    title: 'Say more',
    finished: 'Not known',
    meaning: 'This record does not say enough for these rules.',
    tone: 'attention',
    open: true,
    atOnce: MOST_AT_ONCE,
    takes: ({ outcome, waits }: Standing) => outcome === 'UNKNOWN' && !waits,
  },
  {
    key: 'take-care',
    title: 'Take care',
    finished: 'Take care',
    meaning: 'This record gives reason to look again.',
    tone: 'attention',
    open: true,
    atOnce: MOST_AT_ONCE,
    takes: ({ outcome }: Standing) => outcome === 'WARN',
  },
  {
    key: 'waits',
    title: 'Waits for people to sign',
    finished: 'Waits for people to sign',
    meaning: 'These rules ask who decided or advised, which comes after submission.',
    tone: 'waiting',
    open: true,
    atOnce: MOST_AT_ONCE,
    takes: ({ waits }: Standing) => waits,
  },
  {
    key: 'stated',
    title: 'Stated, not checked',
    finished: 'Stated, not checked',
    meaning: 'This record says so in words. Whether the words are true or enough, nobody has checked.',
    tone: 'waiting',
    open: true,
    atOnce: MOST_AT_ONCE,
    takes: ({ outcome, judged }: Standing) => outcome === 'STATED' && !judged,
  },
  {
    key: 'judged',
    title: 'Stated, judged by people',
    finished: 'Stated, judged by people',
    meaning:
      'This record says so in words, and somebody other than the writers judged them. They are not shown by that.',
    tone: 'waiting',
    open: true,
    atOnce: MOST_AT_ONCE,
    takes: ({ outcome, judged }: Standing) => outcome === 'STATED' && judged,
  },
  {
    key: 'shown',
    title: 'Shown',
    finished: 'Shown',
    meaning: 'This record shows what these rules ask for.',
    tone: 'good',
    open: false,
    atOnce: MOST_AT_ONCE,
    takes: ({ outcome }: Standing) => outcome === 'PASS',
  },
  {
    key: 'not-about',
    title: 'Does not apply',
    finished: 'Does not apply',
    meaning:
      'These rules are about something else, or about a legal basis where none is recorded, which R-GEN-04 asks for.',
    tone: 'quiet',
    open: false,
    atOnce: MOST_AT_ONCE,
    takes: ({ outcome }: Standing) => outcome === 'DOES_NOT_APPLY',
  },
] as const;
