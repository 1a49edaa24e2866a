import type { Command } from 'commander';
import type { TrustsToImport } from '../loading/import-organisations.command.js';
import type { SuccessionToAdd } from '../succession.command.js';
import type { RunningCommand } from './running-command.js';

/** Commands about organisations: the published files of trusts, and who followed whom. */
export function addOrganisationsCommands(program: Command, run: RunningCommand): void {
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
      run(async (file: string, options: TrustsToImport) =>
        (await import('../loading/import-organisations.command.js')).importOrganisationsCommand(
          file,
          options,
        ),
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
      run(async (from: string, to: string, options: SuccessionToAdd) =>
        (await import('../succession.command.js')).successionAddCommand(from, to, options),
      ),
    );
  succession
    .command('withdraw')
    .description('take back what was recorded wrongly; it stays in the log')
    .argument('<old>', 'the key or ODS code of the organisation that was followed')
    .argument('<new>', 'the key or ODS code of the organisation that took over')
    .requiredOption('--reason <text>', 'why it was wrong')
    .action(
      run(async (from: string, to: string, options: { readonly reason: string }) =>
        (await import('../succession.command.js')).successionWithdrawCommand(from, to, options),
      ),
    );
}
