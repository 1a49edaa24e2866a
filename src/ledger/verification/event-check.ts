import { commitTo } from '../commitment.js';
import { ACTOR_FIELD } from '../event.js';
import { leafHash } from '../leaf.js';
import { readLeaf, type KeptEvent, type ReadLeaf } from './kept-event.js';

const MILLISECOND_DIGITS = 12;

/** What is wrong with one event, given the event before it about the same record; empty when all holds. */
export function faultsOfEvent(event: KeptEvent, before: KeptEvent | null): string[] {
  const leaf = readLeaf(event.leaf);
  if (!leaf) return ['The leaf of the event cannot be read.'];
  return [
    ...unless(
      leafHash(event.leaf).toString('hex') === event.leafHash,
      'The leaf hash is not the hash of the leaf.',
    ),
    ...unless(sameMoment(event, leaf), 'The time of the event is not the time its id was made.'),
    ...unless(sameFacts(event, leaf), 'The columns of the event do not say what its leaf says.'),
    ...unless(event.revision === (before?.revision ?? 0) + 1, 'An event before this one is missing.'),
    ...unless(leaf.previous === (before?.leafHash ?? null), 'The event does not follow the one before it.'),
    ...unless(event.queued, 'The event is missing from the queue.'),
    ...unless(actorOpens(event, leaf), 'The person named for the event is not the one it commits to.'),
  ];
}

function sameFacts(event: KeptEvent, leaf: ReadLeaf): boolean {
  return (
    leaf.id === event.id &&
    leaf.log === event.log &&
    leaf.day === event.day &&
    leaf.action === event.action &&
    leaf.subject.kind === event.subjectKind &&
    leaf.subject.id === event.subjectId &&
    leaf.subject.revision === event.revision
  );
}

/** Staff events carry their millisecond in the id, which the leaf holds (RFC 9562 §5.7); intake events have no time. */
function sameMoment({ recordedAt }: KeptEvent, { id, log }: ReadLeaf): boolean {
  if (log !== 'staff') return recordedAt === null;
  return recordedAt?.getTime() === Number.parseInt(id.replace('-', '').slice(0, MILLISECOND_DIGITS), 16);
}

function actorOpens(event: KeptEvent, leaf: ReadLeaf): boolean {
  const opening = event.openings.find(({ field }) => field === ACTOR_FIELD);
  if (!leaf.actor || !opening) return leaf.actor === null && opening === undefined;
  return commitTo(opening.value, Buffer.from(opening.salt, 'hex')).digest === leaf.actor.person;
}

function unless(holds: boolean, finding: string): string[] {
  return holds ? [] : [finding];
}
