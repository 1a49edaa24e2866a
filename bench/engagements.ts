import 'reflect-metadata';
import { runningCandour } from '../test/support/running-candour.js';
import { signedIn, type SignedIn } from '../test/support/signed-in.js';
import { fillWithReviews, type Reviewing } from './many-reviews.js';
import type { Shot } from './load.js';

const REVIEWS = 600;
const SHARES = [1, 57, 570];
const COMPARED_WITH = 57;
const REQUESTS = Number(process.argv[2] ?? 1000);

const world = await runningCandour();
const reviewers: (SignedIn & Reviewing)[] = [];
for (const reviews of SHARES) reviewers.push({ reviews, ...(await signedIn(world, 'REVIEWER')) });
await fillWithReviews(world.superuser, REVIEWS, reviewers);

console.log(
  `The top page of a reviewer's list, of ${REVIEWS} reviews; ${REQUESTS} requests of each, in turns`,
);
await compare('as JSON', ({ token }) => ({
  url: `${world.address}/api/v1/reviews?limit=25`,
  headers: { authorization: `Bearer ${token}` },
}));
await compare('as a page', ({ page }) => ({
  url: `${world.address}/reviews`,
  headers: { cookie: page.cookies.header() },
}));
await world.close();

/** Measures the same request by each reviewer, one after the other, so that all meet the same weather. */
async function compare(title: string, shotOf: (reviewer: SignedIn) => Shot): Promise<void> {
  const taken = new Map<number, number[]>(SHARES.map((reviews) => [reviews, []]));
  for (let request = 0; request < REQUESTS; request += 1)
    for (const reviewer of reviewers) taken.get(reviewer.reviews)?.push(await timeOf(shotOf(reviewer)));
  for (const share of [0.1, 0.5]) {
    const at = (reviews: number): number => quantile(taken.get(reviews) ?? [], share);
    const ratios = SHARES.map(
      (reviews) =>
        `${reviews} reviews ${(at(reviews) / at(COMPARED_WITH)).toFixed(2)} (${at(reviews).toFixed(2)} ms)`,
    );
    console.log(`${title}, the fastest ${share * 100} %: ${ratios.join(', ')}`);
  }
}

/** Milliseconds from the request to the last byte of its answer. */
async function timeOf({ url, ...init }: Shot): Promise<number> {
  const begun = performance.now();
  const answer = await fetch(url, init);
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}.`);
  return performance.now() - begun;
}

function quantile(times: readonly number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? Number.NaN;
}
