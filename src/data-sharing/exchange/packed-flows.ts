import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { z } from 'zod';
import { MOST_BYTES } from './reading/read-flow-file.js';
import type { FlowInFile } from './reading/file-fault.js';

const flowsSchema = z.array(
  z.object({ key: z.string(), deploymentId: z.string().nullable(), record: z.unknown() }),
);
const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** The flows of a file as text that a page can carry from the preview to the confirmation. */
export async function packedFlows(flows: readonly FlowInFile[]): Promise<string> {
  return (await pack(JSON.stringify(flows))).toString('base64url');
}

/** The flows that a page carried; null for anything else, and for what would unpack to more than a file may hold. */
export async function unpackedFlows(text: string): Promise<FlowInFile[] | null> {
  try {
    const bytes = await unpack(Buffer.from(text, 'base64url'), { maxOutputLength: 4 * MOST_BYTES });
    const read = flowsSchema.safeParse(JSON.parse(bytes.toString('utf8')));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
