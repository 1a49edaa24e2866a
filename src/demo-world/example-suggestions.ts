import type { INestApplicationContext } from '@nestjs/common';
import { VISITOR } from '../identity/actor.js';
import { newTimelessId } from '../kernel/identifiers.js';
import { AnsweringService } from '../suggestions/answering/answering.service.js';
import { TellingService } from '../suggestions/telling/telling.service.js';
import type { DemoCast } from './demo-cast.js';

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
  await candour.get(AnsweringService).answer(await cast.as('lead'), once, {
    outcome: 'NOT_TAKEN_UP',
    answer: 'Example data: thank you. No source that we found says that police take part in these visits.',
  });
}
