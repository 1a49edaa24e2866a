import type { INestApplicationContext } from '@nestjs/common';
import type { ConcernAnswers } from '../concerns/questions/answers.js';
import { CorrespondenceService } from '../concerns/correspondence/correspondence.service.js';
import { FilingService } from '../concerns/filing/filing.service.js';
import { HandlingService } from '../concerns/handling/handling.service.js';
import { ConcernReleasingService } from '../concerns/handling/concern-releasing.service.js';
import { RepeatableReceipts } from '../concerns/receipts/repeatable-receipts.js';
import { VISITOR } from '../identity/actor.js';
import { newTimelessId, type Uuid } from '../kernel/identifiers.js';
import { AnsweringService } from '../suggestions/answering/answering.service.js';
import { TellingService } from '../suggestions/telling/telling.service.js';
import type { DemoCast } from './demo-cast.js';
import type { DemoClock } from './demo-clock.js';

/** An invented concern about the fictional scheme is filed by nobody known, linked, summarised and answered. */
export async function fileExampleConcern(
  candour: INestApplicationContext,
  { cast, clock, deploymentId }: { cast: DemoCast; clock: DemoClock; deploymentId: Uuid },
): Promise<void> {
  clock.turnTo('2026-08-05');
  const { id } = await candour.get(FilingService).file(VISITOR, exampleAnswers(cast.trustId));
  clock.turnTo('2026-08-07');
  const handler = await cast.as('handler');
  const handling = candour.get(HandlingService);
  await handling.triage(handler, id, ['POLICE_IN_CARE', 'DATA_SHARED_WITHOUT_TELLING']);
  const target = { organisationId: cast.trustId, deploymentId, criteria: ['SIM-POL-01', 'SIM-DAT-03'] };
  await handling.link(handler, id, target);
  await candour.get(ConcernReleasingService).release(handler, id, {
    organisationId: cast.trustId,
    deploymentId,
    text: 'Example data: a person says that a police officer came to planned appointments and knew what was in their record.',
  });
  clock.turnTo('2026-08-12');
  await candour
    .get(CorrespondenceService)
    .answer(
      handler,
      id,
      'Example data: thank you for telling us. The reviewers have read a summary of what you said.',
    );
}

const NETWORK = '192.0.2.1';

/** Two invented schemes are told of by nobody known: one waits, and one was not taken up, with the reason. */
export async function tellOfExampleSchemes(candour: INestApplicationContext, cast: DemoCast): Promise<void> {
  const telling = candour.get(TellingService);
  const once = newTimelessId();
  const visits = {
    called: 'Example Moor home visits (fictional)',
    place: 'Example Moor',
    howKnown: 'Example data: a leaflet in a waiting room says that nurses visit at home.',
  };
  await telling.tell(VISITOR, { ...visits, once }, NETWORK);
  const desk = {
    called: 'Example Harbour police desk (fictional)',
    place: 'Example Harbour',
    howKnown: 'Example data: a notice says that an officer sits with the crisis team on Fridays.',
  };
  await telling.tell(VISITOR, { ...desk, once: newTimelessId() }, NETWORK);
  const toldOf = candour.get(RepeatableReceipts).idOf('suggestion-receipt', once);
  await candour.get(AnsweringService).answer(await cast.as('lead'), toldOf, {
    outcome: 'NOT_TAKEN_UP',
    answer: 'Example data: thank you. No source that we found says that police take part in these visits.',
  });
}

function exampleAnswers(trustId: Uuid): ConcernAnswers {
  return {
    filedFor: 'myself',
    privacy: 'anonymous',
    danger: 'no',
    organisationId: trustId,
    place: null,
    happened: '2022-03',
    stillHappening: 'no',
    themes: ['POLICE_IN_CARE', 'DATA_SHARED_WITHOUT_TELLING'],
    words:
      'Example data, no real person: an officer came to my appointments and knew things I had only told my nurse.',
    officers: null,
    effects: [],
    since: null,
    wishes: [],
    formalComplaint: 'no',
    consents: ['reviewers', 'trust-themes', 'trust-words'],
    reply: 'receipt',
    name: null,
    contact: null,
    safeTimes: null,
    doNotSay: null,
    support: [],
    supportWords: null,
  };
}
