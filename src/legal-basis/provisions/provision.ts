import { z } from 'zod';
import { wordsOf } from '../../kernel/words/words-of.js';
import { nations } from '../record/transfer/nation.js';

/** The kinds of provision, each with what it means for whoever relies on one. */
export const PROVISION_KINDS = {
  duty: 'a duty: it requires something, which need not be a disclosure',
  power: 'a power: it permits, it does not require',
  exemption: 'an exemption: it lifts a duty, it gives no reason to share',
  prohibition: 'a prohibition: it forbids something',
  offence: 'an offence: it says what is punished, it gives no power to share',
  order: 'an order: it requires what the order itself says, once there is one',
  'general-cooperation': 'a general duty to work together: it requires no disclosure about a person',
  condition: 'a condition: it has to be met, it requires nothing by itself',
  principle: 'a principle: it guides what is done under other law',
  guidance: 'guidance: it is not law',
} as const;

/** The kind of a provision. */
export type ProvisionKind = keyof typeof PROVISION_KINDS;

/** Every kind, in the order in which it is offered. */
export const provisionKinds = wordsOf(PROVISION_KINDS);

const address = z.string().regex(/^https?:\/\/\S+$/, 'is not an address');
const words = z.string().regex(/\S/, 'must not be empty');

/** One provision of law or guidance, as `entries/` holds it. What each field means stands in the README beside it. */
export const provisionSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not a name like cda-s115'),
  /** As it is cited in a line: "CDA 1998 s115". */
  short: words,
  title: words,
  /** The Act, order or code it stands in; `-` for none. */
  instrument: words,
  /** The place in it: `s115`, `Sch 1 para 18`; `-` for the whole. */
  section: words,
  nations: z.array(z.enum(nations.map(({ code }) => code))).min(1),
  inForce: z.strictObject({
    /** The first day; null where it is not established or there is none, which the note says. */
    from: z.iso.date().nullable(),
    to: z.iso.date().optional(),
    /** Whether the day itself was seen in a source. */
    basis: z.enum(['seen', 'knowledge']).optional(),
    note: words.optional(),
  }),
  kind: z.enum(provisionKinds),
  whose: words,
  whatItDoes: words,
  whatItDoesNot: words,
  /** Whether it requires somebody to disclose something; the kind alone does not say so. */
  requiresDisclosure: z.enum(['no', 'only if every test is met']),
  /** The only recipient to whom it requires disclosure. */
  disclosesTo: words.optional(),
  tests: z.array(words),
  caseByCase: z.union([z.boolean(), z.literal('either')]),
  /** Whether it lifts the common-law duty of confidence, in words that begin with yes, no or only. */
  liftsConfidentiality: z.string().regex(/^(yes|no|only)\b/, 'must begin with yes, no or only'),
  bases: z.array(words),
  /** What it does not reach, though its words might seem to. */
  excludes: z.array(words).optional(),
  /** For a paragraph of Schedule 1 to the Data Protection Act 2018: what else it asks for. */
  limbs: z
    .strictObject({
      substantialPublicInterest: z.boolean().optional(),
      policyDocument: words,
      reasonForNoConsent: words.optional(),
    })
    .optional(),
  /** False where it only dates or changes other entries, or is not law yet. */
  pickable: z.boolean().optional(),
  source: address.nullable(),
  official: address.optional(),
  /** `seen`: a text that bears the entry out was read at its source. `knowledge`: the reference is being checked. */
  confidence: z.enum(['seen', 'knowledge']),
  note: words.optional(),
});

/** One provision of law or guidance. */
export type Provision = z.infer<typeof provisionSchema>;

/** Whether a record may rest on a provision. */
export function isPickable({ pickable }: Provision): boolean {
  return pickable !== false;
}
