import { isId, type Uuid } from '../../kernel/identifiers.js';
import { NotFound } from '../../kernel/refusal.js';

/** The id in an address. @throws NotFound for what is none, so that it looks like a record that is not there. */
export function idInAddress(text: string): Uuid {
  if (!isId(text)) throw new NotFound();
  return text;
}
