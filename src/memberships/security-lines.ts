import { Injectable, Logger } from '@nestjs/common';
import { Ledger } from '../ledger/ledger.js';

/** What is done to an account and belongs into the log of the process too, by kind of record. */
const TOLD: Readonly<Record<string, readonly string[]>> = {
  membership: ['grant', 'grant as second', 'end'],
  'access-token': ['create', 'revoke'],
  person: ['suspend', 'readmit'],
  credential: ['invite', 'remove'],
};

/** Writes a line of the log for each act about an account: what, to which record, in which post. Nobody is named. */
@Injectable()
export class SecurityLines {
  private readonly log = new Logger('Security');

  constructor(ledger: Ledger) {
    ledger.onDone(({ kind, id, action, post }) => {
      if (TOLD[kind]?.includes(action)) this.log.log({ event: `${kind} ${action}`, record: id, post });
    });
  }
}
