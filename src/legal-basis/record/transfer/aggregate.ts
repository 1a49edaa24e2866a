import { z } from 'zod';
import { count, yesOrNo } from '../answers/answers.js';

/** What rule R-GEN-07 asks about a flow of counts. */
export const aggregateSchema = z
  .strictObject({
    smallestCount: count('The smallest count that is shown, other than zero'),
    secondaryDisclosurePossible: yesOrNo('A hidden count can be worked out from the others'),
  })
  .nullish()
  .describe('Counts');
