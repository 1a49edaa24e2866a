import { YamlText } from '../../../kernel/fact-files/yaml-file.js';
import { csvText } from './csv/csv-text.js';
import type { EditionText } from './edition-text.js';
import { jsonText } from './json-text.js';

/**
 * Reads the file of an edition by the ending of its name: a table (`.csv`), JSON (`.json`, which holds an edition or an
 * OSCAL catalog), and otherwise YAML.
 * @throws FactFileFault where it is not written in its format.
 */
export function readEditionText(given: string | Uint8Array, file: string): EditionText {
  const ending = /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase();
  if (ending === 'csv') return csvText(given, file);
  if (ending === 'json') return jsonText(given, file);
  const yaml = new YamlText(file, given);
  return { content: yaml.content, placeOf: (path) => yaml.placeOf(path) };
}
