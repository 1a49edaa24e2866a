import { Global, Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { actorOf } from '../identity/request-actor.js';
import { SecurityNotes } from '../identity/security/security-notes.js';
import { NotPermitted, SignInNeeded } from '../kernel/refusal.js';
import { Refusals } from '../web/errors/refusals.js';
import { Access } from './access.js';
import { AccessGuard } from './access.guard.js';
import { RouteBook } from './route-book.js';

/** What each actor may do. It evaluates and never writes. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [Access, RouteBook, { provide: APP_GUARD, useClass: AccessGuard }],
  exports: [Access, RouteBook],
})
export class AccessModule {
  /** An act that was refused to somebody who is signed in, and an access token that was refused, are noted for administrators. */
  constructor(refusals: Refusals, notes: SecurityNotes) {
    refusals.onRefusal(async (refusal, request, route) => {
      const { personId } = actorOf(request);
      const noted = { personId, route: route.slice(0, 200) };
      if (refusal instanceof NotPermitted && personId !== null)
        await notes.note({ kind: 'act-refused', ...noted });
      if (refusal instanceof SignInNeeded && request.headers.authorization !== undefined)
        await notes.note({ kind: 'sign-in-failed', ...noted });
    });
  }
}
