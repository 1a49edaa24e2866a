import { FactFileFault, type FactFault } from '../../kernel/fact-files/fact-file-fault.js';
import { type Edition, editionSchema } from './edition-schema.js';
import { methodFaults } from './method/method-faults.js';
import { nameFaults } from './name-faults.js';
import type { EditionRule } from './reading/edition-rules.js';
import type { EditionText } from './reading/edition-text.js';
import { readEditionText } from './reading/read-edition-text.js';
import { shapeFaults } from './reading/shape-faults.js';

/**
 * Reads an edition from YAML, a table or an OSCAL catalog and guarantees that every name in it leads somewhere: each
 * criterion to its domain, guidelines and letter concerns, each id used once, each period in its order, and that its method
 * is one that Candour computes.
 * @throws FactFileFault listing all faults at once, each with its line, its column and the rule that it breaks.
 */
export function parseEdition(given: string | Uint8Array, file = 'file'): Edition {
  const text = readable(given, file);
  const shape = editionSchema.safeParse(text.content);
  const faults = [
    ...(shape.success ? [] : shapeFaults(shape.error)),
    ...nameFaults(text.content),
    ...methodFaults(text.content),
  ].map(({ path, text: said, rule }): FactFault => ({
    file,
    line: null,
    ...text.placeOf(path),
    rule,
    text: said,
  }));
  if (shape.success && faults.length === 0) return shape.data;
  throw new FactFileFault(faults.sort(inOrderOfTheFile));
}

const UNREADABLE: EditionRule = 'readable';

function readable(given: string | Uint8Array, file: string): EditionText {
  try {
    return readEditionText(given, file);
  } catch (fault) {
    if (!(fault instanceof FactFileFault)) throw fault;
    throw new FactFileFault(fault.faults.map((each) => ({ rule: UNREADABLE, ...each })));
  }
}

function inOrderOfTheFile(one: FactFault, other: FactFault): number {
  return (one.line ?? 0) - (other.line ?? 0) || (one.column ?? 0) - (other.column ?? 0);
}
