import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '../../kernel/canonical-json.js';
import type { PublishedContent } from './published-content.js';

/** What is kept of a result: the exact text, and SHA-256 over it in UTF-8, in hexadecimal. */
export interface ContentText {
  readonly content: string;
  readonly contentHash: string;
}

/** Writes a result in its one canonical form (RFC 8785), so that equal results always have equal bytes and hashes. */
export function writeContent(published: PublishedContent): ContentText {
  const content = canonicalJson(JSON.parse(JSON.stringify(published)) as Json);
  return { content, contentHash: createHash('sha256').update(content, 'utf8').digest('hex') };
}

/** Reads a result that was written by `writeContent`. */
export function readContent(content: string): PublishedContent {
  return JSON.parse(content) as PublishedContent;
}
