import { Global, Module } from '@nestjs/common';
import { Ledger } from './ledger.js';

/** The one door for writes and the log of what was done. It never decides who may act: that is access. */
@Global()
@Module({ providers: [Ledger], exports: [Ledger] })
export class LedgerModule {}
