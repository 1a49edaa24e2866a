import { z } from 'zod';
import { CLAIM_CONFIDENCES } from '../../deployments/deployment.entity.js';
import type { FurtherFile } from '../../deployments/loading/files/register-files.js';
import { sourceRefSchema } from '../../evidence/sources/source-schema.js';
import { partialDateSchema, slugSchema, type YamlText } from '../../kernel/fact-files/yaml-file.js';
import { FACT_CONFIDENCES } from '../../organisations/organisation.entity.js';
import {
  ANSWER_KIND_CODES,
  REQUEST_KIND_CODES,
  REQUEST_STANDING_CODES,
  SERVICES_GIVEN_CODES,
} from '../holding/request-words.js';

const sentence = z.string().regex(/^[A-Z].*\.$/s, 'is a sentence');
const sources = z.array(sourceRefSchema).min(1);
const confidence = z.enum(CLAIM_CONFIDENCES);
const date = partialDateSchema.nullable().default(null);

/** An organisation of the register: an ODS code, or the key of another body; exactly one of the two. */
const named = { ods: z.string().optional(), body: slugSchema.optional() };

const followedBySchema = z.strictObject({
  ...named,
  date: partialDateSchema,
  sources,
  confidence: z.enum(FACT_CONFIDENCES),
});

const listedSchema = z.strictObject({
  ...named,
  nameThen: z.string().min(1).nullable().default(null),
  gave: z.enum(SERVICES_GIVEN_CODES).default('MENTAL_HEALTH'),
  /** Those of the whole list, where this entry names no others. */
  sources: sources.optional(),
  confidence: confidence.optional(),
  then: confidence.optional(),
  note: sentence.nullable().default(null),
  /** Who took over from it since: kept with the successions of the register. */
  followedBy: z.array(followedBySchema).default([]),
});

const listFileSchema = z.strictObject({
  /** The key by which requests name the list. */
  list: slugSchema,
  /** What time the list is of. */
  asOf: partialDateSchema,
  /** What each entry rests on that names nothing of its own: its type, and that it had it at that time. */
  typesRestOn: z.strictObject({ sources, confidence, then: confidence }),
  trusts: z.array(listedSchema).min(1),
});

const readingSchema = z.strictObject({ statement: sentence, date, sources, confidence });
const countSchema = z.strictObject({
  count: z.int().positive(),
  statement: sentence,
  sources,
  caution: sentence,
});

const answerSchema = z.strictObject({
  /** Its own across all requests. */
  key: slugSchema,
  /** Who answered; neither where the source names nobody. */
  ...named,
  kind: z.enum(ANSWER_KIND_CODES),
  statement: sentence,
  date,
  sources,
  confidence,
  cautions: z.array(sentence).default([]),
});

const requestSchema = z.strictObject({
  key: slugSchema,
  title: z.string().min(1),
  kind: z.enum(REQUEST_KIND_CODES),
  standing: z.enum(REQUEST_STANDING_CODES),
  askedBy: z.strictObject({ words: z.string().min(1), ...named }),
  askedOf: z.strictObject({ words: z.string().min(1), ...named, list: slugSchema.optional() }),
  subject: z.string().min(1),
  aims: z.array(z.string().min(1)).default([]),
  madeOn: date,
  dueOn: date,
  dueNote: sentence,
  /** What each source says of the request; those that do not agree stand side by side. */
  readings: z.array(readingSchema).min(1),
  counts: z.array(countSchema).default([]),
  cautions: z.array(sentence).default([]),
  confidence,
  answers: z.array(answerSchema).default([]),
});

/** The shape of a file of requests. */
const requestsFileSchema = z.strictObject({ requests: z.array(requestSchema).min(1) });

/** A list of trusts as its file says it, with the text for places of faults. */
export type FileList = z.output<typeof listFileSchema> & { readonly yaml: YamlText };

/** A request as its file says it. */
export type FileRequest = z.output<typeof requestSchema>;

/** A file of requests, with the text for places of faults. */
export interface FileOfRequests {
  readonly requests: readonly FileRequest[];
  readonly yaml: YamlText;
}

/** What the files of requests and lists hold. @throws FactFileFault for a file that does not have the shape. */
export function requestFiles(files: readonly FurtherFile[]): {
  readonly lists: readonly FileList[];
  readonly requests: readonly FileOfRequests[];
} {
  const named = (name: FurtherFile['name']) => files.filter((file) => file.name === name);
  return {
    lists: named('trusts').map(({ yaml }) => ({ ...yaml.as(listFileSchema), yaml })),
    requests: named('requests').map(({ yaml }) => ({ ...yaml.as(requestsFileSchema), yaml })),
  };
}
