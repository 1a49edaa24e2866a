import { canonicalJson, type Json } from '../../kernel/canonical-json.js';
import { Unavailable } from '../../kernel/refusal.js';
import { sha256 } from '../../kernel/sha256.js';
import { fromFirstForm, isFirstForm, type FirstForm } from './first-form.js';
import type { PublishedContent } from './published-content.js';

/** What is kept of a result: the exact text, and SHA-256 over it in UTF-8, in hexadecimal. */
export interface ContentText {
  readonly content: string;
  readonly contentHash: string;
}

/** Writes a result in its one canonical form (RFC 8785), so that equal results always have equal bytes and hashes. */
export function writeContent(published: PublishedContent): ContentText {
  const content = canonicalJson(JSON.parse(JSON.stringify(published)) as Json);
  return { content, contentHash: sha256(content) };
}

/**
 * The text, when it is what its hash says: what was changed past Candour is never given out beside the hash of what was published.
 * @throws Unavailable when it is another; the log holds what was published, and `candour verify` names it.
 */
export function intactText({ content, contentHash }: ContentText): string {
  if (sha256(content) === contentHash) return content;
  throw new Unavailable(
    'What is stored is not what was published: its SHA-256 is another. It is not given out. Tell an administrator.',
  );
}

/** Reads a result that was written by `writeContent`, in whichever format it was published. */
export function readContent(content: string): PublishedContent {
  const read = JSON.parse(content) as PublishedContent | FirstForm;
  return isFirstForm(read) ? fromFirstForm(read) : read;
}
