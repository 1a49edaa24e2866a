import { Global, Module } from '@nestjs/common';
import { Attempts } from './proofs/attempts.js';
import { CodesService } from './proofs/codes.service.js';
import { RequestAuthentication } from './sessions/request-authentication.js';
import { ActorsQueries } from './sessions/actors.queries.js';
import { EngagementsQueries } from './sessions/engagements.queries.js';
import { ProofsQueries } from './proofs/proofs.queries.js';
import { Seals } from './proofs/seals.js';
import { SecurityNotes } from './security/security-notes.js';
import { SessionMarks } from './sessions/session-marks.js';
import { Sessions } from './sessions/sessions.js';
import { SignIn } from './proofs/sign-in.service.js';
import { SpentCodes } from './proofs/spent-codes.js';

const FOR_OTHERS = [
  CodesService,
  RequestAuthentication,
  ActorsQueries,
  Seals,
  SecurityNotes,
  Sessions,
  SignIn,
  SpentCodes,
];

/** Who is acting. It proves identity and keeps sessions; what a person may do is decided in access. */
@Global()
@Module({
  providers: [...FOR_OTHERS, Attempts, EngagementsQueries, ProofsQueries, SessionMarks],
  exports: FOR_OTHERS,
})
export class IdentityModule {}
