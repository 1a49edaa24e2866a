import { basename, dirname } from 'node:path';

/** Every file of a tree below `src` by its path, with its text: what the layout of the house is judged from. */
export type SourceTree = ReadonlyMap<string, string>;

const MOST_FLAT = 14;
const LAYERS =
  /^(api|apis|pages|services|entities|controllers|queries|forms|policies|repositories|dtos?|models|views-?models?|common|shared|utils?|helpers?|misc|core)$/;
const TECHNICAL_ROOMS = /^src\/(web|platform)\//;
const ROLES = /\.(pages|api|service|queries|forms?|entity|policy)\.ts$/;

const EXPORTED = /^export (?:abstract )?(?:async )?(?:class|function|const|interface|type|enum) (\w+)/gm;

/** Exported names that two files of the tree give to two things: a reader could not know which is meant. */
export function namesOfTwoThings(tree: SourceTree): readonly string[] {
  const owners = new Map<string, Set<string>>();
  for (const [path, text] of tree)
    for (const [, name = ''] of text.matchAll(EXPORTED))
      owners.set(name, (owners.get(name) ?? new Set()).add(path));
  return [...owners]
    .filter(([, paths]) => paths.size > 1)
    .map(([name, paths]) => `${name} is exported by ${[...paths].sort().join(' and ')}`);
}

/** What of a tree does not stand as house.md §3 says, a sentence each; empty when everything does. */
export function layoutFaults(tree: SourceTree): readonly string[] {
  return [...layerFaults(tree), ...crowdFaults(tree), ...templateFaults(tree), ...rootFaults(tree)].sort();
}

function layerFaults(tree: SourceTree): readonly string[] {
  const folders = foldersOf(tree).filter((folder) => !TECHNICAL_ROOMS.test(`${folder}/`));
  return folders
    .filter((folder) => LAYERS.test(basename(folder)))
    .map((folder) => `${folder} is a layer: a folder is named after what people do there`);
}

function crowdFaults(tree: SourceTree): readonly string[] {
  return foldersOf(tree).flatMap((folder) => {
    const flat = sourcesIn(tree, folder).length;
    if (flat <= MOST_FLAT) return [];
    return [
      `${folder} holds ${String(flat)} files flat: ${String(MOST_FLAT)} at most, then it is two activities`,
    ];
  });
}

/** A template stands with the one activity that shows it, and at the feature's root only when several do. */
function templateFaults(tree: SourceTree): readonly string[] {
  const templates = [...tree.keys()].filter((path) => path.endsWith('.njk') && !TECHNICAL_ROOMS.test(path));
  return templates.flatMap((path) => {
    const folder = dirname(path);
    if (!/\/views(\/|$)/.test(folder)) return [`${path} stands outside a views folder`];
    const room = folder.split('/views')[0] ?? '';
    if (room.split('/').length > 2 || !hasActivities(tree, room)) return [];
    const users = activitiesNaming(tree, path, room);
    return users.size > 1 || users.has(room)
      ? []
      : [`${path} is used by one activity: it belongs into its views`];
  });
}

/** Once a feature has activities, what people do stands in them. */
function rootFaults(tree: SourceTree): readonly string[] {
  return featuresOf(tree)
    .filter((feature) => activitiesOf(tree, feature).some((activity) => hasPages(tree, activity)))
    .flatMap((feature) =>
      sourcesIn(tree, feature)
        .filter((path) => /\.(pages|api)\.ts$/.test(path))
        .map((path) => `${path} stands at the root of a feature that has activities`),
    );
}

function activitiesNaming(tree: SourceTree, template: string, feature: string): ReadonlySet<string> {
  const name = template.replace(/^src\//, '');
  const naming = [...tree].filter(([path, text]) => path !== template && text.includes(name));
  return new Set(naming.map(([path]) => (path.startsWith(`${feature}/`) ? dirname(path) : path)));
}

function hasPages(tree: SourceTree, folder: string): boolean {
  return sourcesIn(tree, folder).some((path) => /\.pages\.ts$/.test(path));
}

function hasActivities(tree: SourceTree, feature: string): boolean {
  return activitiesOf(tree, feature).some((folder) =>
    sourcesIn(tree, folder).some((path) => ROLES.test(path)),
  );
}

function activitiesOf(tree: SourceTree, feature: string): readonly string[] {
  return foldersOf(tree).filter((folder) => dirname(folder) === feature && basename(folder) !== 'views');
}

function featuresOf(tree: SourceTree): readonly string[] {
  const modules = [...tree.keys()].filter((path) => /^src\/[^/]+\/[^/]+\.module\.ts$/.test(path));
  return [...new Set(modules.map((path) => dirname(path)))].filter(
    (room) => !TECHNICAL_ROOMS.test(`${room}/`),
  );
}

function sourcesIn(tree: SourceTree, folder: string): readonly string[] {
  return [...tree.keys()].filter(
    (path) => dirname(path) === folder && path.endsWith('.ts') && !path.endsWith('.spec.ts'),
  );
}

function foldersOf(tree: SourceTree): readonly string[] {
  return [...new Set([...tree.keys()].map((path) => dirname(path)))].filter((folder) => folder !== 'src');
}
