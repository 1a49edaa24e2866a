import { randomUUID } from 'node:crypto';
import { v7 } from 'uuid';

/** A UUID in its canonical lower-case text form. */
export type Uuid = string;

const UUID_PATTERN = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** A new version 7 UUID (RFC 9562 §5.7): sorts by the millisecond it was made, which keeps indexes compact. */
export function newId(at: number = Date.now()): Uuid {
  return v7({ msecs: at });
}

/** A new version 4 UUID: says nothing of when it was made, for records whose time could unmask a person. */
export function newTimelessId(): Uuid {
  return randomUUID();
}

/** True when the text is a UUID that Candour could have issued; anything else is simply a record that is not there. */
export function isId(text: unknown): text is Uuid {
  return typeof text === 'string' && UUID_PATTERN.test(text);
}
