import type { Json } from '../kernel/canonical-json.js';

/** How a command ends: 0 all is well, 1 something was found, 2 what was given cannot be used, 3 it could not be done. */
export type ExitCode = 0 | 1 | 2 | 3;

/** What a command prints for the operator: lines for a person, or one JSON value for a program. */
export interface CommandResult {
  readonly exitCode: ExitCode;
  readonly lines: readonly string[];
  /** One value; null when there is nothing to print, or the command has printed its JSON line by line already. */
  readonly json: Json;
}

/** All went well. */
export function succeeded(lines: readonly string[], json: Json): CommandResult {
  return { exitCode: 0, lines, json };
}

/** The command worked, and what it looked at is not well. */
export function foundFaults(lines: readonly string[], json: Json): CommandResult {
  return { exitCode: 1, lines, json };
}

/** What was given cannot be used; nothing was changed. A program finds every fault by itself in `faults`. */
export function unusable(lines: readonly string[]): CommandResult {
  return { exitCode: 2, lines, json: { error: lines.join(' '), faults: [...lines] } };
}

/** Prints the result, to standard error when it is not good news for a person, and sets the exit code. */
export function printResult(result: CommandResult, asJson: boolean): void {
  process.exitCode = result.exitCode;
  if (asJson) {
    if (result.json !== null) process.stdout.write(`${JSON.stringify(result.json)}\n`);
  } else {
    const stream = result.exitCode >= 2 ? process.stderr : process.stdout;
    stream.write(result.lines.map((line) => `${line}\n`).join(''));
  }
}
