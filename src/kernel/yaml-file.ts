import { parse } from 'yaml';
import { z } from 'zod';
import { PartialDate } from './partial-date.js';

/** A file of sourced facts is unusable; `faults` lists everything that is wrong with it, each with its place. */
export class FactFileFault extends Error {
  constructor(
    file: string,
    readonly faults: readonly string[],
  ) {
    super(`${file} cannot be used:\n- ${faults.join('\n- ')}`);
    this.name = 'FactFileFault';
  }
}

/** A stable name in addresses and files: small letters, digits and single hyphens. */
export const slugSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not a name like leicestershire-police');

/** A date as closely as its source gives it, written in quotes; see `PartialDate`. */
export const partialDateSchema = z
  .string('is a date, written in quotes')
  .refine((text) => PartialDate.accepts(text), 'is not a date like 2018-09-14, 2018-09, 2018-autumn or 2018')
  .transform((text) => PartialDate.from(text));

/**
 * Reads YAML text that must have the given shape; unknown keys are faults, so that a misspelt fact is not lost.
 * @throws FactFileFault listing all faults at once.
 */
export function readYamlFile<Shape extends z.ZodType>(
  file: string,
  text: string,
  shape: Shape,
): z.output<Shape> {
  const reading = shape.safeParse(parseYaml(file, text));
  if (reading.success) return reading.data;
  const faults = reading.error.issues.map(({ path, message }) => `${path.join('.') || 'file'}: ${message}`);
  throw new FactFileFault(file, faults);
}

/** The names that stand more than once in a list, each told once. */
export function namesUsedTwice(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, place) => names.indexOf(name) !== place))];
}

function parseYaml(file: string, text: string): unknown {
  try {
    return parse(text, { logLevel: 'error' });
  } catch (fault) {
    throw new FactFileFault(file, [fault instanceof Error ? fault.message : 'is not YAML']);
  }
}
