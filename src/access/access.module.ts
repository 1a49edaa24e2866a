import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { Access } from './access.js';
import { AccessGuard } from './access.guard.js';

/** What each actor may do. It evaluates and never writes. */
@Global()
@Module({
  providers: [Access, { provide: APP_GUARD, useClass: AccessGuard }],
  exports: [Access],
})
export class AccessModule {}
