import { z } from 'zod';

/** That something was added, and under which id. */
export const RecordedOut = z.object({ id: z.uuid() }).meta({ id: 'RecordedInReview' });

/** That several things were added, and under which ids, in the order given. */
export const AllRecordedOut = z.object({ ids: z.array(z.uuid()) }).meta({ id: 'AllRecordedInReview' });
