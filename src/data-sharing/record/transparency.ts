import { z } from 'zod';
import { reference, statement, yesNo } from './answers.js';

/** What people are told (legal-basis.md §3.2; UK GDPR Articles 12 to 14). */
export const transparencySchema = z
  .strictObject({
    notices: z
      .array(
        z.strictObject({
          orgId: reference('Whose privacy notice it is'),
          namesPartners: yesNo('It names the police or the kind of partner'),
          statesPurpose: yesNo('It states this purpose'),
          alternativeFormats: yesNo('It comes in Easy Read or another format'),
          evidenceId: reference('The notice'),
        }),
      )
      .nullish()
      .describe('Privacy notices; an empty list says that there is none'),
    informedWithinOneMonth: yesNo('People are informed within one month'),
    toldIndividually: yesNo('Each person is told'),
    exemption: z
      .strictObject({
        claimed: yesNo('An exemption from telling people is claimed'),
        citation: statement('The exemption'),
        blanket: yesNo('It is claimed for everybody'),
        perCase: yesNo('It is decided case by case'),
        likelyPrejudice: yesNo('The likely prejudice is recorded'),
      })
      .nullish()
      .describe('An exemption from telling people'),
  })
  .nullish()
  .describe('What people are told');
