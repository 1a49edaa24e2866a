import type { Command } from 'commander';
import { Refusal } from '../../kernel/refusal.js';
import { printResult, unusable, type CommandResult } from '../command-result.js';
import { printFault, sentencesOfRefusal } from '../print-fault.js';

/** Makes of a command what the program runs: its result is printed, and what it refuses or faults on is a sentence. */
export type RunningCommand = <Given extends readonly unknown[]>(
  command: (...given: Given) => Promise<CommandResult>,
) => (...given: Given) => Promise<void>;

/** Runs commands for a person, or for a program that asks for JSON. */
export function runningFor(program: Command): RunningCommand {
  const asksForJson = (): boolean => program.opts()['json'] === true;
  return (command) =>
    async (...given) => {
      try {
        printResult(await command(...given), asksForJson());
      } catch (fault) {
        if (fault instanceof Refusal && fault.status < 500)
          printResult(unusable(sentencesOfRefusal(fault)), asksForJson());
        else printFault(fault);
      }
    };
}
