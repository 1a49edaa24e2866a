import { StandardSchemaValidationPipe } from '@nestjs/common';
import { type Issue, Unprocessable } from '../../kernel/refusal.js';

/** The pipe that holds bodies, queries and parameters to their schemas; each fault is told with its place. */
export function schemaPipe(): StandardSchemaValidationPipe {
  return new StandardSchemaValidationPipe({
    exceptionFactory: (faults) => new Unprocessable(faults.slice(0, MOST_TOLD).map(issueOf), DETAIL),
  });
}

interface SchemaFault {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/** A request with thousands of faults is told the first hundred. */
const MOST_TOLD = 100;
const DETAIL = 'Some values need attention. Mend them and send the request again.';

function issueOf(fault: SchemaFault): Issue {
  const path = (fault.path ?? []).map((step) => String(typeof step === 'object' ? step.key : step));
  return { field: path.join('.'), text: fault.message };
}
