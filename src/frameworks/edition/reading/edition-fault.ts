import type { FactPath } from '../../../kernel/fact-files/yaml-file.js';
import type { EditionRule } from './edition-rules.js';

/** Something that is wrong with an edition: where in it, which rule it breaks, and what to do. */
export interface EditionFault {
  readonly path: FactPath;
  readonly rule: EditionRule;
  readonly text: string;
}
