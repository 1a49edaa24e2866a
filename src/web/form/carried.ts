import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { z } from 'zod';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** What a page carries from a preview to its confirmation, as text in a hidden field: nothing is stored in between. */
export async function carried(value: unknown): Promise<string> {
  return (await pack(JSON.stringify(value))).toString('base64url');
}

/**
 * What a page carried, when it has the shape; null for anything else, and for what would unpack to more than so many
 * bytes. Whoever sends it may have written it: it is read like a file that is handed over anew.
 */
export async function carriedBack<Shape extends z.ZodType>(
  text: unknown,
  shape: Shape,
  mostBytes: number,
): Promise<z.output<Shape> | null> {
  if (typeof text !== 'string') return null;
  try {
    const bytes = await unpack(Buffer.from(text, 'base64url'), { maxOutputLength: mostBytes });
    const read = shape.safeParse(JSON.parse(bytes.toString('utf8')));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
