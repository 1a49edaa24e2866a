import { wordsOf } from '../kernel/words/words-of.js';

/** The sorts of notices among which a person chooses what comes by mail, with what each of them holds. */
export const NOTICE_SORTS = {
  ASKED: {
    label: 'Something is asked of me',
    hint: 'A round, a review, an agreement, information, a return, or a scheme that was named for my trust.',
  },
  WINDOW: {
    label: 'A time for replies or statements begins',
    hint: 'The day on which it ends stands beside it.',
  },
  TIME: {
    label: 'Time runs out, or has run out',
    hint: 'Ten working days before, two working days before, and when a day has passed. A date that moves, too.',
  },
  DECIDED: {
    label: 'Something was scored, decided or answered',
    hint: 'Scores that are open, decisions on replies and interests, answers to what was asked.',
  },
  PUBLISHED: {
    label: 'A result was published, withdrawn or refused',
    hint: 'Whatever everyone can read from then on.',
  },
} as const;

/** One such sort. */
export type NoticeSort = keyof typeof NOTICE_SORTS;

/** What a notice is about, as far as an address needs it. */
interface Whereabouts {
  readonly aboutId: string;
  readonly roundId: string | null;
  readonly reviewId: string | null;
}

/** What a notice of one kind says, of which sort it is, and where one goes on. */
interface NoticeMeaning {
  readonly sort: NoticeSort;
  readonly says: string;
  readonly leadsTo: (about: Whereabouts) => string;
}

