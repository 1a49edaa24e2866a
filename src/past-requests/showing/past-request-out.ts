import { z } from 'zod';
import { CLAIM_CONFIDENCES } from '../../deployments/deployment.entity.js';
import { ChangeOut } from '../../evidence/history/change-out.js';
import { pageSchema } from '../../web/api/paging.js';
import {
  ANSWER_KIND_CODES,
  REQUEST_KIND_CODES,
  REQUEST_STANDING_CODES,
  SERVICES_GIVEN_CODES,
} from '../holding/request-words.js';

const confidence = z.enum(CLAIM_CONFIDENCES).meta({
  description:
    'A: seen in the source. B: general knowledge, reference being checked. inference: no source says it.',
});
const partialDate = z
  .string()
  .nullable()
  .meta({ description: 'As closely as known: 2021-05-11, 2021-05 or 2021.', examples: ['2021-05'] });
const link = z.object({ key: z.string(), name: z.string() });
const sources = z.array(
  z.object({
    ref: z.string().nullable(),
    title: z.string(),
    publisher: z.string(),
    published: partialDate,
    publishedConfidence: confidence,
    urls: z.array(z.string()),
  }),
);

const row = {
  id: z.uuid(),
  key: z.string(),
  title: z.string(),
  kind: z.enum(REQUEST_KIND_CODES),
  standing: z
    .enum(REQUEST_STANDING_CODES)
    .meta({ description: 'DRAFT: whether it was ever made was not found.' }),
  askedBy: z.string(),
  askedOf: z.string(),
  subject: z.string(),
  madeOn: partialDate,
  dueOn: partialDate,
  dueNote: z.string(),
  isOfList: z.boolean().meta({ description: 'True where the trusts of a list were asked.' }),
  trustsAsked: z.int().meta({ description: 'How many mental health trusts stand on that list.' }),
  knownAnswers: z
    .int()
    .meta({ description: 'Of how many of those asked a source says by name that they answered.' }),
  fictional: z.boolean(),
};

const answer = z.object({
  key: z.string(),
  kind: z.enum(ANSWER_KIND_CODES),
  organisation: link.nullable().meta({ description: 'Null where the source names nobody.' }),
  statement: z.string(),
  dated: partialDate,
  asOf: partialDate,
  sources,
  confidence,
  cautions: z.array(z.string()),
});

const trust = z.object({
  key: z.string(),
  nameThen: z.string(),
  odsCode: z.string().nullable(),
  listAsOf: z.string(),
  gave: z.enum(SERVICES_GIVEN_CODES),
  now: z
    .array(link)
    .meta({ description: 'What it is today; empty where it closed and nobody is recorded as following.' }),
  nowInWords: z.string(),
  answer: z.enum(['KNOWN', 'NOT_KNOWN', 'NOT_KNOWN_TO_BE_ASKED']),
  answerInWords: z.string(),
  answers: z.array(z.string()).meta({ description: 'Keys of what sources say of it, in `answers`.' }),
  sources,
  confidence,
  thenConfidence: confidence,
  note: z.string().nullable(),
});

/** A page of requests of the past, as the API returns it. */
export const PastRequestsOut = pageSchema('PastRequestPage', z.object(row).meta({ id: 'PastRequestRow' }));

/** One request of the past with those who were asked, as the API returns it. */
export const PastRequestOut = z
  .object({
    ...row,
    asker: link.nullable(),
    asked: link.nullable(),
    aims: z.array(z.string()),
    readings: z
      .array(z.object({ statement: z.string(), dated: partialDate, sources, confidence }))
      .readonly()
      .meta({
        description:
          'What each source says of who asked and when; those that do not agree stand side by side.',
      }),
    counts: z
      .array(z.object({ count: z.int(), statement: z.string(), sources, caution: z.string() }))
      .readonly()
      .meta({ description: 'How many trusts others say that there were.' }),
    cautions: z.array(z.string()),
    confidence,
    answers: z.array(answer),
    trusts: z.array(trust),
    changes: z.array(ChangeOut),
  })
  .meta({ id: 'PastRequest' });
