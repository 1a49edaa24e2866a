import { Global, Module } from '@nestjs/common';
import { Ledger } from './ledger.js';
import { Sendings } from './sendings.js';
import { VerificationQueries } from './verification/verification.queries.js';
import { Verification } from './verification/verification.js';

/** The one door for writes and the log of what was done. It never decides who may act: that is access. */
@Global()
@Module({ providers: [Ledger, Sendings, Verification, VerificationQueries], exports: [Ledger, Verification] })
export class LedgerModule {}
