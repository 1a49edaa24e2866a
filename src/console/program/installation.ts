import type { Command } from 'commander';
import type { RunningCommand } from './running-command.js';

/** Commands about this installation: its database, files, log and backups. */
export function addInstallationCommands(program: Command, run: RunningCommand): void {
  program
    .command('migrate')
    .description('bring the database to the newest schema')
    .option(
      '--new-password',
      "give the application's own login the password that follows from these settings",
    )
    .action(
      run(async (options: { newPassword?: boolean }) =>
        (await import('../installing/migrate.command.js')).migrateCommand(options),
      ),
    );
  program
    .command('seed')
    .description('load the demo world; a second time it changes nothing')
    .action(run(async () => (await import('../seed.command.js')).seedCommand()));
  program
    .command('verify')
    .description('compute every leaf hash anew, and compare the log with the records and the stored files')
    .action(run(async () => (await import('../verify.command.js')).verifyCommand()));
  program
    .command('doctor')
    .description('look at what Candour needs on this machine')
    .action(run(async () => (await import('../doctor/doctor.command.js')).doctorCommand()));
  program
    .command('assets')
    .description(
      'prepare stylesheet and scripts beside the code, for an installation that cannot be written to',
    )
    .action(run(async () => (await import('../installing/assets.command.js')).assetsCommand()));
  program
    .command('backup')
    .description('write every row and every file into one file; keys are left out')
    .argument('<file>', 'a file that is not there yet')
    .action(run(async (file: string) => (await import('../backup/backup.command.js')).backupCommand(file)));
  program
    .command('restore')
    .description('put a backup into an empty database and an empty folder, and verify it by the log')
    .argument('<file>', 'what candour backup wrote')
    .action(run(async (file: string) => (await import('../backup/restore.command.js')).restoreCommand(file)));
}
