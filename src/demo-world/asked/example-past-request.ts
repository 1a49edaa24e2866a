import type { INestApplicationContext } from '@nestjs/common';
import type { CitedSource } from '../../deployments/claims/claim.entity.js';
import { OPERATOR } from '../../identity/actor.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { adding } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { ListedTrust } from '../../past-requests/holding/listed-trust.entity.js';
import { PastRequest } from '../../past-requests/holding/past-request.entity.js';
import { RequestAnswer } from '../../past-requests/holding/request-answer.entity.js';
import { made } from '../../platform/database/recorded.js';
import type { DemoCast } from '../demo-cast.js';

const LIST = 'example-2021-05';

const INVENTED: CitedSource = {
  ref: null,
  title: 'Example data, invented for the demonstration',
  publisher: 'Candour',
  published: '2021-09',
  publishedConfidence: 'A',
  urls: [],
};

const SAID = { sources: [INVENTED], confidence: 'A' } as const;

/** The fictional trust was asked to review its scheme in 2021, and answered in part, which no real trust is known to have done. */
export async function recordExamplePastRequest(
  candour: INestApplicationContext,
  { trustId }: DemoCast,
): Promise<void> {
  const request = exampleRequest();
  const listed = made(ListedTrust, {
    ...{ id: newId(), list: LIST, listAsOf: '2021-05', organisationId: trustId, nameThen: null },
    ...{ gave: 'MENTAL_HEALTH', ...SAID, thenConfidence: 'A', note: null },
  });
  await candour
    .get(Ledger)
    .performAll(OPERATOR, [
      adding('load', ListedTrust, listed),
      adding('load', PastRequest, request),
      adding('load', RequestAnswer, exampleAnswer(request.id, trustId)),
    ]);
}

function exampleRequest(): PastRequest {
  return made(PastRequest, {
    ...{ id: newId(), key: 'example-review-2021', fictional: true, ...{ confidence: SAID.confidence } },
    ...{ title: 'Example review by the fictional trust', kind: 'REVIEW', standing: 'MADE' },
    ...{ askedBy: 'An invented national body', askedById: null, askedOfId: null, askedList: LIST },
    askedOf: 'The trusts of an invented list',
    subject: 'The example scheme',
    aims: ['Is it safe?'],
    ...{ madeOn: '2021-05', dueOn: '2021-07-31', dueNote: 'The invented letter says so.' },
    readings: [{ statement: 'The invented letter asks for a review.', dated: '2021-05', ...SAID }],
    counts: [],
    cautions: ['Everything about this request is invented.'],
  });
}

function exampleAnswer(requestId: Uuid, organisationId: Uuid): RequestAnswer {
  return made(RequestAnswer, {
    ...{ id: newId(), key: 'example-review-2021-in-part', requestId, organisationId, kind: 'IN_PART' },
    statement: 'The fictional trust sent its review without the part on data sharing.',
    ...{ dated: '2021-09-03', asOf: '2021-09', ...SAID, cautions: [] },
  });
}
