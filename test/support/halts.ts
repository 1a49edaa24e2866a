import { scopeOf } from '../../src/identity/actor-scope.js';
import { ActorsQueries } from '../../src/identity/sessions/actors.queries.js';
import { Database } from '../../src/platform/database/database.js';
import { DeploymentsService } from '../../src/deployments/recording/deployments.service.js';
import type { Uuid } from '../../src/kernel/identifiers.js';
import { anOrganisation } from './organisations.js';
import { registered } from './deployments.js';
import type { ServedReviewWorld } from './reviews.js';
import { answered, type Answered } from './sent-by-program.js';
import { signedIn, type SignedIn } from './signed-in.js';

/** The bodies and the people who order the world’s scheme to halt, or would like to. */
export interface HaltStage {
  /** The part of addresses that names the scheme. */
  readonly scheme: string;
  /** Pays for the scheme. */
  readonly commissionerId: Uuid;
  readonly nhsEnglandId: Uuid;
  readonly elsewhereId: Uuid;
  readonly commissioner: SignedIn;
  /** Another person of the same commissioner. */
  readonly colleague: SignedIn;
  readonly nhsEngland: SignedIn;
  readonly elsewhere: SignedIn;
  /** One more person of a body, who signs in now. */
  readonly newcomer: (bodyId: Uuid) => Promise<SignedIn>;
  /** What PostgreSQL answers the application’s role in their name: why it refuses, or that it was done. */
  readonly sqlAs: (by: SignedIn, text: string) => Promise<string>;
  /** A program of somebody reads a path of the API, or posts there. */
  readonly send: (by: SignedIn | null, path: string, body?: object) => Promise<Answered>;
}

/** Registers the bodies, makes one the commissioner of the scheme, and signs their people in. */
export async function haltStage(world: ServedReviewWorld): Promise<HaltStage> {
  const [board, region, other] = await registered(
    world.candour,
    anOrganisation({ name: 'Example County Board', type: 'ICB' }),
    anOrganisation({ name: 'Example Region', type: 'NHSE_REGION' }),
    anOrganisation({ name: 'Example Moor Board', type: 'ICB' }),
  );
  if (!board || !region || !other) throw new Error('The bodies were not registered.');
  await world.service(DeploymentsService).addAgency(await world.as('submitter'), world.deploymentId, {
    organisationId: board.id,
    part: 'COMMISSIONER',
  });
  const at = { app: world.candour, address: world.address, superuser: world.superuser };
  const of = (id: Uuid): Promise<SignedIn> => signedIn(at, 'COMMISSIONER', id, world.clock.now());
  return {
    scheme: world.deploymentId,
    ...{ commissionerId: board.id, nhsEnglandId: region.id, elsewhereId: other.id },
    commissioner: await of(board.id),
    colleague: await of(board.id),
    nhsEngland: await of(region.id),
    elsewhere: await of(other.id),
    newcomer: of,
    sqlAs: (by, text) => answerOfDatabase(world, by, text),
    send: (by, path, body) => answered(world.address, path, body, by?.token),
  };
}

async function answerOfDatabase(world: ServedReviewWorld, by: SignedIn, text: string): Promise<string> {
  const actor = await world.service(ActorsQueries).person(by.personId);
  if (!actor) throw new Error('Nobody is there.');
  try {
    await world.service(Database).write(scopeOf(actor), (manager) => manager.query(text));
    return 'done';
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault);
  }
}

/** An order of the whole scheme, at once, with whatever the test needs to be different. */
export function anOrder(givenFor: Uuid, orderedOn: string, different: object = {}) {
  return {
    ...{ givenFor, orderedOn, post: 'Director of nursing', when: 'at-once', what: 'whole' },
    reason: 'Nobody could say who agreed that police read health records.',
    ...different,
  };
}

/** What a step about an order says, with whatever the test needs to be different. */
export function aStep(happenedOn: string, different: object = {}) {
  return {
    ...{ happenedOn, post: 'Chief operating officer' },
    text: 'The rota of the week was read by two people.',
    ...different,
  };
}
