import 'reflect-metadata';
import { Command } from 'commander';
import { COULD_NOT_BE_DONE } from './print-fault.js';
import { addFactsCommands } from './program/facts.js';
import { addInstallationCommands } from './program/installation.js';
import { addIntakeCommands } from './program/intake.js';
import { addJudgingCommands } from './program/judging.js';
import { addOrganisationsCommands } from './program/organisations.js';
import { addPeopleCommands } from './program/people.js';
import { runningFor } from './program/running-command.js';

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

const run = runningFor(program);
const commands = [
  addInstallationCommands,
  addOrganisationsCommands,
  addFactsCommands,
  addIntakeCommands,
  addPeopleCommands,
  addJudgingCommands,
];
commands.forEach((add) => add(program, run));

// Whoever reads the answer may have read enough: `candour rules list | head`.
process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
  process.exit(fault.code === 'EPIPE' ? 0 : COULD_NOT_BE_DONE);
});
await program.parseAsync();
