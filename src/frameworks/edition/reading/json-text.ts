import { createHash } from 'node:crypto';
import { FactFileFault, type FactFault } from '../../../kernel/fact-files/fact-file-fault.js';
import { YamlText, type FactPath } from '../../../kernel/fact-files/yaml-file.js';
import type { EditionText, PlaceInFile } from './edition-text.js';
import { catalogIn } from './oscal/oscal-catalog.js';
import { editionFromOscal, type CatalogFault } from './oscal/edition-from-oscal.js';

/**
 * An edition as JSON, or the edition that an OSCAL catalog is. JSON is read at once, and only where something is wrong a
 * second time as YAML, which it is too, for the line and the column.
 * @throws FactFileFault where it is not JSON.
 */
export function jsonText(given: string | Uint8Array, file: string): EditionText {
  const text = textOf(given, file);
  let asYaml: YamlText | null | undefined;
  const placeOf = (path: FactPath): PlaceInFile | null => {
    asYaml ??= yamlOrNothing(file, text);
    return asYaml?.placeOf(path) ?? null;
  };
  const content = parsed(text, file);
  const catalog = catalogIn(content);
  if (catalog === null) return { content, placeOf };
  const sha256 = createHash('sha256').update(given).digest('hex');
  const { edition, origins, faults } = editionFromOscal(catalog, { file, sha256 });
  const told = faults.map((fault) => placed(fault, { file, placeOf }));
  if (told.length > 0) throw new FactFileFault(told);
  return { content: edition, placeOf: (path) => placeOf(origins.of(path)) };
}

function textOf(given: string | Uint8Array, file: string): string {
  if (typeof given === 'string') return given;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(given);
  } catch {
    throw unreadable(file, 'is not text in UTF-8. Save it as UTF-8.');
  }
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (fault) {
    const said = fault instanceof SyntaxError ? fault.message : 'it ends too early';
    const at = Number(/position (\d+)/.exec(said)?.[1] ?? Number.NaN);
    const before = Number.isNaN(at) ? null : text.slice(0, at).split('\n');
    const place = before && { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    throw unreadable(file, `is not JSON here: ${said}. Mend this place.`, place);
  }
}

function yamlOrNothing(file: string, text: string): YamlText | null {
  try {
    return new YamlText(file, text);
  } catch {
    return null;
  }
}

function placed(
  { path, text }: CatalogFault,
  { file, placeOf }: { readonly file: string; readonly placeOf: EditionText['placeOf'] },
): FactFault {
  return { file, line: null, ...placeOf(path), rule: 'shape', text };
}

function unreadable(file: string, text: string, place: PlaceInFile | null = null): FactFileFault {
  return new FactFileFault([{ file, line: null, ...place, rule: 'readable', text }]);
}
