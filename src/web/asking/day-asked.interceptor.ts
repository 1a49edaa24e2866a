import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { noSuchDay, SHOWS_DAYS } from './day-asked.js';

/**
 * Refuses `?at=` wherever a record is shown only as it stands, so that nobody takes today's for that day's.
 */
@Injectable()
export class DayAskedInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { query, method } = context.switchToHttp().getRequest<FastifyRequest>();
    const isAsked = typeof query === 'object' && query !== null && 'at' in query;
    const reads = method === 'GET' || method === 'HEAD';
    if (
      isAsked &&
      reads &&
      this.reflector.get<boolean | undefined>(SHOWS_DAYS, context.getHandler()) !== true
    )
      throw noSuchDay(
        'This is shown only as it stands today. Leave “at” out of the address. A scheme’s own page and its address in the API take it',
      );
    return next.handle();
  }
}
