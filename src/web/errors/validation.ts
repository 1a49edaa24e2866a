import { StandardSchemaValidationPipe } from '@nestjs/common';
import { type Issue, Unprocessable } from '../../kernel/refusal.js';
import { toldPlainly, type FoundFault } from './told-plainly.js';

/** The pipe that holds bodies, queries and parameters to their schemas; each fault is told with its place. */
export function schemaPipe(): StandardSchemaValidationPipe {
  return new StandardSchemaValidationPipe({ exceptionFactory: notAsItsSchema });
}

/** What a schema finds wrong in what was sent. */
interface SchemaFault extends FoundFault {
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
  /** Names that the schema does not know, beside each other in one place. */
  readonly keys?: readonly string[];
}

/** What was sent is not as its schema asks: every fault with its place, every name that is not known by itself. */
export function notAsItsSchema(faults: readonly SchemaFault[]): Unprocessable {
  return new Unprocessable(faults.flatMap(faultsTold).slice(0, MOST_TOLD), DETAIL);
}

/** The refusal of fields that are not known, by their names. */
export function unknownFields(names: readonly string[]): Unprocessable {
  return notAsItsSchema([{ message: '', keys: names }]);
}

/** A request with thousands of faults is told the first hundred. */
const MOST_TOLD = 100;
const DETAIL = 'Some values need attention. Mend them and send the request again.';

function faultsTold({ path = [], keys, ...fault }: SchemaFault): Issue[] {
  const place = path.map((step) => String(typeof step === 'object' ? step.key : step));
  if (keys === undefined) return [{ field: place.join('.'), text: toldPlainly(fault) }];
  return keys.map((name) => ({
    // A name with the signs that part a path leads to where it stands; the sentence says it.
    field: (/[.[\]]/.test(name) ? place : [...place, name]).join('.'),
    text: `“${name}” is not known here. Mend its name or leave it out: /api/openapi.json says what can be sent.`,
  }));
}
