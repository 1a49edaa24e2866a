import { z } from 'zod';
import { citation, reference, yesOrNo } from '../answers/answers.js';
import { linkedDocument } from '../answers/document-links.js';
import { lawPicks } from '../answers/law-picks.js';

/** What people are told (legal-basis.md §3.2; UK GDPR Articles 12 to 14). */
export const transparencySchema = z
  .strictObject({
    notices: z
      .array(
        z.strictObject({
          orgId: reference('Whose privacy notice it is'),
          namesPartners: yesOrNo('It names the police or the kind of partner'),
          statesPurpose: yesOrNo('It states this purpose'),
          alternativeFormats: yesOrNo('It comes in Easy Read or another format'),
          evidenceId: linkedDocument('The notice'),
        }),
      )
      .nullish()
      .describe('Privacy notices; an empty list says that there is none'),
    informedWithinOneMonth: yesOrNo('People are informed within one month'),
    toldIndividually: yesOrNo('Each person is told'),
    exemption: z
      .strictObject({
        claimed: yesOrNo('An exemption from telling people is claimed'),
        citation: citation('The exemption'),
        law: lawPicks('The exemption, picked from the list'),
        blanket: yesOrNo('It is claimed for everybody'),
        perCase: yesOrNo('It is decided case by case'),
        likelyPrejudice: yesOrNo('The likely prejudice is recorded'),
      })
      .nullish()
      .describe('An exemption from telling people'),
  })
  .nullish()
  .describe('What people are told');
