import { z } from 'zod';
import { yesOrNo } from '../answers/answers.js';

/** The limbs of the "individual at risk" test of Schedule 1 para 18 and Schedule 8 para 4. */
export const atRiskTestSchema = z
  .strictObject({
    under18: yesOrNo('The person is under 18, so that the other limbs do not matter'),
    careNeeds: yesOrNo('The person has needs for care and support'),
    harmRisk: yesOrNo('The person is experiencing, or at risk of, neglect or harm'),
    unableToProtect: yesOrNo('Because of those needs the person cannot protect themself'),
  })
  .nullish()
  .describe('The test for an individual at risk');
