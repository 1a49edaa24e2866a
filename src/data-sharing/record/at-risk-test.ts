import { z } from 'zod';
import { yesNo } from './answers.js';

/** The limbs of the "individual at risk" test of Schedule 1 para 18 and Schedule 8 para 4. */
export const atRiskTestSchema = z
  .strictObject({
    under18: yesNo('The person is under 18, so that the other limbs do not matter'),
    careNeeds: yesNo('The person has needs for care and support'),
    harmRisk: yesNo('The person is experiencing, or at risk of, neglect or harm'),
    unableToProtect: yesNo('Because of those needs the person cannot protect themself'),
  })
  .nullish()
  .describe('The test for an individual at risk');
