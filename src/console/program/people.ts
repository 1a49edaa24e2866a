import type { Command } from 'commander';
import type { TokenToCreate } from '../token.command.js';
import type { AccountToReopen, RoleToChange, UserToAdd } from '../user.command.js';
import type { RunningCommand } from './running-command.js';

/** Commands about people: their accounts, roles and access tokens. */
export function addPeopleCommands(program: Command, run: RunningCommand): void {
  const user = program.command('user').description('people and what they hold');
  user
    .command('add')
    .description('add a person, and print the code with which they join')
    .requiredOption('--name <name>', 'their name')
    .requiredOption('--email <address>', 'the address they sign in with')
    .option('--role <role>', 'a role to begin with')
    .option('--organisation <code>', 'the ODS code or key of the organisation the role is for')
    .action(run(async (options: UserToAdd) => (await import('../user.command.js')).userAddCommand(options)));
  user
    .command('role')
    .description('grant a role, or end one')
    .argument('<address>', 'the address the person signs in with')
    .option('--grant <role>', 'the role to grant')
    .option('--end <role>', 'the role to end')
    .option('--organisation <code>', 'the ODS code or key of the organisation the role is for')
    .option('--reason <text>', 'why; it is recorded', 'By the operator.')
    .action(
      run(async (address: string, options: RoleToChange) =>
        (await import('../user.command.js')).userRoleCommand(address, options),
      ),
    );
  user
    .command('reopen')
    .description('remove a lost code generator, and print the code with which the person joins again')
    .argument('<address>', 'the address the person signs in with')
    .requiredOption('--reason <text>', 'why, and how you know that it is them who asks; it is recorded')
    .action(
      run(async (address: string, options: AccountToReopen) =>
        (await import('../user.command.js')).userReopenCommand(address, options),
      ),
    );
  program
    .command('token')
    .description('access tokens for the API')
    .command('create')
    .description('make an access token, and print it once')
    .argument('<address>', 'the address the person signs in with')
    .requiredOption('--name <name>', 'what it is for')
    .option('--days <number>', 'how many days it works, 365 at most', '30')
    .option('--write', 'it may also change what the person may change')
    .action(
      run(async (address: string, options: TokenToCreate) =>
        (await import('../token.command.js')).tokenCreateCommand(address, options),
      ),
    );
}
