import { canonicalJson, type Json } from '../../kernel/canonical-json.js';
import { sha256 } from '../../kernel/sha256.js';
import { readContent } from '../content/content-text.js';
import { lockChecks } from './lock-checks.js';
import { notComputed } from './not-computed.js';
import { compared, type ReleaseCheck } from './release-check.js';
import { releaseShape } from './release-shape.js';
import { resultChecks } from './result-checks.js';
import { statementChecks } from './statement-checks.js';

/** What came of checking a release's public file: the hash of its text, and everything that was computed again. */
export interface CheckedRelease {
  /** SHA-256 of the text in UTF-8, in hexadecimal: the fingerprint that the page of the result shows. */
  readonly contentHash: string;
  readonly checks: readonly ReleaseCheck[];
  /** What it says besides and its file cannot show. */
  readonly notComputed: readonly string[];
}

/**
 * Computes a release again from the text of its public file alone: the locks of its reviewers, what counts for each
 * criterion, the ratings, the agreement with its interval, and what follows from them in words and days. docs/recompute-a-result.md holds the recipe in words.
 * What is no release is a fault, in a sentence.
 */
export function checkRelease(text: string): CheckedRelease | { readonly fault: string } {
  const value = jsonIn(text);
  if (value === null)
    return { fault: 'This is not JSON. Give the file that the page of the result calls “The whole result”.' };
  const shape = releaseShape.safeParse(value);
  if (!shape.success) return { fault: unlike(shape.error.issues[0]?.path ?? []) };
  const content = readContent(text);
  const form = compared(
    'The text in its one canonical form (RFC 8785)',
    sha256(text),
    sha256(canonicalJson(value)),
  );
  return {
    contentHash: sha256(text),
    checks: [form, ...lockChecks(content), ...resultChecks(content), ...statementChecks(content)],
    notComputed: notComputed(content),
  };
}

function jsonIn(text: string): Json | null {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}

function unlike(path: readonly PropertyKey[]): string {
  return `This is not a release of a result: ${path.map(String).join('.') || 'the file'} is missing or not what it must be.`;
}
