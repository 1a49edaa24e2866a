import { z } from 'zod';
import { carried, carriedBack } from '../../web/form/carried.js';
import { MOST_BYTES } from './reading/read-flow-file.js';
import type { FlowInFile } from './reading/file-fault.js';

const flowsSchema = z.array(
  z.object({ key: z.string(), deploymentId: z.string().nullable(), record: z.unknown() }),
);

/** The flows of a file as text that a page can carry from the preview to the confirmation. */
export function packedFlows(flows: readonly FlowInFile[]): Promise<string> {
  return carried(flows);
}

/** The flows that a page carried; null for anything else, and for what would unpack to more than a file may hold. */
export function unpackedFlows(text: string): Promise<FlowInFile[] | null> {
  return carriedBack(text, flowsSchema, 4 * MOST_BYTES);
}
