import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { FOR_PROGRAMS, isAnsweredIn } from '../../platform/requests/matched-route.js';
import { unknownFields } from '../errors/validation.js';

/** Refuses what a program sends to an act of the API that takes nothing, so that nobody believes that it was heard. */
@Injectable()
export class UnheardBodyInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (isAnsweredIn(FOR_PROGRAMS, request) && !takesBody(context.getClass(), context.getHandler().name)) {
      const { body } = request;
      const names = typeof body === 'object' && body !== null ? Object.keys(body) : [];
      if (names.length > 0) throw unknownFields(names);
    }
    return next.handle();
  }
}

function takesBody(controller: object, handler: string): boolean {
  const given: unknown = Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, handler);
  return Object.keys(given ?? {}).some((key) => key.startsWith(`${String(RouteParamtypes.BODY)}:`));
}
