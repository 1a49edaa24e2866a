import type { Command } from 'commander';
import type { RunningCommand } from './running-command.js';

/** Commands about what people said: the keys it is sealed to, and its end. */
export function addIntakeCommands(program: Command, run: RunningCommand): void {
  const keys = program.command('keys').description('the keys that concerns are sealed to');
  keys
    .command('make')
    .description('make the keys that are not there yet')
    .action(run(async () => (await import('../keys.command.js')).keysMakeCommand()));
  keys
    .command('rotate')
    .description(
      'put new keys in the place of those in use, which stay for reading; a job seals to the new ones',
    )
    .action(run(async () => (await import('../keys.command.js')).keysRotateCommand()));
  program
    .command('concern')
    .description('what people said')
    .command('erase')
    .description('destroy the words of a concern for good; that it came and what was done stays in the log')
    .argument('<reference>', 'the reference on its receipt, such as CND-7K2M-XQ4T')
    .requiredOption('--reason <text>', 'why; the log keeps it, so name nobody in it')
    .action(
      run(async (reference: string, options: { readonly reason: string }) =>
        (await import('../concern.command.js')).concernEraseCommand(reference, options),
      ),
    );
}
