import type { INestApplicationContext } from '@nestjs/common';
import { OPERATOR, type Actor, type HeldRole } from '../../src/identity/actor.js';
import { ActorsQueries } from '../../src/identity/sessions/actors.queries.js';
import { newTimeSecret, timeCode } from '../../src/identity/proofs/time-code.js';
import { newId, type Uuid } from '../../src/kernel/identifiers.js';
import { PersonasService } from '../../src/memberships/people/personas.service.js';
import type { PageReader } from './page-reader.js';

/** A plainly invented person with an account, and all they need to sign in. */
export interface TestPerson {
  readonly id: Uuid;
  readonly name: string;
  readonly email: string;
  readonly passphrase: string;
  readonly timeSecret: string | null;
}

/** What a test wants to be special about a person. */
export interface PersonWanted {
  readonly roles?: readonly HeldRole[];
  readonly name?: string;
  /** False for somebody who has not set up a code generator. */
  readonly generator?: boolean;
}

/** Invents a person as the demo world does. */
export async function aPerson(
  candour: INestApplicationContext,
  { roles = [], name = 'Example Person', generator = true }: PersonWanted = {},
): Promise<TestPerson> {
  const person = {
    name,
    email: `${newId()}@example.org`,
    passphrase: 'lamp river seven teapot',
    timeSecret: generator ? newTimeSecret() : null,
  };
  const id = await candour.get(PersonasService).invent(OPERATOR, { ...person, roles });
  return { id, ...person };
}

/** The person as they would act now. */
export async function actorFor(candour: INestApplicationContext, id: Uuid): Promise<Actor> {
  const actor = await candour.get(ActorsQueries).person(id);
  if (!actor) throw new Error('This person may not come in.');
  return actor;
}

/** Signs in as people do: the passphrase, and then the code that their generator shows at this moment. */
export async function signInAs(
  page: PageReader,
  { email, passphrase, timeSecret }: TestPerson,
  at: Date = new Date(),
): Promise<void> {
  await page.open('/sign-in');
  await page.fill('Email address', email).fill('Passphrase', passphrase).press('Continue');
  if (timeSecret !== null) await page.fill('Code', timeCode(timeSecret, at)).press('Sign in');
}
