import { Refusal, Unprocessable } from '../kernel/refusal.js';
import { StartFault } from '../platform/start-fault.js';

/** The exit code of a command that could not be done. */
export const COULD_NOT_BE_DONE = 3;

/** Says on standard error, in one sentence, why a command could not be done, and sets the exit code. */
export function printFault(fault: unknown): void {
  process.exitCode = COULD_NOT_BE_DONE;
  process.stderr.write(`${sentenceOf(fault)}\n`);
}

/** What a refusal says: each thing that needs attention, or its one sentence. */
export function sentencesOfRefusal(refusal: Refusal): string[] {
  const issues = refusal instanceof Unprocessable ? refusal.issues : [];
  return issues.length > 0 ? issues.map(({ text }) => text) : [refusal.detail];
}

function sentenceOf(fault: unknown): string {
  if (fault instanceof Refusal) return fault.detail;
  if (fault instanceof StartFault) return fault.message;
  return `This could not be done: ${fault instanceof Error ? fault.message : 'an unknown fault'}.`;
}
