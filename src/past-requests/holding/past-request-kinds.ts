import type { KindIntroduction } from '../../evidence/register.js';
import { ListedTrust } from './listed-trust.entity.js';
import { PastRequest } from './past-request.entity.js';
import { RequestAnswer } from './request-answer.entity.js';
import { ANSWER_KINDS, REQUEST_KINDS, REQUEST_STANDINGS, SERVICES_GIVEN } from './request-words.js';

/** The kinds of record that a past request is made of, as they introduce themselves. */
export const KINDS_OF_PAST_REQUESTS: readonly KindIntroduction[] = [
  {
    recorded: PastRequest,
    singular: 'past request',
    plural: 'past requests',
    pageOf: (id) => `/past-requests/${id}`,
    fields: {
      title: 'Title',
      kind: { label: 'Sort of request', words: REQUEST_KINDS },
      standing: { label: 'Whether it was made', words: REQUEST_STANDINGS },
      askedBy: 'Who asked',
      askedOf: 'Who was asked',
      subject: 'What it was about',
      aims: 'What was asked for',
      madeOn: 'When it was made',
      dueOn: 'By when',
      dueNote: 'What is known of the day by which to answer',
    },
  },
  {
    recorded: RequestAnswer,
    singular: 'answer to a past request',
    plural: 'answers to past requests',
    fields: {
      kind: { label: 'Kind of answer', words: ANSWER_KINDS },
      statement: 'What a source says of an answer',
      dated: 'When it was answered',
    },
  },
  {
    recorded: ListedTrust,
    singular: 'trust on a list',
    plural: 'trusts on lists',
    fields: {
      nameThen: 'Name at the time of the list',
      gave: { label: 'Type of trust', words: SERVICES_GIVEN },
    },
  },
];
