import { Global, Module } from '@nestjs/common';
import { Door } from './door.js';
import { DoorQueries } from './door.queries.js';
import { Sessions } from './sessions.js';

/** Who is acting. It proves identity and keeps sessions; what a person may do is decided in access. */
@Global()
@Module({ providers: [Door, DoorQueries, Sessions], exports: [Door, DoorQueries, Sessions] })
export class IdentityModule {}
