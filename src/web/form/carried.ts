import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { z } from 'zod';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/**
 * What a page carries from a preview to its confirmation, as text in a hidden field: nothing is stored in between.
 * Whoever sends it may have written it: it is read like a file that is handed over anew, and refused where it would
 * unpack to more than so many bytes.
 */
export function carried<Shape extends z.ZodType>(
  shape: Shape,
  mostBytes: number,
): z.ZodCodec<z.ZodString, Shape> {
  return z.codec(z.string(), shape, {
    decode: async (text, context) => {
      try {
        const bytes = await unpack(Buffer.from(text, 'base64url'), { maxOutputLength: mostBytes });
        return JSON.parse(bytes.toString('utf8')) as z.input<Shape>;
      } catch {
        context.issues.push({ code: 'custom', input: text, message: 'cannot be unpacked' });
        return z.NEVER;
      }
    },
    encode: async (value) => (await pack(JSON.stringify(value))).toString('base64url'),
  });
}

/** A file that was handed over, as a page carries it. */
export const carriedFile = z.object({
  name: z.string(),
  bytes: z.codec(z.base64(), z.custom<Uint8Array>(), {
    decode: (text) => Buffer.from(text, 'base64'),
    encode: (bytes) => Buffer.from(bytes).toString('base64'),
  }),
});
