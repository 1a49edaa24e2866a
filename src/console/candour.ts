import 'reflect-metadata';
import { Command } from 'commander';
import { Refusal } from '../kernel/refusal.js';
import { COULD_NOT_BE_DONE, printFault, sentencesOfRefusal } from './print-fault.js';
import { printResult, unusable, type CommandResult } from './command-result.js';
import type { TrustsToImport } from './loading/import-organisations.command.js';
import type { SuccessionToAdd } from './succession.command.js';
import type { TokenToCreate } from './token.command.js';
import type { AccountToReopen, RoleToChange, UserToAdd } from './user.command.js';
import { rulesCheckCommand, rulesExplainCommand, rulesListCommand } from './rules.command.js';

// Commands that need the whole of Candour are loaded when they are asked for, so that the others start at once.
const CANNOT_BE_USED = 2;

const program = new Command('candour')
  .description("The operator's command line of Candour.")
  .option('--json', 'print one JSON value instead of text')
  .addHelpText(
    'after',
    '\nExit codes: 0 all is well, 1 something was found, 2 unusable input, 3 could not be done.',
  )
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : CANNOT_BE_USED));

program
  .command('migrate')
  .description('bring the database to the newest schema')
  .option('--new-password', "give the application's own login the password that follows from these settings")
  .action(
    runningCommand(async (options: { newPassword?: boolean }) =>
      (await import('./installing/migrate.command.js')).migrateCommand(options),
    ),
  );
program
  .command('seed')
  .description('load the demo world; a second time it changes nothing')
  .action(runningCommand(async () => (await import('./seed.command.js')).seedCommand()));
program
  .command('verify')
  .description('compute every leaf hash anew, and compare the log with the records and the stored files')
  .action(runningCommand(async () => (await import('./verify.command.js')).verifyCommand()));
program
  .command('import-organisations')
  .description(
    'say what an edition of the published ODS file of NHS trusts would change; with --apply, import it',
  )
  .argument('<file>', 'the CSV file')
  .option(
    '--edition <date>',
    'of which month or day the edition is, such as 2026-01, where the name of the file does not say it',
  )
  .option('--allow <codes...>', 'codes of trusts that may be reopened or given back a former name')
  .option('--apply', 'import it')
  .action(
    runningCommand(async (file: string, options: TrustsToImport) =>
      (await import('./loading/import-organisations.command.js')).importOrganisationsCommand(file, options),
    ),
  );
const succession = program.command('succession').description('which organisation took over from which');
succession
  .command('add')
  .description('record that an organisation took over from another, with where it is said')
  .argument('<old>', 'the key or ODS code of the organisation that was followed')
  .argument('<new>', 'the key, ODS code or name of the organisation that took over')
  .requiredOption('--source <text>', 'where it is said: a document with its title and date, or its address')
  .option('--date <date>', 'when, as closely as the source says: 2024, 2024-10 or 2024-10-01')
  .action(
    runningCommand(async (from: string, to: string, options: SuccessionToAdd) =>
      (await import('./succession.command.js')).successionAddCommand(from, to, options),
    ),
  );
succession
  .command('withdraw')
  .description('take back what was recorded wrongly; it stays in the log')
  .argument('<old>', 'the key or ODS code of the organisation that was followed')
  .argument('<new>', 'the key or ODS code of the organisation that took over')
  .requiredOption('--reason <text>', 'why it was wrong')
  .action(
    runningCommand(async (from: string, to: string, options: { readonly reason: string }) =>
      (await import('./succession.command.js')).successionWithdrawCommand(from, to, options),
    ),
  );
program
  .command('doctor')
  .description('look at what Candour needs on this machine')
  .action(runningCommand(async () => (await import('./doctor/doctor.command.js')).doctorCommand()));

program
  .command('assets')
  .description(
    'prepare stylesheet and scripts beside the code, for an installation that cannot be written to',
  )
  .action(runningCommand(async () => (await import('./installing/assets.command.js')).assetsCommand()));
program
  .command('backup')
  .description('write every row and every file into one file; keys are left out')
  .argument('<file>', 'a file that is not there yet')
  .action(
    runningCommand(async (file: string) => (await import('./backup/backup.command.js')).backupCommand(file)),
  );
program
  .command('restore')
  .description('put a backup into an empty database and an empty folder, and verify it by the log')
  .argument('<file>', 'what candour backup wrote')
  .action(
    runningCommand(async (file: string) =>
      (await import('./backup/restore.command.js')).restoreCommand(file),
    ),
  );

const keys = program.command('keys').description('the keys that concerns are sealed to');
keys
  .command('make')
  .description('make the keys that are not there yet')
  .action(runningCommand(async () => (await import('./keys.command.js')).keysMakeCommand()));
keys
  .command('rotate')
  .description(
    'put new keys in the place of those in use, which stay for reading; a job seals to the new ones',
  )
  .action(runningCommand(async () => (await import('./keys.command.js')).keysRotateCommand()));

