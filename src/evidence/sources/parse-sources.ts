import { namesUsedTwice, type YamlText } from '../../kernel/yaml-file.js';
import { type Source, sourcesFileSchema } from './source-schema.js';

/**
 * Reads the list of sources, each under the number it is cited by. A source has an address, or a note that says why not.
 * @throws FactFileFault listing all faults at once.
 */
export function parseSources(yaml: YamlText): ReadonlyMap<string, Source> {
  const { sources } = yaml.as(sourcesFileSchema);
  yaml.refuse([
    ...namesUsedTwice(sources.map(({ ref }) => ref)).map(({ name, at }) =>
      yaml.fault(['sources', at], `${name}: is used twice. Give one of the two another number.`),
    ),
    ...sources.flatMap(({ ref, urls, note }, at) =>
      urls.length > 0 || note !== undefined
        ? []
        : [
            yaml.fault(
              ['sources', at],
              `${ref}: has no address, and no note that says why. Add one of them.`,
            ),
          ],
    ),
  ]);
  return new Map(sources.map((source) => [source.ref, source]));
}
