import { Injectable } from '@nestjs/common';
import { PublishableParts, type PublishedPart } from '../../evidence/publishable-parts.js';
import { day } from '../../web/words.js';
import { lateInWords } from './information-shown.js';
import {
  INFORMATION_STANDING_WORDS,
  informationStanding,
  type StandingRequest,
} from './information-standing.js';
import { InformationQueries, type InformationRow } from './information.queries.js';

/** Brings to the result of a review what its reviewers asked for, with each answer, and with each that never came. */
@Injectable()
export class InformationPublished {
  constructor(queries: InformationQueries, parts: PublishableParts) {
    parts.offer('information-requests', async (actor, { reviewId }) =>
      publishedInformation(await queries.inReview(actor, reviewId)),
    );
  }
}

/** All of it as a part of a result. It is drawn up when no answer is taken any more, and depends on no other day. */
function publishedInformation(requests: readonly InformationRow[]): PublishedPart | null {
  if (requests.length === 0) return null;
  const standings = requests.map((request) => informationStanding(request, request.dueOn));
  const unanswered = standings.filter(({ standing }) => !ANSWERED.has(standing)).length;
  return {
    key: 'information-requests',
    title: 'What the reviewers asked the trust for',
    lines: requests.map((request, at) => ({
      label: `${request.criterion}, asked on ${day(request.askedOn)}, by ${day(request.dueOn)}`,
      value: wordsOf(request, standings[at]),
    })),
    cautions: [
      'The trust answered beside its self-review, which stayed as it was submitted.',
      ...(unanswered === 0
        ? []
        : [`${String(unanswered)} of ${String(requests.length)} requests were never answered.`]),
    ],
  };
}

const ANSWERED: ReadonlySet<string> = new Set(['GIVEN', 'NOT_HELD', 'REFUSED']);

function wordsOf(request: InformationRow, stands: StandingRequest | undefined): string {
  const { asks, answer, answeredOn, named: documents } = request;
  if (answer === null || answeredOn === null || !stands)
    return `A reviewer asks: ${asks}\nThe trust never answered.`;
  const told = INFORMATION_STANDING_WORDS[stands.standing].text;
  const named = documents === 0 ? '' : ` Documents named: ${String(documents)}.`;
  const late = lateInWords(stands);
  return `A reviewer asks: ${asks}\n${told} on ${day(answeredOn)}: ${answer}${named}${late === '' ? '' : ` ${late}`}`;
}
