import type { z } from 'zod';

type Key = PropertyKey;

const ROUNDS = 100;

/**
 * Reads a value that may not have the right structure: what cannot be read counts as not answered, everything else is
 * kept. Never throws, so that a malformed record is judged on what it does show.
 */
export function readLeniently<S extends z.ZodType>(
  schema: S,
  value: unknown,
  nothing: z.output<S>,
): z.output<S> {
  let current = value;
  for (let round = 0; round < ROUNDS; round += 1) {
    const parsed = schema.safeParse(current);
    if (parsed.success) return parsed.data;
    current = withoutFaults(current, parsed.error.issues);
    if (current === undefined) return nothing;
  }
  return nothing;
}

function withoutFaults(value: unknown, issues: readonly z.core.$ZodIssue[]): unknown {
  let current = value;
  for (const issue of onePerPlace(issues).reverse()) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) current = without(current, [...issue.path, key]);
    } else {
      current = without(current, issue.path);
    }
  }
  return current;
}

function onePerPlace(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue[] {
  const places = new Map<string, z.core.$ZodIssue>();
  for (const issue of issues) {
    const place = JSON.stringify([issue.code === 'unrecognized_keys', ...issue.path.map(String)]);
    if (!places.has(place)) places.set(place, issue);
  }
  return [...places.values()];
}

function without(value: unknown, path: readonly Key[]): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return undefined;
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, index) => (index === key ? kept(without(item, rest)) : [item]));
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries: [string, unknown][] = Object.entries(value);
  return Object.fromEntries(
    entries.flatMap(([name, item]) =>
      name === key ? kept(without(item, rest)).map((it) => [name, it]) : [[name, item]],
    ),
  );
}

function kept(value: unknown): unknown[] {
  return value === undefined ? [] : [value];
}
