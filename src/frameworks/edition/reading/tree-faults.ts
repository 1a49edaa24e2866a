import type { EditionFault } from './edition-fault.js';

/** Something that may be a part of another, by their names. */
interface PartOfTree {
  readonly name: string | null | undefined;
  readonly within: string | null | undefined;
}

/** Whatever is said to be within something that is not there, or within itself, however far around. */
export function treeFaults(
  what: string,
  place: string,
  parts: readonly PartOfTree[],
): readonly EditionFault[] {
  const around = new Map(parts.map(({ name, within }) => [name, within]));
  const sound = new Set<unknown>([null, undefined]);
  return parts.flatMap(({ name, within }, at): EditionFault[] => {
    if (!within || !name) return [];
    const path = [place, at, 'within'];
    if (!around.has(within)) {
      const text = `${name}: there is no ${what} ${within}. Mend the name, or add what it names.`;
      return [{ path, rule: 'names-lead-somewhere', text }];
    }
    if (!isCircular(name, around, sound)) return [];
    const text = `${name}: is a part of itself, by way of ${within}. Take one of them out of the other.`;
    return [{ path, rule: 'parts-form-a-tree', text }];
  });
}

/** Follows what is around a part; whatever was found to end somewhere is remembered, so that each is followed once. */
function isCircular(
  name: string,
  around: ReadonlyMap<unknown, string | null | undefined>,
  sound: Set<unknown>,
): boolean {
  const passed = new Set<unknown>();
  let next: string | null | undefined = name;
  while (!sound.has(next)) {
    if (passed.has(next)) return true;
    passed.add(next);
    next = around.get(next);
  }
  passed.forEach((each) => sound.add(each));
  return false;
}
