import { namesUsedTwice, type YamlText } from '../../../kernel/fact-files/yaml-file.js';
import { bodiesFileSchema, type Body, type BodySuccession } from './body-schema.js';

/** A body with the bodies it followed, so that lineage can be read in both directions from one statement of it. */
export interface LinkedBody extends Body {
  readonly predecessors: readonly { readonly body: string; readonly link: BodySuccession }[];
}

/**
 * Reads the bodies that the ODS file does not hold. Guarantees that every link leads to a body of the file or names an ODS
 * code, that every fact marked as seen has a source, and that a name shared by several is told apart by all of them.
 * @throws FactFileFault listing all faults at once.
 */
export function parseBodies(yaml: YamlText): LinkedBody[] {
  const { bodies } = yaml.as(bodiesFileSchema);
  const repeated = namesUsedTwice(bodies.map(({ key }) => key));
  yaml.refuse([
    ...repeated.map(({ name, at }) =>
      yaml.fault(['bodies', at], `${name}: is used twice. Give it another key.`),
    ),
    ...bodies.flatMap((body, at) =>
      [
        ...linkFaults(body, bodies),
        ...sourceFaults(body),
        ...dateFaults(body),
        ...sharedNameFaults(body, bodies),
      ].map((text) => yaml.fault(['bodies', at], text)),
    ),
  ]);
  return bodies.map((body) => ({ ...body, predecessors: predecessorsOf(body.key, bodies) }));
}

function predecessorsOf(key: string, bodies: readonly Body[]): LinkedBody['predecessors'] {
  return bodies.flatMap((body) =>
    body.successors.filter((link) => link.body === key).map((link) => ({ body: body.key, link })),
  );
}

function linkFaults({ key, successors, notToBeConfusedWith }: Body, bodies: readonly Body[]): string[] {
  const isUnknown = (name: string): boolean => !bodies.some((body) => body.key === name);
  const named = [...successors.flatMap(({ body }) => body ?? []), ...notToBeConfusedWith];
  return [
    ...named
      .filter(isUnknown)
      .map((name) => `${key}: there is no body ${name}. Mend the key, or add the body.`),
    ...named.filter((name) => name === key).map(() => `${key}: is linked to itself. Name the other body.`),
    ...successors
      .filter(({ body, ods }) => (body === undefined) === (ods === undefined))
      .map(() => `${key}: a successor is either a body or an ODS code. Give one of the two.`),
  ];
}

function sourceFaults({ key, from, to, successors, ...body }: Body): string[] {
  const facts = [body, ...(from ? [from] : []), ...(to ? [to] : []), ...successors];
  const isUnsourced = facts.some(({ confidence, sources }) => confidence === 'A' && sources.length === 0);
  return isUnsourced
    ? [`${key}: a fact is marked as seen in a source, and names none. Name it, or mark the fact B.`]
    : [];
}

function dateFaults({ key, from, to }: Body): string[] {
  return from && to && to.date.isCertainlyBefore(from.date)
    ? [`${key}: ends before it begins. Mend one of the dates.`]
    : [];
}

/** "HIN" means three bodies: a shared name is only allowed where each says that it is not the others. */
function sharedNameFaults(body: Body, bodies: readonly Body[]): string[] {
  const namesOf = ({ name, aliases }: Body): string[] =>
    [name, ...aliases.map((alias) => alias.name)].map((each) => each.toLowerCase());
  return bodies
    .filter((other) => other !== body && !body.notToBeConfusedWith.includes(other.key))
    .flatMap((other) => namesOf(other).filter((name) => namesOf(body).includes(name)))
    .map(
      (name) =>
        `${body.key}: shares the name "${name}" and does not say with whom not to be confused. Name the other in notToBeConfusedWith.`,
    );
}
