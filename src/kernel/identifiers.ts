import { randomBytes, randomUUID } from 'node:crypto';

/** A UUID in its canonical lower-case text form. */
export type Uuid = string;

const UUID_PATTERN = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** A new version 7 UUID (RFC 9562 §5.7): sorts by the millisecond it was made, which keeps indexes compact. */
export function newId(at: number = Date.now()): Uuid {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(at, 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return hyphenate(bytes.toString('hex'));
}

/** A new version 4 UUID: says nothing of when it was made, for records whose time could unmask a person. */
export function newTimelessId(): Uuid {
  return randomUUID();
}

/** True when the text is a UUID that Candour could have issued; anything else is simply a record that is not there. */
export function isId(text: unknown): text is Uuid {
  return typeof text === 'string' && UUID_PATTERN.test(text);
}

function hyphenate(hex: string): Uuid {
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
