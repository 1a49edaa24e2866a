import { FactFileFault, namesUsedTwice, readYamlFile } from '../../kernel/yaml-file.js';
import { type Source, sourcesFileSchema } from './source-schema.js';

const FILE = 'register/sources.yaml';

/**
 * Reads the list of sources, each under the number it is cited by. A source has an address, or a note that says why not.
 * @throws FactFileFault listing all faults at once.
 */
export function parseSources(yaml: string): ReadonlyMap<string, Source> {
  const { sources } = readYamlFile(FILE, yaml, sourcesFileSchema);
  const faults = [
    ...namesUsedTwice(sources.map(({ ref }) => ref)).map((ref) => `${ref}: is used twice`),
    ...sources
      .filter(({ urls, note }) => urls.length === 0 && note === undefined)
      .map(({ ref }) => `${ref}: has no address, and no note that says why`),
  ];
  if (faults.length > 0) throw new FactFileFault(FILE, faults);
  return new Map(sources.map((source) => [source.ref, source]));
}