/** Every kind of notice. A sentence names nobody, holds no word of a record, and says nothing of what others do in a review. */
export const NOTICE_KINDS = {
  ASKED: of('ASKED', 'Your trust was asked to answer', reviewOrRound),
  ASSIGNED: of('ASKED', 'You were assigned to a review. Declare your interests first', ofReview('/declare')),
  READY_TO_SCORE: of('ASKED', 'The self-review was submitted, and you can score it', ofReview('/scores')),
  AGREEMENT_WAITS: of(
    'ASKED',
    'A proposal of a meeting waits for you to confirm it or to dissent',
    ofReview('/meetings'),
  ),
  SECOND_WAITS: of('ASKED', 'A proposal that takes two people waits for a second one', () => '/proposals'),
  INFORMATION_ASKED: of('ASKED', 'Your trust was asked for information', ofReview('/information-requests')),
  PARTNER_ASKED: of(
    'ASKED',
    'Your organisation was asked for a return of its own about a scheme',
    partnerReturn,
  ),
  SCHEME_NAMED: of(
    'ASKED',
    'A scheme was named for your trust. Say whether it is yours',
    ofRound('/named-schemes'),
  ),
  NIL_CHALLENGED: of('ASKED', 'A nil return was challenged', ofRound('/nil-returns')),
  REPLY_OPEN: of(
    'WINDOW',
    'The time for replies has begun, and with it the last days for statements',
    ofReview('/reply'),
  ),
  STATEMENTS_OPEN: of(
    'WINDOW',
    'A round was opened, and user-led groups can make statements in it',
    ofRound(''),
  ),
  STATEMENTS_CLOSING: of(
    'WINDOW',
    'The last day for statements about a scheme is fixed',
    ofReview('/statement'),
  ),
  SCORED: of('DECIDED', 'Scores are open, and you can compare', ofReview('')),
  INTERESTS_DECIDED: of(
    'DECIDED',
    'It was decided about the interests that you declared',
    () => '/assignments',
  ),
  REPLY_DECIDED: of('DECIDED', 'It was decided about replies of yours', ofReview('/reply')),
  SETTLED: of('DECIDED', 'The findings are settled', ofReview('')),
  INFORMATION_ANSWERED: of(
    'DECIDED',
    'A request for information was answered',
    ofReview('/information-requests'),
  ),
  PARTNER_RETURNED: of('DECIDED', 'An agency has signed its return', partnerReturn),
  NIL_SET_ASIDE: of('DECIDED', 'The nil return of your trust was set aside', ofRound('/nil-returns')),
  NAMING_ANSWERED: of(
    'DECIDED',
    'A trust has answered for a scheme that was named for it',
    ofRound('/named-schemes'),
  ),
  NAMING_DECIDED: of(
    'DECIDED',
    'It was decided about a scheme that was named for your trust',
    ofRound('/named-schemes'),
  ),
  PANEL_ACCEPTED: of('DECIDED', 'Panels of a round were accepted', ofRound('/panels')),
  VOIDED: of('DECIDED', 'A round was voided, and nothing is owed in it', ofRound('')),
  PUBLISHED: of('PUBLISHED', 'A result was published', ofResult),
  WITHDRAWN: of('PUBLISHED', 'A published result was withdrawn', ofResult),
  NOT_PUBLISHED: of('PUBLISHED', 'The publication of a result was refused', ofResult),
  DATE_MOVED: of('TIME', 'A date of a round has moved', ofRound('')),
  ANSWER_REMINDER: of('TIME', 'The answer of your trust is due within ten working days', reviewOrRound),
  SCORES_REMINDER: of('TIME', 'Your scores are due within ten working days', ofReview('/scores')),
  ACKNOWLEDGEMENT_SOON: of(
    'TIME',
    'Your trust has two working days left to acknowledge the request',
    reviewOrRound,
  ),
  ANSWER_SOON: of('TIME', 'Your trust has two working days left to answer', reviewOrRound),
  SCORES_SOON: of('TIME', 'You have two working days left to lock your scores', ofReview('/scores')),
  AGREEMENT_SOON: of(
    'TIME',
    'You have two working days left to confirm a proposal of a meeting or to dissent',
    ofReview('/meetings'),
  ),
  REPLY_SOON: of('TIME', 'You have two working days left to reply', ofReview('/reply')),
  STATEMENT_SOON: of(
    'TIME',
    'Your group has two working days left to make a statement',
    ofReview('/statement'),
  ),
  INFORMATION_SOON: of(
    'TIME',
    'Your trust has two working days left to give information',
    ofReview('/information-requests'),
  ),
  PARTNER_RETURN_SOON: of(
    'TIME',
    'Your organisation has two working days left to sign its return',
    partnerReturn,
  ),
  PUBLICATION_SOON: of(
    'TIME',
    'A result that you lead is to be published within two working days',
    ofReview(''),
  ),
  ACKNOWLEDGEMENT_OVERDUE: of(
    'TIME',
    'Your trust has not acknowledged the request in time, and everyone can see it',
    reviewOrRound,
  ),
  ANSWER_OVERDUE: of('TIME', 'The answer of your trust is overdue, and everyone can see it', reviewOrRound),
  SCORES_OVERDUE: of('TIME', 'Your scores are overdue', ofReview('/scores')),
  INFORMATION_OVERDUE: of(
    'TIME',
    'Information that your trust was asked for is overdue',
    ofReview('/information-requests'),
  ),
  PARTNER_RETURN_OVERDUE: of(
    'TIME',
    'The return of your organisation is overdue, and everyone can see it',
    partnerReturn,
  ),
  PUBLICATION_OVERDUE: of('TIME', 'A result that you lead was to be published and is not', ofReview('')),
  AWAITED_ANSWER_OVERDUE: of('TIME', 'A trust whose review you lead has not answered in time', ofReview('')),
  AWAITED_INFORMATION_OVERDUE: of(
    'TIME',
    'Information that a trust was asked for is overdue',
    ofReview('/information-requests'),
  ),
  AWAITED_RETURN_OVERDUE: of('TIME', 'The return of an agency is overdue', partnerReturn),
} as const satisfies Record<string, NoticeMeaning>;

/** One kind of notice. */
export type NoticeKind = keyof typeof NOTICE_KINDS;

/** The codes of all kinds. */
export const NOTICE_KIND_CODES = wordsOf(NOTICE_KINDS);

function of(sort: NoticeSort, says: string, leadsTo: NoticeMeaning['leadsTo']): NoticeMeaning {
  return { sort, says, leadsTo };
}

function ofReview(rest: string) {
  return ({ reviewId }: Whereabouts): string => `/reviews/${reviewId ?? ''}${rest}`;
}

function ofRound(rest: string) {
  return ({ roundId }: Whereabouts): string => `/rounds/${roundId ?? ''}${rest}`;
}

function ofResult({ reviewId }: Whereabouts): string {
  return `/publications/reviews/${reviewId ?? ''}`;
}

function reviewOrRound(about: Whereabouts): string {
  return about.reviewId === null ? ofRound('')(about) : ofReview('')(about);
}

function partnerReturn({ roundId, aboutId }: Whereabouts): string {
  return `/rounds/${roundId ?? ''}/partner-returns/${aboutId}`;
}
