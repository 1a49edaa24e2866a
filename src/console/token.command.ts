import { OPERATOR } from '../identity/actor.js';
import { MakeToken } from '../memberships/account/account.forms.js';
import { TokensService } from '../memberships/account/tokens.service.js';
import { succeeded, type CommandResult } from './command-result.js';
import { withCandour } from './candour-context.js';
import { readInput } from './read-input.js';
import { personOf } from './user.command.js';

/** What a token is for, how many days it works as the operator typed it, and whether it may change anything. */
export interface TokenToCreate {
  readonly name: string;
  readonly days: string;
  readonly write?: boolean;
}

/** `candour token create`: makes an access token for a person and prints it once. */
export function tokenCreateCommand(email: string, options: TokenToCreate): Promise<CommandResult> {
  return withCandour(async (candour) => {
    const scope = options.write === true ? 'write' : 'read';
    const { name, days } = readInput(MakeToken, { name: options.name, days: Number(options.days), scope });
    const { id: personId } = await personOf(candour, email);
    const { token, expiresOn } = await candour.get(TokensService).create(OPERATOR, {
      personId,
      name,
      days,
      mayWrite: scope === 'write',
    });
    return succeeded([`It works until ${expiresOn} and cannot be shown again:`, `  ${token}`], {
      token,
      expiresOn,
    });
  });
}
