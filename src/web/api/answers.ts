import { applyDecorators, HttpCode, SetMetadata } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';

/** The key under which a handler's answer schema is kept. */
export const ANSWER_SCHEMA = Symbol('answer schema');

type Scalar = string | number | boolean | null;

/** What a handler may return for a schema: read-only all the way down, and any object where the schema says any JSON. */
export type Unchanging<Value> = Value extends readonly (infer Item)[]
  ? readonly Unchanging<Item>[]
  : Value extends object
    ? [string, Scalar] extends [keyof Value, Value[keyof Value]]
      ? object
      : { readonly [Name in keyof Value]: Unchanging<Value[Name]> }
    : Value;

type Handler<Schema extends z.ZodType> = (
  ...given: never[]
) => Unchanging<z.input<Schema>> | Promise<Unchanging<z.input<Schema>>>;

/**
 * What a handler of the JSON API answers, named once: the schema documents the answer, types what the handler returns,
 * and the running application sends nothing that the schema lacks. An answer that contradicts it is a fault.
 */
export function Answers<Schema extends z.ZodType>(
  schema: Schema,
  status: 200 | 201 | 202 = 200,
  description = '',
) {
  return <Method extends Handler<Schema>>(
    target: object,
    name: string | symbol,
    descriptor: TypedPropertyDescriptor<Method>,
  ): void => {
    const decorate = applyDecorators(
      SetMetadata(ANSWER_SCHEMA, schema),
      HttpCode(status),
      ApiResponse({ status, standardSchema: schema, description }),
    );
    decorate(target, name, descriptor);
  };
}
