/** The value at a path such as `dpia.exists` or `assertions.0.art6`; undefined where nothing is. */
export function valueAt(content: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => own(value, key), content);
}

/** The items of a list at a path; none where the list is absent. */
export function itemsAt(content: unknown, path: string): readonly unknown[] {
  const list = valueAt(content, path);
  return Array.isArray(list) ? list : [];
}

/** A copy with the value at the path; undefined takes the answer away, and an object left empty goes with it. */
export function withValueAt(content: unknown, path: string, value: unknown): unknown {
  const [key = '', ...rest] = path.split('.');
  const inner = rest.length === 0 ? value : withValueAt(own(content, key), rest.join('.'), value);
  const others = Object.entries(isObject(content) ? content : {}).filter(([name]) => name !== key);
  const entries = inner === undefined ? others : [...others, [key, inner]];
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** A copy with the answers of a form at their paths. */
export function withValues(content: unknown, values: Readonly<Record<string, unknown>>): unknown {
  return Object.entries(values).reduce(
    (copy, [path, value]) => withValueAt(copy, path, isNothing(value) ? undefined : value),
    content,
  );
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

function own(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return /^\d+$/.test(key) ? (value[Number(key)] as unknown) : undefined;
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
