import 'reflect-metadata';
import { ActorsQueries } from '../src/identity/sessions/actors.queries.js';
import { personIdOf, type Actor } from '../src/identity/actor.js';
import { TokensService } from '../src/memberships/account/tokens.service.js';
import { runningCandour } from '../test/support/running-candour.js';
import { burst, type Burst, type Shot } from './load.js';
import { fillWithReviews } from './many-reviews.js';

const REVIEWS = 600;
const SHARES = [1, 57, 570];
const ROUNDS = 5;

const world = await runningCandour();
const reviewers = await fillWithReviews(world.owner, REVIEWS, SHARES);

console.log(
  `The top page of a reviewer's list, of ${REVIEWS} reviews; one connection, ${ROUNDS} rounds in turns`,
);
const shots: Shot[] = [];
for (const { personId } of reviewers) shots.push(await topPageOf(await actor(personId)));
const measured = await turns(shots);
const [, some] = measured;
for (const [place, found] of measured.entries())
  console.log(
    `${SHARES[place] ?? 0} reviews: ${(found.mean / (some?.mean ?? 1)).toFixed(2)} of the time at ${SHARES[1] ?? 0}, ` +
      `${(found.cpu / (some?.cpu ?? 1)).toFixed(2)} of the processor time (${found.mean.toFixed(2)} ms)`,
  );
await world.close();

/** The middle burst of each shot, all taken in turns. */
async function turns(taken: readonly Shot[]): Promise<readonly (Burst & { readonly mean: number })[]> {
  const rounds: Burst[][] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const bursts: Burst[] = [];
    for (const shot of taken) bursts.push(await burst(shot, 1));
    rounds.push(bursts);
  }
  return taken.map((_, place) => middle(rounds.flatMap((bursts) => bursts[place] ?? [])));
}

function middle(bursts: readonly Burst[]): Burst & { readonly mean: number } {
  const found = bursts.toSorted((a, b) => a.perSecond - b.perSecond)[Math.floor(bursts.length / 2)];
  if (!found) throw new Error('Nothing was measured.');
  return { ...found, mean: 1000 / found.perSecond };
}

async function topPageOf(reviewer: Actor): Promise<Shot> {
  const { token } = await world.app
    .get(TokensService)
    .create(reviewer, { personId: personIdOf(reviewer), name: 'bench', days: 1, mayWrite: false });
  return {
    url: `${world.address}/api/v1/reviews?limit=25`,
    headers: { authorization: `Bearer ${token}` },
  };
}

async function actor(personId: string): Promise<Actor> {
  const found = await world.app.get(ActorsQueries).person(personId);
  if (!found) throw new Error('There is no such reviewer.');
  return found;
}
