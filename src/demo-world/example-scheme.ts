import type { INestApplicationContext } from '@nestjs/common';
import { Claim } from '../deployments/claims/claim.entity.js';
import { CohortService } from '../deployments/cohort/cohort.service.js';
import { DeploymentsService } from '../deployments/recording/deployments.service.js';
import { PublishingService } from '../deployments/publishing/publishing.service.js';
import {
  SCREENING_CODES,
  type ScreeningAnswers,
} from '../deployments/screening/classification/screening-questions.js';
import { ScreeningService } from '../deployments/screening/screening.service.js';
import { CorrectionsService } from '../evidence/corrections/corrections.service.js';
import { STANDS } from '../evidence/mending/standing.js';
import { OPERATOR } from '../identity/actor.js';
import { newId, type Uuid } from '../kernel/identifiers.js';
import { adding } from '../ledger/act.js';
import { Ledger } from '../ledger/ledger.js';
import { made } from '../platform/database/recorded.js';
import type { DemoCast } from './demo-cast.js';
import type { DemoClock } from './demo-clock.js';

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
    agencies: [
      { organisationId: cast.policeId, part: 'POLICE' },
      { organisationId: cast.commissionerId, part: 'COMMISSIONER' },
    ],
    state: 'PLANNED',
    stateAt: '2018-05',
    started: '2018-09',
    startPlanned: false,
    note: 'Example data: an invented scheme of an invented trust.',
  });
  await deployments.addPlace(submitter, id, { name: 'Exampleshire', kind: 'COUNTY' });
  await candour.get(ScreeningService).screen(submitter, id, { answers: screeningAnswers(), evidence: {} });
  await candour.get(CohortService).describe(submitter, id, { offenceHistory: 'SOME' });
  await candour.get(PublishingService).publish(submitter, id);
  await correctAnInventedSource(candour, cast, id);
  return id;
}

/** The trust mends the area of its scheme after it became public, so that everyone reads what the record said before. */
export async function mendExampleScheme(
  candour: INestApplicationContext,
  {
    cast,
    clock,
    deploymentId,
  }: { readonly cast: DemoCast; readonly clock: DemoClock; readonly deploymentId: Uuid },
): Promise<void> {
  clock.turnTo('2026-06-22');
  const area = { area: 'Example Vale and Example Moor' };
  const reason = 'Example data: shifts on Example Moor were left out when the scheme was registered.';
  await candour.get(DeploymentsService).correct(await cast.as('submitter'), deploymentId, area, { reason });
}

/** What an invented newspaper says of the invented scheme, and the correction that its trust puts beside it. */
async function correctAnInventedSource(
  candour: INestApplicationContext,
  cast: DemoCast,
  deploymentId: Uuid,
): Promise<void> {
  const claim = made(Claim, {
    id: newId(),
    ...STANDS,
    ...{
      deploymentId,
      leadOrganisationId: cast.trustId,
      published: true,
      scope: null,
      about: [],
      bodies: null,
    },
    ...{ key: 'example-vale-gazette-start', registeredBy: 'sources', topic: 'START' },
    statement: 'The Example Vale Gazette (fictional) says that the team started in 2017.',
    ...{ value: null, figures: null, dated: '2017', planned: false, asOf: '2019-02' },
    sources: [
      {
        ...{ ref: null, title: 'New team on our streets', publisher: 'The Example Vale Gazette (fictional)' },
        ...{ published: '2019-02', publishedConfidence: 'A', urls: [] },
      },
    ],
    ...{ confidence: 'A', contradicts: [], cautions: ['Example data: an invented newspaper.'] },
  });
  await candour
    .get(Ledger)
    .perform(OPERATOR, adding('load', Claim, claim, 'Example data for the demonstration.'));
  await candour.get(CorrectionsService).correct(
    await cast.as('submitter'),
    { kind: 'claim', id: claim.id },
    {
      field: 'dated',
      said: 'September 2018',
      reason: 'The first shift was on 3 September 2018. The newspaper wrote of the planning.',
      once: newId(),
    },
  );
}

function screeningAnswers(): ScreeningAnswers {
  const answers = SCREENING_CODES.map((code) => [code, PRACTISED.includes(code) ? 'yes' : 'no'] as const);
  return Object.fromEntries(answers) as ScreeningAnswers;
}
