import { z } from 'zod';
import { statement, yesNo } from './answers.js';
import { agreementSchema } from './agreement.js';

/** Who decides why and how, and the agreements that go with it (legal-basis.md §3.2). */
export const controllershipSchema = z
  .strictObject({
    decidedTogether: yesNo('Purposes and means are decided together: a joint panel, a joint plan'),
    essencePublic: yesNo('The essence of the joint arrangement is published'),
    explanation: statement('How the roles were worked out'),
    agreements: z
      .array(agreementSchema)
      .nullish()
      .describe('Agreements; an empty list says that there is none'),
  })
  .nullish()
  .describe('Controllers, processors and agreements');
