import type { Command } from 'commander';
import type { RunningCommand } from './running-command.js';

/** Commands that load what sources say of schemes, and what a review asks. */
export function addFactsCommands(program: Command, run: RunningCommand): void {
  program
    .command('register')
    .description('what sources say of schemes, and the bodies behind them')
    .command('load')
    .description('load the sourced schemes, claims and bodies of a folder; a newer fact stays as it is')
    .argument('<folder>', 'the folder that holds sources.yaml')
    .option('--preview', 'show what would change, and load nothing')
    .action(
      run(async (folder: string, options: { readonly preview?: boolean }) =>
        (await import('../loading/register.command.js')).registerLoadCommand(folder, options),
      ),
    );
  addFrameworkCommands(program, run);
}

function addFrameworkCommands(program: Command, run: RunningCommand): void {
  const framework = program.command('framework').description('editions of the framework: what a review asks');
  framework
    .command('check')
    .description('say everything that is wrong with the file of an edition, without a database')
    .argument(
      '<file>',
      'YAML, a table (.csv) or an OSCAL catalog (.json), such as frameworks/candour-2026-12.yaml',
    )
    .action(
      run(async (file: string) =>
        (await import('../loading/framework.command.js')).frameworkCheckCommand(file),
      ),
    );
  framework
    .command('diff')
    .description('say what changed from one edition to another, without a database')
    .argument('<from>', 'the file of the earlier edition')
    .argument('<to>', 'the file of the later edition')
    .action(
      run(async (from: string, to: string) =>
        (await import('../loading/framework.command.js')).frameworkDiffCommand(from, to),
      ),
    );
  framework
    .command('export')
    .description('print an edition as a table or an OSCAL catalog, which is read again as the same edition')
    .argument('<edition>', 'the file of an edition, or the id of a published one, such as candour-2026-12')
    .option('--format <format>', 'csv or oscal', 'csv')
    .action(
      run(async (named: string, options: { readonly format?: string }) =>
        (await import('../loading/framework.command.js')).frameworkExportCommand(named, options),
      ),
    );
  framework
    .command('publish')
    .description('propose an edition, which an administrator then publishes; once published it never changes')
    .argument('<file>', 'YAML, a table (.csv) or an OSCAL catalog (.json)')
    .option('--dry-run', 'say what would be done, and do nothing')
    .action(
      run(async (file: string, options: { readonly dryRun?: boolean }) =>
        (await import('../loading/framework.command.js')).frameworkPublishCommand(file, options),
      ),
    );
}
