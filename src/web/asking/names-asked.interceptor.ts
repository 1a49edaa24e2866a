import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { z } from 'zod';
import type { TypedQuery } from '../list-request.js';
import { FOR_PROGRAMS, isAnsweredIn } from '../../platform/requests/matched-route.js';
import { NARROWED_BY, refuseRepeated, refuseUnknownNames, TAKES_SEVERAL } from './names-asked.js';

/** What a day is asked by; `DayAskedInterceptor` says where it is heard. */
const DAY = 'at';

/**
 * Refuses names of an address that are not known, with those that are: everywhere in the API, and on pages that can be
 * narrowed. A page that shows one thing whole shows no other for a name more, and passes it over. What is heard once and
 * given twice is refused everywhere.
 */
@Injectable()
export class NamesAskedInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { query, method } = request;
    if ((method === 'GET' || method === 'HEAD') && typeof query === 'object' && query !== null) {
      const known = this.knownTo(context) ?? (isAnsweredIn(FOR_PROGRAMS, request) ? [] : null);
      const sent = Object.keys(query).filter((name) => name !== DAY);
      if (known !== null) refuseUnknownNames(sent, known);
      refuseRepeated(query as TypedQuery, this.heardOnce(context, known ?? []));
    }
    return next.handle();
  }

  private heardOnce(context: ExecutionContext, known: readonly string[]): readonly string[] {
    const handler = context.getHandler();
    const several = this.reflector.get<readonly string[] | undefined>(TAKES_SEVERAL, handler) ?? [];
    const single = queriesOf(context.getClass(), handler.name).map(({ data }) => data);
    return [...known, ...single.filter((name) => typeof name === 'string')].filter(
      (name) => !several.includes(name),
    );
  }

  private knownTo(context: ExecutionContext): readonly string[] | null {
    const handler = context.getHandler();
    const said = this.reflector.get<readonly string[] | undefined>(NARROWED_BY, handler);
    return said ?? namesOfSchemas(context.getClass(), handler.name);
  }
}

/** The names that the schemas of a handler's query know; null where it has none. */
function namesOfSchemas(controller: object, handler: string): readonly string[] | null {
  const schemas = queriesOf(controller, handler).map(({ schema }) => schema);
  const asked = schemas.filter((schema) => schema instanceof z.ZodObject);
  return asked.length === 0 ? null : asked.flatMap(({ shape }) => Object.keys(shape));
}

/** What a handler takes of its query: all of it by a schema, or one name of it. */
function queriesOf(controller: object, handler: string): readonly QueryArgument[] {
  const given: unknown = Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, handler);
  return Object.entries(given ?? {})
    .filter(([key]) => key.startsWith(`${String(RouteParamtypes.QUERY)}:`))
    .map(([, argument]: [string, unknown]) => argument as QueryArgument);
}

interface QueryArgument {
  readonly data?: unknown;
  readonly schema?: unknown;
}
