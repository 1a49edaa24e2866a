import { z } from 'zod';
import { CLAIM_CONFIDENCES, REGISTERED_BY } from '../deployment.entity.js';
import { CLAIM_TOPICS } from './claim-topics.js';

/** That an entry was withdrawn, as the API tells it. */
export const withdrawalOut = {
  withdrawnOn: z.iso
    .date()
    .nullable()
    .meta({ description: 'The day on which it was withdrawn; it stays listed.' }),
  withdrawnBecause: z.string().nullable(),
};

/** How sure an entry is, as the API tells it. */
export const confidenceOut = z.enum(CLAIM_CONFIDENCES).meta({
  description:
    'A: seen in the source. B: general knowledge, reference being checked. inference: concluded from claims.',
});
/** A date as closely as its source gives it, as the API tells it. */
export const partialDateOut = z
  .string()
  .nullable()
  .meta({
    description: 'As closely as known: 2018-09-14, 2018-09, 2018-autumn or 2018.',
    examples: ['2018-09'],
  });

const CitedSourceOut = z.object({
  ref: z.string().nullable(),
  title: z.string(),
  publisher: z.string(),
  published: partialDateOut,
  publishedConfidence: confidenceOut,
  urls: z.array(z.string()),
});

/** A claim, as the API returns it. */
export const ClaimOut = z
  .object({
    id: z.uuid(),
    key: z.string(),
    registeredBy: z.enum(REGISTERED_BY),
    topic: z.enum(CLAIM_TOPICS),
    statement: z.string(),
    value: z.json(),
    figures: z.json(),
    dated: partialDateOut,
    planned: z.boolean(),
    asOf: partialDateOut,
    sources: z.array(CitedSourceOut),
    confidence: confidenceOut,
    contradicts: z.array(z.string()).meta({ description: 'Keys of claims that do not agree with this one.' }),
    cautions: z.array(z.string()),
    scope: z.string().nullable().meta({ description: 'What a claim about more than one scheme is about.' }),
    about: z.array(z.string()).meta({ description: 'Keys of the deployments that such a claim names.' }),
    bodies: z
      .array(z.string())
      .nullable()
      .meta({ description: 'Keys of the organisations that it concerns; null where none is named.' }),
    ...withdrawalOut,
  })
  .meta({ id: 'Claim' });
