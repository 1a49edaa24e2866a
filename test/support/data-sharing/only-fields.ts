/** A copy of a record that keeps nothing but the named fields, for example `assertions[].art6`. */
export function onlyFields(record: unknown, fields: readonly string[]): unknown {
  return keep(
    record,
    fields.map((field) => field.replaceAll('[]', '').split('.')),
  );
}

function keep(value: unknown, paths: readonly (readonly string[])[]): unknown {
  if (paths.some((path) => path.length === 0)) return value;
  if (Array.isArray(value)) return value.map((item) => keep(item, paths));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => {
      const rests = paths.filter((path) => path[0] === key).map((path) => path.slice(1));
      return rests.length === 0 ? [] : [[key, keep(item, rests)]];
    }),
  );
}
