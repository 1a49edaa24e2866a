import { sentenceList } from '../../web/words.js';
import type { PartOfRegister } from '../flow/rule-report.entity.js';

const PARTS: Readonly<Record<PartOfRegister, string>> = {
  'closed-schemes': 'the closed schemes that share its area or police force',
  'own-flows': 'the other flows of its trust',
  'flows-elsewhere': 'the flows of other trusts that say the same',
};

/** What a reader is told of a judgement that saw only part of the register; null of one that saw all that it compares. */
export function sawOnlyPart(readInPart: readonly PartOfRegister[] | null | undefined): string | null {
  if (!readInPart) return null;
  return `The register holds more than the rules compare at once. They looked at only some of ${sentenceList(readInPart.map((part) => PARTS[part]))}.`;
}
