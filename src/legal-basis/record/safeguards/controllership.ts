import { z } from 'zod';
import { statement, yesOrNo } from '../answers/answers.js';
import { agreementSchema } from './agreement.js';

/** Who decides why and how, and the agreements that go with it (legal-basis.md §3.2). */
export const controllershipSchema = z
  .strictObject({
    decidedTogether: yesOrNo('Purposes and means are decided together: a joint panel, a joint plan'),
    essencePublic: yesOrNo('The essence of the joint arrangement is published'),
    explanation: statement('How the roles were worked out'),
    agreements: z
      .array(agreementSchema)
      .nullish()
      .describe('Agreements; an empty list says that there is none'),
  })
  .nullish()
  .describe('Controllers, processors and agreements');
