import { z } from 'zod';
import { sourceRefSchema } from '../../../evidence/sources/source-schema.js';
import { partialDateSchema, slugSchema } from '../../../kernel/fact-files/yaml-file.js';
import { ORGANISATION_TYPE_CODES } from '../../organisation-type.js';
import { FACT_CONFIDENCES } from '../../organisation.entity.js';

/** Seen in a source (A), or general knowledge, shown as "reference being checked" (B). */
const confidenceSchema = z.enum(FACT_CONFIDENCES);
const sources = z.array(sourceRefSchema);

const datedFactSchema = z.strictObject({
  date: partialDateSchema,
  sources,
  confidence: confidenceSchema,
  note: z.string().min(1).optional(),
});

const successionSchema = z.strictObject({
  /** Another body of the file, or the ODS code of an organisation in the published file; exactly one of the two. */
  body: slugSchema.optional(),
  ods: z.string().optional(),
  /** Null where no source gives a date. */
  date: partialDateSchema.nullable(),
  /** True where the source announces or proposes it, and nothing here shows that it happened. */
  planned: z.boolean().default(false),
  sources,
  confidence: confidenceSchema,
  note: z.string().min(1).optional(),
});

const aliasSchema = z.strictObject({
  name: z.string().min(1),
  kind: z.enum(['SHORT', 'FORMER', 'ALSO_KNOWN_AS']),
});

const bodySchema = z.strictObject({
  key: slugSchema,
  name: z.string().min(1),
  type: z.enum(ORGANISATION_TYPE_CODES).exclude(['NHS_TRUST']),
  aliases: z.array(aliasSchema).default([]),
  /** A label that tells bodies with the same initials apart. */
  label: z
    .string()
    .regex(/^[A-Z]+(_[A-Z]+)*$/)
    .optional(),
  notToBeConfusedWith: z.array(slugSchema).default([]),
  from: datedFactSchema.nullable().default(null),
  to: datedFactSchema.nullable().default(null),
  successors: z.array(successionSchema).default([]),
  sources,
  confidence: confidenceSchema,
  note: z.string().min(1).optional(),
});

/** The shape of `register/organisations/other-bodies.yaml`. */
export const bodiesFileSchema = z.strictObject({ bodies: z.array(bodySchema).min(1) });

/** An organisation that the ODS trust file does not hold, as a source describes it. */
export type Body = z.output<typeof bodySchema>;

/** That one body took over, or is meant to take over, from another. */
export type BodySuccession = z.output<typeof successionSchema>;
