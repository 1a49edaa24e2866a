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
  const framework = program.command('framework').description('editions of the framework: what a review asks');
  framework
    .command('check')
    .description('say everything that is wrong with the file of an edition, without a database')
    .argument('<file>', 'the YAML file, such as frameworks/candour-2026-11.yaml')
    .action(
      run(async (file: string) =>
        (await import('../loading/framework.command.js')).frameworkCheckCommand(file),
      ),
    );
  framework
    .command('publish')
    .description('publish an edition; once published it never changes')
    .argument('<file>', 'the YAML file')
    .action(
      run(async (file: string) =>
        (await import('../loading/framework.command.js')).frameworkPublishCommand(file),
      ),
    );
}
