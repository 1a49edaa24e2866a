import { z } from 'zod';

/** What an act made. */
export const MadeRecordOut = z.object({ id: z.uuid() }).meta({ id: 'MadeRecord' });
