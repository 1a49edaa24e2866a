import { z } from 'zod';
import { provisionKinds } from '../../legal-basis/provisions/provision.js';
import {
  instrumentNames,
  type ProvisionSearch,
} from '../../legal-basis/provisions/searching/search-provisions.js';
import { nations } from '../../legal-basis/record/transfer/nation.js';
import { chosenIn } from '../../web/asking/names-asked.js';
import { typedIn, type TypedQuery } from '../../web/list-request.js';

const kindSchema = z.enum(provisionKinds);
const nationSchema = z.enum(nations.map(({ code }) => code));

/** What narrows the list of provisions, as programs send it. */
export const provisionNarrowing = {
  q: z.string().max(200).optional().meta({
    description: 'Words of a title, an instrument or a section, or a citation: `s115 cda`.',
  }),
  kind: kindSchema.optional(),
  nation: nationSchema.optional(),
  instrument: z.string().max(200).optional().meta({ description: 'The whole name: `Care Act 2014`.' }),
};

/** What a reader typed and chose on the page. @throws Unprocessable for a choice that was never offered. */
export function searchTyped(query: TypedQuery): ProvisionSearch {
  return {
    words: typedIn(query, 'q'),
    kind: chosenIn(query, 'kind', kindSchema.options),
    nation: chosenIn(query, 'nation', nationSchema.options),
    instrument: chosenIn(query, 'instrument', instrumentNames),
  };
}
