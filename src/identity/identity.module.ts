import { Global, Module } from '@nestjs/common';
import { Attempts } from './attempts.js';
import { CodesService } from './codes.service.js';
import { Door } from './door.js';
import { DoorQueries } from './door.queries.js';
import { ProofsQueries } from './proofs.queries.js';
import { Seals } from './seals.js';
import { Sessions } from './sessions.js';
import { SignIn } from './sign-in.service.js';
import { SpentCodes } from './spent-codes.js';

const FOR_OTHERS = [CodesService, Door, DoorQueries, Seals, Sessions, SignIn, SpentCodes];

/** Who is acting. It proves identity and keeps sessions; what a person may do is decided in access. */
@Global()
@Module({ providers: [...FOR_OTHERS, Attempts, ProofsQueries], exports: FOR_OTHERS })
export class IdentityModule {}
