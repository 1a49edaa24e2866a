import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { DeploymentsService } from '../../src/deployments/recording/deployments.service.js';
import type { NewDeployment } from '../../src/deployments/recording/draft-deployment.js';
import { PublishingService } from '../../src/deployments/publishing/publishing.service.js';
import { ScreeningService } from '../../src/deployments/screening/screening.service.js';
import { readRegisterFiles } from '../../src/deployments/loading/files/read-register.js';
import { registerFolder } from '../../src/deployments/loading/files/register-folder.js';
import type { RegisterFiles } from '../../src/deployments/loading/files/register-files.js';
import { SourceLoading } from '../../src/deployments/loading/source-loading.js';
import {
  SCREENING_CODES,
  type ScreeningAnswers,
} from '../../src/deployments/screening/classification/screening-questions.js';
import { Actor, OPERATOR } from '../../src/identity/actor.js';
import type { Role } from '../../src/identity/roles.js';
import { SystemClock } from '../../src/kernel/clock.js';
import { newId, type Uuid } from '../../src/kernel/identifiers.js';
import { projectRoot } from '../../src/kernel/project-root.js';
import { adding } from '../../src/ledger/act.js';
import { Ledger } from '../../src/ledger/ledger.js';
import { Organisation } from '../../src/organisations/organisation.entity.js';

/** Somebody who holds one role, for an organisation when the role belongs to one. */
export function somebody(role: Role, organisationId: Uuid | null = null): Actor {
  return new Actor({
    standing: 'person',
    personId: newId(),
    name: 'Somebody',
    heldRoles: [{ role, organisationId }],
  });
}

/** Adds organisations to the register and returns them. */
export async function registered(
  candour: INestApplicationContext,
  ...organisations: readonly Organisation[]
): Promise<readonly Organisation[]> {
  const acts = organisations.map((organisation) => adding('register', Organisation, organisation));
  await candour.get(Ledger).performAll(OPERATOR, acts);
  return organisations;
}

/** The files of the register as they come with Candour. */
export async function filesOfTheRegister(): Promise<RegisterFiles> {
  return readRegisterFiles(await registerFolder(join(projectRoot, 'register')), new SystemClock().today());
}

/** Loads the register as it comes with Candour, and returns its files. */
export async function withTheRegister(candour: INestApplicationContext): Promise<RegisterFiles> {
  const files = await filesOfTheRegister();
  await candour.get(SourceLoading).load(OPERATOR, files);
  return files;
}

/** What a trust registers, with whatever the test needs to be different. */
export function newScheme(organisationId: Uuid, different: Partial<NewDeployment> = {}): NewDeployment {
  return {
    organisationId,
    title: 'Example joint response team',
    area: 'Exampleshire',
    names: ['JRT'],
    agencies: [{ name: 'Exampleshire Police', part: 'POLICE' }],
    state: 'PLANNED',
    stateAt: '2026-01',
    started: null,
    startPlanned: false,
    ...different,
  };
}

/** Twelve answers, all the same but those given. */
export function screeningAnswers(different: Partial<ScreeningAnswers> = {}): ScreeningAnswers {
  const no = Object.fromEntries(SCREENING_CODES.map((code) => [code, 'no'])) as ScreeningAnswers;
  return { ...no, ...different };
}

/** A deployment that its trust has registered, screened and published. */
export async function publishedScheme(
  candour: INestApplicationContext,
  submitter: Actor,
  given: NewDeployment,
): Promise<Uuid> {
  const { id } = await candour.get(DeploymentsService).register(submitter, given);
  await candour.get(ScreeningService).screen(submitter, id, { answers: screeningAnswers(), evidence: {} });
  await candour.get(PublishingService).publish(submitter, id);
  return id;
}
