import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule, type Foundation } from '../app.module.js';
import { readRegisterFiles } from '../deployments/loading/files/read-register.js';
import { registerFolder } from '../deployments/loading/files/register-folder.js';
import { SourceLoading } from '../deployments/loading/source-loading.js';
import { OPERATOR } from '../identity/actor.js';
import { OrganisationsQueries } from '../organisations/organisations.queries.js';
import { SystemClock } from '../kernel/clock.js';
import { projectRoot } from '../kernel/project-root.js';
import { StartFault } from '../platform/start-fault.js';
import { ReleasesQueries } from '../publication/releases/releases.queries.js';
import { DEMO_TRUST_KEY, DemoCast } from './demo-cast.js';
import { DemoClock } from './demo-clock.js';
import { recordExampleCoProduction } from './example-co-production.js';
import { fileExampleConcern, tellOfExampleSchemes } from './example-concern.js';
import { recordExampleFlow } from './example-flow.js';
import { letExampleGroupGrow } from './example-group.js';
import { askExamplePublicQuestions } from './asked/example-public-questions.js';
import { askExamplePartners, askExampleTrust } from './asked/example-questions-of-a-review.js';
import { recordExamplePastRequest } from './asked/example-past-request.js';
import { ExampleReview } from './review/example-review.js';
import { publishEditions } from './review/publish-editions.js';
import { mendExampleScheme, registerExampleScheme } from './example-scheme.js';
import { playExampleHalts } from './record/example-halts.js';
import { recordExampleSuccessors } from './record/example-successors.js';
import { recordExampleEntries } from './record/record-example-entries.js';
import { voidExampleRound } from './review/example-voided-round.js';

/** Says how the loading goes, a line at a time. */
export type Say = (line: string) => void;

/**
 * Loads the demo world by the same services that people use: the published organisations, what sources claim of real
 * schemes, and one example review on a plainly fictional trust. Loading it again changes nothing.
 * @throws StartFault when an earlier loading was stopped half way.
 */
export async function loadDemoWorld(foundation: Foundation, say: Say): Promise<void> {
  const clock = new DemoClock();
  const candour = await NestFactory.createApplicationContext(AppModule.on(foundation, clock), {
    logger: ['error', 'fatal'],
    abortOnError: false,
  });
  try {
    await loadRegister(candour, say);
    if (await isThere(candour)) {
      await requireWhole(candour);
      await publishEditions(candour, null);
      return;
    }
    await playExample(candour, clock);
    say('Played an example review on a fictional trust, from the first question to the published result.');
  } finally {
    await candour.close();
  }
}

async function isThere(candour: INestApplicationContext): Promise<boolean> {
  return (await candour.get(OrganisationsQueries).one(OPERATOR, DEMO_TRUST_KEY)) !== null;
}

/** @throws StartFault when an earlier loading was stopped before the example was played to its end. */
async function requireWhole(candour: INestApplicationContext): Promise<void> {
  const { items } = await candour.get(ReleasesQueries).list(OPERATOR, { limit: 1, after: null });
  if (items.length > 0) return;
  throw new StartFault(
    'The demo world was stopped while it was being loaded, so it is not whole. Delete the folder .candour (or empty the database that DATABASE_URL names), then start again.',
  );
}

async function playExample(candour: INestApplicationContext, clock: DemoClock): Promise<void> {
  const cast = await DemoCast.gather(candour);
  await publishEditions(candour, await cast.as('admin'));
  await letExampleGroupGrow(candour, cast);
  await recordExamplePastRequest(candour, cast);
  const deploymentId = await registerExampleScheme(candour, cast);
  await recordExampleSuccessors(candour, cast);
  await voidExampleRound(candour, { cast, clock });
  const review = await ExampleReview.begin(candour, { cast, clock, deploymentId });
  await mendExampleScheme(candour, { cast, clock, deploymentId });
  await recordExampleEntries(candour, cast, deploymentId);
  await recordExampleCoProduction(candour, { cast, clock, deploymentId });
  await recordExampleFlow(candour, { cast, clock, deploymentId });
  const asked = { cast, clock, deploymentId, reviewId: review.id };
  await askExamplePartners(candour, asked);
  await review.selfReview();
  await fileExampleConcern(candour, { cast, clock, deploymentId });
  await tellOfExampleSchemes(candour, cast);
  await review.assign();
  await askExampleTrust(candour, asked);
  await review.score();
  await review.exclude();
  await review.meet();
  await review.settle();
  await playExampleHalts(candour, { cast, clock, deploymentId });
  await askExamplePublicQuestions(candour, { cast, clock, deploymentId });
  await review.publish();
}

/** What sources say is true on the day on which the files were compiled, whatever day it is in the example. */
async function loadRegister(candour: INestApplicationContext, say: Say): Promise<void> {
  const handedOver = await registerFolder(join(projectRoot, 'register'));
  const files = readRegisterFiles(handedOver, new SystemClock().today());
  const { added } = await candour.get(SourceLoading).load(OPERATOR, files);
  if (added > 0)
    say(
      `Registered what sources say of real organisations and schemes: ${added} records, each with its source.`,
    );
}
