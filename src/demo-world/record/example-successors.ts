import type { INestApplicationContext } from '@nestjs/common';
import { EntriesService } from '../../deployments/entries/telling/entries.service.js';
import { PublishingService } from '../../deployments/publishing/publishing.service.js';
import { DeploymentsService } from '../../deployments/recording/deployments.service.js';
import type { NewDeployment } from '../../deployments/recording/draft-deployment.js';
import {
  SCREENING_CODES,
  type ScreeningAnswers,
} from '../../deployments/screening/classification/screening-questions.js';
import { ScreeningService } from '../../deployments/screening/screening.service.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { TEAM_PLACES } from '../../staffing/places/team-places.js';
import { AnsweringSuccessionService } from '../../succession/answering/answering.service.js';
import type { DemoCast } from '../demo-cast.js';

const MOOR = 'Example Moor';

/** What the fictional trust answers of the team that it says does not follow: reasons, each in a sentence. */
const DENIAL = {
  says: 'DOES_NOT_FOLLOW',
  ended: 'The monthly panel and every crisis plan that named the police ended in February 2026 (fictional).',
  different: 'Nobody is selected by how often they call, and no officer works in the team (fictional).',
  people:
    'All were told by letter; most are seen by the community team, and a few asked for no contact (fictional).',
} as const;

/**
 * An invented scheme that ended, and what may go on of it: one that the trust says follows, one that it says does not, and
 * one of which it has said nothing. The screening after six months is missing. Another that ended was screened in time.
 */
export async function recordExampleSuccessors(
  candour: INestApplicationContext,
  cast: DemoCast,
): Promise<void> {
  const ended = await registerScheme(candour, cast, {
    title: 'Example Moor Response Pair (fictional)',
    state: 'CLOSED',
    stateAt: '2026-02-20',
    agencies: [{ organisationId: cast.policeId, part: 'POLICE' }],
  });
  const follows = await registerScheme(candour, cast, {
    title: 'Example Moor Steady Support (fictional)',
    state: 'LIVE',
    stateAt: '2026-03',
    agencies: [{ organisationId: cast.policeId, part: 'POLICE' }],
  });
  const differs = await registerScheme(candour, cast, {
    title: 'Example Moor Crisis House (fictional)',
    state: 'LIVE',
    stateAt: '2026-04',
    agencies: [],
  });
  for (const scheme of [ended, differs]) await recordHub(candour, cast, scheme);
  await registerScheme(candour, cast, {
    title: 'Example Coast Liaison (fictional)',
    area: 'Example Coast',
    state: 'CLOSED',
    stateAt: '2025-12-10',
    agencies: [],
  });
  await answer(candour, cast, [ended, follows], { says: 'FOLLOWS' });
  await answer(candour, cast, [ended, differs], DENIAL);
}

async function registerScheme(
  candour: INestApplicationContext,
  cast: DemoCast,
  given: Pick<NewDeployment, 'title' | 'state' | 'stateAt' | 'agencies'> & { readonly area?: string },
): Promise<Uuid> {
  const submitter = await cast.as('submitter');
  const { id } = await candour.get(DeploymentsService).register(submitter, {
    ...{ organisationId: cast.trustId, area: MOOR, names: [], started: null, startPlanned: null },
    ...given,
    note: 'Example data: an invented scheme of an invented trust.',
  });
  await candour.get(ScreeningService).screen(submitter, id, { answers: allNo(), evidence: {} });
  await candour.get(PublishingService).publish(submitter, id);
  return id;
}

async function recordHub(candour: INestApplicationContext, cast: DemoCast, scheme: Uuid): Promise<void> {
  const answers = { place: 'Example Moor hub (fictional)', sort: 'HUB', places: 1 };
  await candour.get(EntriesService).tell(await cast.as('submitter'), TEAM_PLACES, scheme, { answers });
}

async function answer(
  candour: INestApplicationContext,
  cast: DemoCast,
  [earlier, later]: readonly [Uuid, Uuid],
  said: { readonly says: 'FOLLOWS' } | typeof DENIAL,
): Promise<void> {
  const answering = candour.get(AnsweringSuccessionService);
  const submitter = await cast.as('submitter');
  const pair = await answering.pairToAnswer(submitter, later, earlier);
  await answering.answer(submitter, pair, { ...said, once: newId() });
}

function allNo(): ScreeningAnswers {
  return Object.fromEntries(SCREENING_CODES.map((code) => [code, 'no'])) as ScreeningAnswers;
}
