import type { z } from 'zod';
import type { Field } from '../field.js';
import { mustSaySomething } from '../must-say-something.js';
import type { Maybe, Optionally } from './maybe.js';
import { longText, text, type TextOptions } from './text.js';

/** Why something is done, in words that say something. */
export function reasonText<const Left extends boolean = false>(
  options: TextOptions & Optionally<Left>,
): Field<Maybe<Left, z.ZodString>> {
  return longText({ ...options, check: mustSaySomething });
}

/** The post of whoever acts or answers, and never a name; in words that say something. */
export function postText<const Left extends boolean = false>(
  options: TextOptions & Optionally<Left>,
): Field<Maybe<Left, z.ZodString>> {
  return text({ ...options, check: mustSaySomething });
}
