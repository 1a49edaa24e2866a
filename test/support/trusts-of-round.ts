import { ActorsQueries } from '../../src/identity/sessions/actors.queries.js';
import type { Role } from '../../src/identity/roles.js';
import { newId, type Uuid } from '../../src/kernel/identifiers.js';
import { newScheme, publishedScheme, registered } from './deployments.js';
import { programOf, type Answered } from './interested-party.js';
import { anOrganisation } from './organisations.js';
import { accessToken, pastTheLedger, type ServedReviewWorld } from './reviews.js';

/** Who speaks for a trust. */
export type Voice = 'submitter' | 'guardian' | 'officer' | 'executive';

const ROLES: Readonly<Record<Voice, Role>> = {
  submitter: 'TRUST_SUBMITTER',
  guardian: 'CALDICOTT_GUARDIAN',
  officer: 'DATA_PROTECTION_OFFICER',
  executive: 'EXECUTIVE_APPROVER',
};

/** One of the trusts that a round asks, with programs of the people who speak for it. */
export interface TrustOfRound {
  readonly id: Uuid;
  readonly name: string;
  readonly key: string;
  readonly odsCode: string;
  /** Its schemes in the public register, by id. */
  readonly schemes: readonly Uuid[];
  /** What the API answers a program of one of its people that acts. */
  readonly post: (voice: Voice, path: string, body?: unknown) => Promise<Answered>;
}

/** Trusts with so many published schemes each and four people who speak for them; how they came to be is not tested. */
export async function trustsOfRound(
  world: ServedReviewWorld,
  wanted: readonly (readonly [name: string, schemes: number])[],
): Promise<readonly TrustOfRound[]> {
  const organisations = await registered(
    world.candour,
    ...wanted.map(([name], at) => anOrganisation({ name, odsCode: `RQ${String.fromCharCode(65 + at)}` })),
  );
  const trusts: TrustOfRound[] = [];
  for (const [at, { id, name, key, odsCode }] of organisations.entries()) {
    const people = await speakersOf(world, id);
    const submitter = await world.service(ActorsQueries).person(people.submitter.id);
    if (!submitter) throw new Error(`Nobody answers for ${name}.`);
    const schemes: Uuid[] = [];
    for (let place = 1; place <= (wanted[at]?.[1] ?? 0); place += 1) {
      const title = `Scheme ${String(place)} of ${name}`;
      schemes.push(await publishedScheme(world.candour, submitter, newScheme(id, { title, state: 'LIVE' })));
    }
    const post: TrustOfRound['post'] = (voice, path, body) => people[voice].post(path, body);
    trusts.push({ id, name, key, odsCode: odsCode ?? '', schemes, post });
  }
  return trusts;
}

type Speaker = ReturnType<typeof programOf> & { readonly id: Uuid };

async function speakersOf(
  world: ServedReviewWorld,
  trustId: Uuid,
): Promise<Readonly<Record<Voice, Speaker>>> {
  const speaker = async (voice: Voice): Promise<Speaker> => {
    const id = newId();
    await pastTheLedger(
      world.superuser,
      `INSERT INTO identity.person (id, revision, name, email) VALUES ('${id}', 1, 'A ${voice}', '${id}@example.org');
       INSERT INTO identity.membership (id, revision, person_id, role, organisation_id, granted_on)
       VALUES ('${newId()}', 1, '${id}', '${ROLES[voice]}', '${trustId}', '2026-01-01');
       SELECT access.settle_person('${id}')`,
    );
    const token = await accessToken(world.superuser, id);
    return { id, ...programOf(world.address, () => Promise.resolve(token)) };
  };
  return {
    submitter: await speaker('submitter'),
    guardian: await speaker('guardian'),
    officer: await speaker('officer'),
    executive: await speaker('executive'),
  };
}
