import type { z } from 'zod';
import type { FactPath } from '../../../../kernel/fact-files/yaml-file.js';
import { oscalControl, oscalGroup, type OscalControl } from './oscal-catalog.js';

/** Something in a catalog with its place, and the group and the control in which it stands. */
interface Found<Thing> {
  readonly thing: Thing;
  readonly path: FactPath;
  /** The number of the group around it in the order of the walk; null at the top. */
  readonly group: number | null;
}

/** Every group and every control of a catalog in the order of the file, however deep; what cannot be read is told apart. */
export interface WalkedCatalog {
  readonly groups: readonly Found<z.output<typeof oscalGroup>>[];
  readonly controls: readonly (Found<OscalControl> & { readonly within: string | null })[];
  readonly unreadable: readonly { readonly path: FactPath; readonly error: z.ZodError }[];
}

interface Waiting {
  readonly sort: 'group' | 'control';
  readonly given: unknown;
  readonly path: FactPath;
  readonly group: number | null;
  readonly within: string | null;
}

/** Walks a catalog without recursion, so that its depth has no bound but memory. */
export function walkCatalog(
  catalog: { readonly groups: readonly unknown[]; readonly controls: readonly unknown[] },
  root: FactPath,
): WalkedCatalog {
  const found = {
    groups: [] as Walked['groups'],
    controls: [] as Walked['controls'],
    unreadable: [] as Walked['unreadable'],
  };
  const waiting = inside(catalog, { path: root, group: null, within: null }).reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    waiting.push(...entered(next, found).reverse());
  }
  return found;
}

type Mutable<List> = List extends readonly (infer Item)[] ? Item[] : never;
type Walked = { readonly [Name in keyof WalkedCatalog]: Mutable<WalkedCatalog[Name]> };

function entered(next: Waiting, found: Walked): Waiting[] {
  const { path, group, within } = next;
  if (next.sort === 'group') {
    const read = oscalGroup.safeParse(next.given);
    if (!read.success) return unreadable(found, path, read.error);
    found.groups.push({ thing: read.data, path, group });
    return inside(read.data, { path, group: found.groups.length - 1, within: null });
  }
  const read = oscalControl.safeParse(next.given);
  if (!read.success) return unreadable(found, path, read.error);
  found.controls.push({ thing: read.data, path, group, within });
  return inside({ groups: [], controls: read.data.controls }, { path, group, within: read.data.id });
}

function inside(
  { groups, controls }: { readonly groups: readonly unknown[]; readonly controls: readonly unknown[] },
  { path, group, within }: Pick<Waiting, 'path' | 'group' | 'within'>,
): Waiting[] {
  return [
    ...controls.map((given, at): Waiting => ({
      ...{ sort: 'control', given, path: [...path, 'controls', at], group, within },
    })),
    ...groups.map((given, at): Waiting => ({
      ...{ sort: 'group', given, path: [...path, 'groups', at], group, within: null },
    })),
  ];
}

function unreadable(found: Walked, path: FactPath, error: z.ZodError): Waiting[] {
  found.unreadable.push({ path, error });
  return [];
}
