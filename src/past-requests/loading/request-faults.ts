import type { Source } from '../../evidence/sources/source-schema.js';
import type { FactFault } from '../../kernel/fact-files/fact-file-fault.js';
import { namesUsedTwice, type FactPath, type YamlText } from '../../kernel/fact-files/yaml-file.js';
import type { FileList, FileOfRequests } from './request-files.js';

/** What files of requests may lead to. */
export interface Leads {
  readonly sources: ReadonlyMap<string, Source>;
  /** Every key of an organisation, as the register will stand. */
  readonly organisations: { has(key: string): boolean };
  /** The lists that are there or come with the files. */
  readonly lists: ReadonlySet<string>;
}

interface Named {
  readonly ods?: string | undefined;
  readonly body?: string | undefined;
}

/** The key of the organisation that is named; undefined where none is. */
export function keyNamed({ ods, body }: Named): string | undefined {
  return body ?? ods?.toLowerCase();
}

/** Everything that is wrong with a list: sources that are not listed, organisations that nobody holds, one named twice. */
export function listFaults({ yaml, typesRestOn, trusts }: FileList, leads: Leads): FactFault[] {
  const keys = trusts.map((trust) => keyNamed(trust) ?? '');
  return [
    ...sourceFaults(yaml, ['typesRestOn'], typesRestOn.sources, leads),
    ...namesUsedTwice(keys).map(({ name, at }) =>
      yaml.fault(['trusts', at], `${name}: stands twice. Name it once.`),
    ),
    ...trusts.flatMap((trust, at) => [
      ...unnamedFaults(yaml, ['trusts', at], trust),
      ...nameFaults(yaml, ['trusts', at], trust, leads),
      ...sourceFaults(yaml, ['trusts', at], trust.sources ?? [], leads),
      ...trust.followedBy.flatMap((follower, place) => [
        ...unnamedFaults(yaml, ['trusts', at, 'followedBy', place], follower),
        ...nameFaults(yaml, ['trusts', at, 'followedBy', place], follower, leads),
        ...sourceFaults(yaml, ['trusts', at, 'followedBy', place], follower.sources, leads),
      ]),
    ]),
  ];
}

/** Everything that is wrong with requests and what is said of their answers. */
export function requestFaults({ yaml, requests }: FileOfRequests, leads: Leads): FactFault[] {
  const twice = (keys: readonly string[]) =>
    namesUsedTwice(keys).map(({ name }) =>
      yaml.fault(['requests'], `${name}: is used twice. Give it another key.`),
    );
  return [
    ...twice(requests.map(({ key }) => key)),
    ...twice(requests.flatMap(({ answers }) => answers.map(({ key }) => key))),
    ...requests.flatMap((request, at) => {
      const path = ['requests', at];
      const { list } = request.askedOf;
      const cited = [...request.readings, ...request.counts].flatMap(({ sources }) => sources);
      return [
        ...nameFaults(yaml, [...path, 'askedBy'], request.askedBy, leads),
        ...nameFaults(yaml, [...path, 'askedOf'], request.askedOf, leads),
        ...(list === undefined || leads.lists.has(list)
          ? []
          : [yaml.fault([...path, 'askedOf'], `There is no list ${list}. Mend its key, or add the file.`)]),
        ...sourceFaults(yaml, path, cited, leads),
        ...request.answers.flatMap((answer, place) => [
          ...nameFaults(yaml, [...path, 'answers', place], answer, leads),
          ...sourceFaults(yaml, [...path, 'answers', place], answer.sources, leads),
        ]),
      ];
    }),
  ];
}

function unnamedFaults(yaml: YamlText, path: FactPath, given: Named): FactFault[] {
  const text = 'names no organisation. Give its code or its key.';
  return keyNamed(given) === undefined ? [yaml.fault(path, text)] : [];
}

function nameFaults(yaml: YamlText, path: FactPath, given: Named, leads: Leads): FactFault[] {
  const key = keyNamed(given);
  if (given.ods !== undefined && given.body !== undefined)
    return [yaml.fault(path, 'names an organisation both by code and by key. Give one of the two.')];
  return key === undefined || leads.organisations.has(key)
    ? []
    : [
        yaml.fault(
          path,
          `names ${given.ods ?? key}, which neither the files nor the register hold. Mend it, or add it.`,
        ),
      ];
}

function sourceFaults(
  yaml: YamlText,
  path: FactPath,
  refs: readonly string[],
  { sources }: Leads,
): FactFault[] {
  return refs
    .filter((ref) => !sources.has(ref))
    .map((ref) =>
      yaml.fault(
        path,
        `cites source ${ref}, which is not listed. List it in sources.yaml, or mend the number.`,
      ),
    );
}
