import { randomBytes } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const SHAPE = /^[0-9A-HJKMNP-TV-Z]{16}$/;
const CODE_LENGTH = 16;
const GROUP = 4;

/** A new code of 80 random bits for people to write down: 16 letters and digits that are hard to mistake, in fours. */
export function newWrittenCode(): string {
  const characters = [...randomBytes(CODE_LENGTH)].map((byte) => ALPHABET.charAt(byte % ALPHABET.length));
  const groups = Array.from({ length: CODE_LENGTH / GROUP }, (_, at) =>
    characters.slice(at * GROUP, (at + 1) * GROUP).join(''),
  );
  return groups.join('-');
}

/** The code as it was meant: case, spaces and hyphens do not matter, O is 0, I and L are 1. Null when it is none. */
export function readWrittenCode(typed: string): string | null {
  const bare = typed
    .replace(/[\s\-\u2010-\u2015]+/gu, '')
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return SHAPE.test(bare) ? bare : null;
}
