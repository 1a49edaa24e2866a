/** Changes to a record by the path of a field: `assertions[0].art6`, `assertions[*].art6`, `dpia.exists`. */
export type Changes = Readonly<Record<string, unknown>>;

/** A copy of a record with some fields changed; `undefined` takes an answer away. */
export function changed<T>(record: T, changes: Changes): T {
  return Object.entries(changes).reduce(
    (copy, [path, value]) => withValue(copy, keysOf(path), value),
    structuredClone(record),
  );
}

function keysOf(path: string): string[] {
  return path.replace(/\[(\*|\d+)\]/g, '.$1').split('.');
}

function withValue<T>(target: T, keys: readonly string[], value: unknown): T {
  const [key, ...rest] = keys;
  if (key === undefined) return value as T;
  const source: unknown = target ?? (/^(\d+|\*)$/.test(key) ? [] : {});
  if (Array.isArray(source)) {
    const length = key === '*' ? source.length : Math.max(source.length, Number(key) + 1);
    return Array.from({ length }, (_, index): unknown =>
      key === '*' || index === Number(key) ? withValue<unknown>(source[index], rest, value) : source[index],
    ) as T;
  }
  const fields: Record<string, unknown> = { ...(source as object) };
  const entries = Object.entries({ ...fields, [key]: withValue(fields[key], rest, value) });
  return Object.fromEntries(entries.filter(([, item]) => item !== undefined)) as T;
}
