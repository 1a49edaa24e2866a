import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { namesUsedTwice, type YamlText } from '../../kernel/fact-files/yaml-file.js';
import { type Source, sourcesFileSchema } from './source-schema.js';

/** The sources that the register's files cite, each under its number, and the edition that they all belong to. */
export interface SourceList {
  readonly edition: CalendarDay;
  readonly sources: ReadonlyMap<string, Source>;
}

/**
 * Reads the list of sources. A source has an address, or a note that says why not.
 * @throws FactFileFault listing all faults at once.
 */
export function parseSources(yaml: YamlText): SourceList {
  const { edition, sources } = yaml.as(sourcesFileSchema);
  const named = sources.flatMap(({ ref, alsoCitedAs }, place) =>
    [ref, ...alsoCitedAs].map((code) => ({ code, place })),
  );
  yaml.refuse([
    ...namesUsedTwice(named.map(({ code }) => code)).map(({ name, at }) =>
      yaml.fault(
        ['sources', named[at]?.place ?? at],
        `${name}: is used twice. Give one of the two another number.`,
      ),
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
  return { edition, sources: new Map(sources.map((source) => [source.ref, source])) };
}
