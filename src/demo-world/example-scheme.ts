import type { INestApplicationContext } from '@nestjs/common';
import { CohortService } from '../deployments/cohort/cohort.service.js';
import { DeploymentsService } from '../deployments/recording/deployments.service.js';
import { PublishingService } from '../deployments/publishing/publishing.service.js';
import {
  SCREENING_CODES,
  type ScreeningAnswers,
} from '../deployments/screening/classification/screening-questions.js';
import { ScreeningService } from '../deployments/screening/screening.service.js';
import type { Uuid } from '../kernel/identifiers.js';
import type { DemoCast } from './demo-cast.js';

/** Practices that the fictional scheme answers with yes: it is like SIM in what it does, whatever it is called. */
const PRACTISED = ['SCR-01', 'SCR-02', 'SCR-06', 'SCR-08', 'SCR-10'];

/** The fictional trust registers its scheme, screens it by practice, and opens the record to everyone. */
export async function registerExampleScheme(candour: INestApplicationContext, cast: DemoCast): Promise<Uuid> {
  const deployments = candour.get(DeploymentsService);
  const submitter = await cast.as('submitter');
  const { id } = await deployments.register(submitter, {
    organisationId: cast.trustId,
    title: 'Example Vale Joint Support Team (fictional)',
    area: 'Example Vale',
    names: ['EVJST', 'Steady Steps'],
    agencies: [{ name: 'Example Vale Police (fictional)', part: 'POLICE' }],
    state: 'PLANNED',
    stateAt: '2018-05',
    started: '2018-09',
    startPlanned: false,
    note: 'Example data: an invented scheme of an invented trust.',
  });
  await candour.get(ScreeningService).screen(submitter, id, { answers: screeningAnswers(), evidence: {} });
  await candour.get(CohortService).describe(submitter, id, { offenceHistory: 'SOME' });
  await candour.get(PublishingService).publish(submitter, id);
  return id;
}

function screeningAnswers(): ScreeningAnswers {
  const answers = SCREENING_CODES.map((code) => [code, PRACTISED.includes(code) ? 'yes' : 'no'] as const);
  return Object.fromEntries(answers) as ScreeningAnswers;
}
