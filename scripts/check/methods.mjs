/**
 * Two promises about methods that only the compiler's own view of the whole can hold:
 * - every public method of a class in src has a caller in src or in a template; what only a test calls is not built;
 * - one act of a person is one transaction: no method reaches the ledger twice on one path, nor in a loop.
 * Prints each fault with its place, and exits non-zero when there is one. The folder to look at may be given.
 */
import { resolve } from 'node:path';
import { callsToTheLedger } from './methods/calls-to-the-ledger.mjs';
import { programOf } from './methods/program.mjs';
import { uncalledMethods } from './methods/uncalled-methods.mjs';

const program = programOf(resolve(process.argv[2] ?? '.'));
const faults = [...uncalledMethods(program), ...callsToTheLedger(program)].sort();
for (const fault of faults) console.log(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
