import { z } from 'zod';
import { provisionKinds } from '../../legal-basis/provisions/provision.js';
import {
  instrumentNames,
  type ProvisionSearch,
} from '../../legal-basis/provisions/searching/search-provisions.js';
import { nations } from '../../legal-basis/record/transfer/nation.js';
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

/** What a reader typed and chose on the page; what was never offered narrows nothing. */
export function searchTyped(query: TypedQuery): ProvisionSearch {
  const instrument = typedIn(query, 'instrument');
  return {
    words: typedIn(query, 'q'),
    kind: kindSchema.safeParse(query['kind']).data,
    nation: nationSchema.safeParse(query['nation']).data,
    instrument: instrumentNames.includes(instrument) ? instrument : undefined,
  };
}