program
  .command('concern')
  .description('what people said')
  .command('erase')
  .description('destroy the words of a concern for good; that it came and what was done stays in the log')
  .argument('<reference>', 'the reference on its receipt, such as CND-7K2M-XQ4T')
  .requiredOption('--reason <text>', 'why; the log keeps it, so name nobody in it')
  .action(
    runningCommand(async (reference: string, options: { readonly reason: string }) =>
      (await import('./concern.command.js')).concernEraseCommand(reference, options),
    ),
  );

const user = program.command('user').description('people and what they hold');
user
  .command('add')
  .description('add a person, and print the code with which they join')
  .requiredOption('--name <name>', 'their name')
  .requiredOption('--email <address>', 'the address they sign in with')
  .option('--role <role>', 'a role to begin with')
  .option('--organisation <code>', 'the ODS code or key of the organisation the role is for')
  .action(
    runningCommand(async (options: UserToAdd) => (await import('./user.command.js')).userAddCommand(options)),
  );
user
  .command('role')
  .description('grant a role, or end one')
  .argument('<address>', 'the address the person signs in with')
  .option('--grant <role>', 'the role to grant')
  .option('--end <role>', 'the role to end')
  .option('--organisation <code>', 'the ODS code or key of the organisation the role is for')
  .option('--reason <text>', 'why; it is recorded', 'By the operator.')
  .action(
    runningCommand(async (address: string, options: RoleToChange) =>
      (await import('./user.command.js')).userRoleCommand(address, options),
    ),
  );
user
  .command('reopen')
  .description('remove a lost code generator, and print the code with which the person joins again')
  .argument('<address>', 'the address the person signs in with')
  .requiredOption('--reason <text>', 'why, and how you know that it is them who asks; it is recorded')
  .action(
    runningCommand(async (address: string, options: AccountToReopen) =>
      (await import('./user.command.js')).userReopenCommand(address, options),
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
    runningCommand(async (address: string, options: TokenToCreate) =>
      (await import('./token.command.js')).tokenCreateCommand(address, options),
    ),
  );

program
  .command('register')
  .description('what sources say of schemes, and the bodies behind them')
  .command('load')
  .description('load the sourced schemes, claims and bodies of a folder; a newer fact stays as it is')
  .argument('<folder>', 'the folder that holds sources.yaml')
  .option('--preview', 'show what would change, and load nothing')
  .action(
    runningCommand(async (folder: string, options: { readonly preview?: boolean }) =>
      (await import('./loading/register.command.js')).registerLoadCommand(folder, options),
    ),
  );

const framework = program.command('framework').description('editions of the framework: what a review asks');
framework
  .command('check')
  .description('say everything that is wrong with the file of an edition, without a database')
  .argument('<file>', 'the YAML file, such as frameworks/candour-2026-11.yaml')
  .action(
    runningCommand(async (file: string) =>
      (await import('./loading/framework.command.js')).frameworkCheckCommand(file),
    ),
  );
framework
  .command('publish')
  .description('publish an edition; once published it never changes')
  .argument('<file>', 'the YAML file')
  .action(
    runningCommand(async (file: string) =>
      (await import('./loading/framework.command.js')).frameworkPublishCommand(file),
    ),
  );

const rules = program
  .command('rules')
  .description('the rules about data sharing, and what they say of records');
rules.command('list').description('every rule').action(runningCommand(rulesListCommand));
rules
  .command('explain')
  .description('everything about one rule')
  .argument('<rule>', 'its id, such as R-A6-02')
  .action(runningCommand(rulesExplainCommand));
rules
  .command('check')
  .description('judge the flows of a file, without a database; with --json one object a line')
  .argument('<file>', 'flows in the structure of the published JSON Schema')
  .option('--as-at <day>', 'the day at which the rules stand, YYYY-MM-DD; today unless said')
  .action(
    runningCommand((file: string, { asAt }: { readonly asAt?: string }) =>
      rulesCheckCommand(file, asAt, asksForJson()),
    ),
  );

// Whoever reads the answer may have read enough: `candour rules list | head`.
process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
  process.exit(fault.code === 'EPIPE' ? 0 : COULD_NOT_BE_DONE);
});
await program.parseAsync();

/** Runs a command and prints its result; what it refuses is a sentence, what it faults on is a sentence too. */
function runningCommand<Given extends readonly unknown[]>(
  command: (...given: Given) => Promise<CommandResult>,
) {
  return async (...given: Given): Promise<void> => {
    try {
      printResult(await command(...given), asksForJson());
    } catch (fault) {
      if (fault instanceof Refusal && fault.status < 500)
        printResult(unusable(sentencesOfRefusal(fault)), asksForJson());
      else printFault(fault);
    }
  };
}

function asksForJson(): boolean {
  return program.opts()['json'] === true;
}
