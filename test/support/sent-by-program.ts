import type { Part, ServedReviewWorld } from './reviews.js';

/** What the API answered to a program: its status, and all it said. */
export interface Answered {
  readonly status: number;
  readonly text: string;
}

/** A program with an access token of this person gets a path of the API, or posts the body there is. */
export async function sentByProgram(
  world: ServedReviewWorld,
  part: Part,
  path: string,
  body?: object,
): Promise<Answered> {
  return answered(world.address, path, body, await world.token(part));
}

/** The same by a program that has signed in as nobody. */
export async function sentByAnyone(world: ServedReviewWorld, path: string): Promise<Answered> {
  return answered(world.address, path);
}

/** The keys of the schemes that anyone finds by what they typed. */
export async function schemesFoundBy(world: ServedReviewWorld, typed: string): Promise<readonly string[]> {
  const { text } = await sentByAnyone(world, `deployments?q=${encodeURIComponent(typed)}`);
  return (JSON.parse(text) as { items: { key: string }[] }).items.map(({ key }) => key);
}

/** The same with a token that is there. */
export async function answered(
  address: string,
  path: string,
  body?: object,
  token?: string,
): Promise<Answered> {
  const headers = {
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  };
  const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const response = await fetch(`${address}/api/v1/${path}`, { ...sent, headers });
  return { status: response.status, text: await response.text() };
}
