import { TellingNoticesService } from '../../src/notices/telling/telling-notices.service.js';
import type { Part, ReviewWorld } from './reviews.js';

/** Whom the notices of a world are read for: everybody who takes part, and those who must never be told. */
export const EVERYBODY = [
  ...(['submitter', 'guardian', 'officer', 'executive', 'lead', 'otherLead', 'first', 'second'] as const),
  ...(['lived', 'group', 'handler', 'auditor', 'admin', 'stranger'] as const),
] satisfies readonly Part[];

/** Lets the worker look around once, and returns how many notices that made. */
export async function toldNow(world: ReviewWorld): Promise<number> {
  return world.service(TellingNoticesService).tell();
}

/** Every notice as `part kind day`, in order, past every wall. */
export async function allTold(world: ReviewWorld): Promise<readonly string[]> {
  const { rows } = await world.superuser.query<{ person: string; kind: string; day: string }>(
    'SELECT person_id AS person, kind, happened_on::text AS day FROM notices.notice',
  );
  const parts = new Map(EVERYBODY.map((part) => [world.personId(part), part]));
  return rows.map(({ person, kind, day }) => `${parts.get(person) ?? person} ${kind} ${day}`).sort();
}

/** Who was told of one kind, and on which day it happened. */
export async function toldOf(world: ReviewWorld, kind: string): Promise<Readonly<Record<string, string>>> {
  const told = (await allTold(world)).map((line) => line.split(' '));
  return Object.fromEntries(told.flatMap(([part = '', of, day = '']) => (of === kind ? [[part, day]] : [])));
}
