import { z } from 'zod';
import { sourceRefSchema } from '../../../evidence/sources/source-schema.js';
import { partialDateSchema, slugSchema } from '../../../kernel/fact-files/yaml-file.js';
import { AGENCY_PART_CODES } from '../../deployment-agency.entity.js';
import { PLACE_KIND_CODES } from '../../deployment-place.entity.js';
import { CLAIM_CONFIDENCES, OVERLAYS } from '../../deployment.entity.js';
import { claimFiguresSchema } from '../../claims/claim-figures.js';
import { CLAIM_TOPICS } from '../../claims/claim-topics.js';
import { LIFE_CYCLE_STATES } from '../../life-cycle-state.js';

/** Seen in a source (A), general knowledge shown as "reference being checked" (B), or concluded from other claims. */
const claimConfidenceSchema = z.enum(CLAIM_CONFIDENCES);

const claimSchema = z.strictObject({
  /** Its own across the whole register, so that any claim can point at any other. */
  key: slugSchema,
  topic: z.enum(CLAIM_TOPICS),
  /** One plain sentence that says who says it. */
  statement: z.string().regex(/^[A-Z].*\.$/s, 'is a sentence'),
  value: z.union([z.string(), z.number()]).optional(),
  figures: claimFiguresSchema.optional(),
  /** When what is claimed happened or was to happen. */
  date: partialDateSchema.nullable().default(null),
  /** True where the date is one that was planned, not one that is known to have been kept. */
  planned: z.boolean().default(false),
  /** The date of the source; null where it carries none. */
  asOf: partialDateSchema.nullable(),
  sources: z.array(sourceRefSchema).min(1),
  confidence: claimConfidenceSchema,
  /** Claims that do not agree with this one; each of them says the same of this one. */
  contradicts: z.array(slugSchema).default([]),
  /** What a reader must know before relying on it. */
  cautions: z.array(z.string().regex(/^[A-Z].*\.$/s, 'is a sentence')).default([]),
});

const partySchema = z.strictObject({
  /** An ODS code, or the key of another body; exactly one of the two. */
  ods: z.string().optional(),
  body: slugSchema.optional(),
  role: z.enum(AGENCY_PART_CODES).exclude(['OTHER']),
  /** The claim of this file that names it. */
  supportedBy: slugSchema,
});

const placeSchema = z.strictObject({
  name: z.string().min(1),
  kind: z.enum(PLACE_KIND_CODES),
  /** The claim, of this file or about several schemes, that says so. */
  supportedBy: slugSchema,
});

/** The shape of each file in `register/deployments`. */
export const deploymentFileSchema = z.strictObject({
  key: slugSchema,
  area: z.string().min(1),
  title: z.string().min(1),
  aliases: z.array(z.strictObject({ name: z.string().min(1), supportedBy: slugSchema })),
  /** The trust that a source names as the one running it; null where none does, or where several are named alike. */
  lead: z.strictObject({ ods: z.string(), supportedBy: slugSchema }).nullable(),
  partners: z.array(partySchema),
  /** Where it lies, as claims say; nothing is read out of a name. */
  places: z.array(placeSchema).default([]),
  state: z.strictObject({
    code: z.enum(LIFE_CYCLE_STATES),
    overlays: z.array(z.enum(OVERLAYS)).default([]),
    /** The date that the state is true of; null where its source is undated. */
    at: partialDateSchema.nullable(),
    supportedBy: z.array(slugSchema).min(1),
    confidence: claimConfidenceSchema,
    note: z.string().regex(/^[A-Z].*\.$/s, 'is a sentence'),
  }),
  claims: z.array(claimSchema).min(1),
});

const nationalClaimSchema = claimSchema.extend({
  /** The part of the country, or the body of schemes, that the claim is about. */
  scope: z.string().min(1),
  /** The deployments that the source names or plainly includes. */
  deployments: z.array(slugSchema).default([]),
  /** The organisations that it concerns: whoever says it, and of whom it is said. A trust by its ODS code. */
  bodies: z
    .array(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not the key of an organisation'))
    .default([]),
});

/** The shape of `register/claims-national.yaml`. */
export const nationalClaimsFileSchema = z.strictObject({ claims: z.array(nationalClaimSchema).min(1) });

/** Something that a source says, kept as said: never overwritten, and shown beside what contradicts it. */
export type FileClaim = z.output<typeof claimSchema>;

/** A claim that is about more than one scheme. */
export type NationalClaim = z.output<typeof nationalClaimSchema>;

/** One scheme as the sources describe it, with everything they claim about it. */
export type DeploymentFile = z.output<typeof deploymentFileSchema>;
