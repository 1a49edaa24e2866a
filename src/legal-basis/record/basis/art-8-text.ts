import { z } from 'zod';
import { citation, statement } from '../answers/answers.js';
import { lawPicks } from '../answers/law-picks.js';

/** The four parts of the reasoning under Article 8(2) ECHR that rule R-HR-01 looks for (§3.2 `art8Text`). */
export const art8TextSchema = z
  .strictObject({
    legalBasis: citation('Where the interference has its basis in law'),
    legalBasisLaw: lawPicks('The law the interference has its basis in, picked from the list'),
    legitimateAim: citation('The legitimate aim'),
    necessity: statement('Why it is necessary in a democratic society'),
    proportionality: statement('Why it is proportionate'),
  })
  .nullish()
  .describe('The reasoning under Article 8 ECHR');
