import { isId } from '../../kernel/identifiers.js';
import type { Issue } from '../../kernel/refusal.js';

/** What is wrong with the evidence that an answer or a score names: each must be the id of an item of evidence. */
export function evidenceFaults(ids: readonly string[] | undefined): readonly Issue[] {
  return ids?.every(isId) === false
    ? [{ field: 'evidenceIds', text: 'Choose evidence from the list, or give its id' }]
    : [];
}
