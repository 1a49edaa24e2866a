import { ROLES, type Role } from '../identity/roles.js';
import type { Uuid } from '../kernel/identifiers.js';
import type { SqlStatement } from '../platform/database/database.js';
import { letterTo } from '../platform/mail/letter.js';

/** What a person is told of their account: by mail, and on their account page. */
export interface Notice {
  readonly subject: string;
  readonly body: string;
}

const NOT_YOU = 'If you did not expect this, tell an administrator today.';
const SIGN_IN_AGAIN = 'You have been signed out everywhere. Sign in again to go on.';

/** Tells the person, inside the act's own transaction: the notice exists exactly when the act was done. */
export function noticeTo(personId: Uuid, { subject, body }: Notice): SqlStatement {
  return letterTo(personId, subject, body);
}

/** A role was given. */
export function roleGranted(role: Role): Notice {
  const { label, purpose, privileged } = ROLES[role];
  const more = privileged ? ' This role needs a code generator: you set it up when you next sign in.' : '';
  return {
    subject: `You now have the role ${label}`,
    body: `You have been given the role ${label}. ${purpose}${more}\n\n${SIGN_IN_AGAIN} ${NOT_YOU}`,
  };
}

/** A role was taken away. */
export function roleEnded(role: Role): Notice {
  const { label } = ROLES[role];
  return {
    subject: `You no longer have the role ${label}`,
    body: `Your role ${label} has ended. What you did in it stays recorded.\n\n${SIGN_IN_AGAIN}`,
  };
}

/** What needs no further words. */
export const NOTICES = {
  suspended: {
    subject: 'Your account is suspended',
    body: 'An administrator has suspended your account. What you did stays recorded. Ask an administrator why.',
  },
  readmitted: {
    subject: 'Your account is open again',
    body: `An administrator has opened your account again. ${NOT_YOU}`,
  },
  generatorRemoved: {
    subject: 'Your code generator was removed',
    body: `Two administrators have removed your code generator and your recovery codes. ${SIGN_IN_AGAIN} ${NOT_YOU}`,
  },
  joiningCodeMade: {
    subject: 'A new joining code was made for you',
    body: `Two administrators have made a new joining code, with which you can choose a new passphrase. They pass it to you themselves. ${NOT_YOU}`,
  },
  passphraseChosen: {
    subject: 'Your passphrase was changed',
    body: 'Your account has a new passphrase. If it was not you who chose it, tell an administrator today.',
  },
  generatorSetUp: {
    subject: 'Your code generator was set up',
    body: `Your account has a new code generator and new recovery codes. ${NOT_YOU}`,
  },
  recoveryCodesRenewed: {
    subject: 'Your recovery codes were replaced',
    body: `Your account has ten new recovery codes; the ones before no longer work. ${NOT_YOU}`,
  },
  tokenMade: {
    subject: 'An access token was made for your account',
    body: `Your account has a new access token for programs. ${NOT_YOU}`,
  },
  openedAgain: {
    subject: 'Your account was opened again',
    body: `The operator has removed your code generator and made a new joining code for you. ${SIGN_IN_AGAIN} ${NOT_YOU}`,
  },
  countersignatureWanted: {
    subject: 'A request about an account waits for you',
    body: 'Another administrator asks for something that needs two. Sign in and look under People to countersign or refuse it.',
  },
} as const satisfies Record<string, Notice>;
