import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Observable, map } from 'rxjs';
import { z } from 'zod';
import { ANSWER_SCHEMA } from './answers.js';

/** Sends of what a handler returns only what its answer schema declares. */
@Injectable()
export class AnswerSchemaInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const handler = context.getHandler();
    const schema = this.reflector.get<z.ZodType | undefined>(ANSWER_SCHEMA, handler);
    if (schema === undefined) return next.handle();
    return next.handle().pipe(map((answer) => declared(schema, answer, handler.name)));
  }
}

/** The message names where the answer contradicts its schema and never what it holds. */
function declared(schema: z.ZodType, answer: unknown, handler: string): unknown {
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues.map(({ path, code }) => `${path.join('.')} (${code})`);
  throw new Error(`The answer of ${handler} contradicts its schema at ${places.join(', ')}.`);
}
