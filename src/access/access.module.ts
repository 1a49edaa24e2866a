import { Global, Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
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
export class AccessModule {}
