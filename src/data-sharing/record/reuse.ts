import { z } from 'zod';
import { manyOf, statement, yesNo } from './answers.js';
import { gatheredForPurposes } from './gathered-for.js';

/** Use of data for something other than what they were gathered for (rules R-LE-06 and R-LE-07). */
export const reuseSchema = z
  .strictObject({
    gatheredFor: manyOf(gatheredForPurposes, 'Why the data were gathered'),
    s36AuthorisationText: statement(
      'The law that allows law-enforcement data to be used for something else (s36(4))',
    ),
    enforcementDecision: z
      .strictObject({
        perCase: yesNo('Each use of care data for enforcement is decided case by case'),
        decider: yesNo('The record says who decided'),
        offence: yesNo('The record names the offence'),
        seriousness: yesNo('The record says how serious it is'),
        told: yesNo('The record says whether the person was told'),
      })
      .nullish()
      .describe('Decisions to use care data for enforcement'),
  })
  .nullish()
  .describe('Use for another purpose');
