import { z } from 'zod';
import { manyOf, statement, yesOrNo } from '../answers/answers.js';
import { linkedDocument } from '../answers/document-links.js';
import { lawPicks } from '../answers/law-picks.js';

/** Why the data were gathered in the first place; rules R-LE-06 and R-LE-07 turn on it. */
const gatheredForPurposes = [
  { code: 'CARE', label: 'For care and treatment' },
  { code: 'LAW_ENFORCEMENT', label: 'For law enforcement (DPA 2018 Part 3)' },
  { code: 'OTHER', label: 'For something else' },
] as const;

/** Use of data for something other than what they were gathered for (rules R-LE-06 and R-LE-07). */
export const reuseSchema = z
  .strictObject({
    gatheredFor: manyOf(gatheredForPurposes, 'Why the data were gathered'),
    s36AuthorisationText: statement(
      'The law that allows law-enforcement data to be used for something else (s36(4))',
    ),
    s36AuthorisationLaw: lawPicks('The law that allows it under s36(4), picked from the list'),
    enforcementDecision: z
      .strictObject({
        perCase: yesOrNo('Each use of care data for enforcement is decided case by case'),
        decider: yesOrNo('The record says who decided'),
        offence: yesOrNo('The record names the offence'),
        seriousness: yesOrNo('The record says how serious it is'),
        told: yesOrNo('The record says whether the person was told'),
        evidenceId: linkedDocument('The document that shows how cases are decided'),
      })
      .nullish()
      .describe('Decisions to use care data for enforcement'),
  })
  .nullish()
  .describe('Use for another purpose');
