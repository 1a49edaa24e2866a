import { SetMetadata } from '@nestjs/common';
import type { SubjectClass } from './policy.js';

/** What a route asks of whoever calls it. */
export type Requirement =
  | { readonly asks: 'act'; readonly verb: string; readonly subject: SubjectClass }
  | { readonly asks: 'sign-in' }
  | { readonly asks: 'nothing'; readonly because: string };

/** The key under which a handler's requirement is kept. */
export const REQUIREMENT = Symbol('requirement');

/** The handler does this verb with a record of this class: whoever may do it with no record at all is refused at once. */
export function Requires(verb: string, subject: SubjectClass): MethodDecorator {
  return SetMetadata<symbol, Requirement>(REQUIREMENT, { asks: 'act', verb, subject });
}

/** The handler is about the signed-in person's own account. */
export function RequiresSignIn(): MethodDecorator {
  return SetMetadata<symbol, Requirement>(REQUIREMENT, { asks: 'sign-in' });
}

/** The handler is open to everyone, for a reason that stands in the permission matrix. */
export function OpenToAll(because: string): MethodDecorator {
  return SetMetadata<symbol, Requirement>(REQUIREMENT, { asks: 'nothing', because });
}
