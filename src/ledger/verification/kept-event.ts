import { z } from 'zod';
import type { Json } from '../../kernel/canonical-json.js';

/** An event as PostgreSQL keeps it, with the openings of its commitments. Bytes are lower-case hex. */
export interface KeptEvent {
  readonly id: string;
  readonly log: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly revision: number;
  readonly action: string;
  readonly day: string;
  /** Null for intake events, which know only their day. */
  readonly recordedAt: Date | null;
  readonly leaf: string;
  readonly leafHash: string;
  readonly queued: boolean;
  readonly openings: readonly { readonly field: string; readonly salt: string; readonly value: Json }[];
}

const Leaf = z.object({
  id: z.string(),
  log: z.string(),
  day: z.string(),
  action: z.string(),
  subject: z.object({ kind: z.string(), id: z.string(), revision: z.number() }),
  actor: z.object({ post: z.string(), person: z.string() }).nullable(),
  reason: z.string().nullable(),
  record: z.record(z.string(), z.json()),
  previous: z.string().nullable(),
});

/** What a leaf says, as far as it can be read. */
export type ReadLeaf = z.infer<typeof Leaf>;

/** Reads a leaf; null when it is not the JSON that Candour writes. */
export function readLeaf(text: string): ReadLeaf | null {
  try {
    return Leaf.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
