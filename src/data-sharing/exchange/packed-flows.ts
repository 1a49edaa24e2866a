import { z } from 'zod';
import { carried } from '../../web/form/carried.js';
import { MOST_BYTES } from './reading/read-flow-file.js';

/** The flows of a file as text that a page can carry from the preview to the confirmation. */
export const packedFlows = carried(
  z.array(z.object({ key: z.string(), deploymentId: z.string().nullable(), record: z.unknown() })),
  4 * MOST_BYTES,
);
