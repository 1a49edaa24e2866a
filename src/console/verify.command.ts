import { Verification, type VerificationReport } from '../ledger/verification/verification.js';
import { describeRef } from '../kernel/record-ref.js';
import { plural } from '../web/words.js';
import { succeeded, foundFaults, type CommandResult } from './command-result.js';
import { withCandour } from './candour-context.js';

const MOST_LINES = 100;

/** `candour verify`: computes every leaf hash anew and compares the log with the records. */
export async function verifyCommand(): Promise<CommandResult> {
  const report = await withCandour((candour) => candour.get(Verification).run());
  const looked = `Checked ${report.events} events about ${report.records} records of ${report.kinds} kinds.`;
  if (report.discrepancies.length === 0) return succeeded([looked, 'Everything agrees.'], asJson(report));
  const shown = report.discrepancies
    .slice(0, MOST_LINES)
    .map(
      ({ about, event, finding }) => `  ${describeRef(about)}${event ? `, event ${event}` : ''}: ${finding}`,
    );
  const summary = `${plural(report.discrepancies.length, 'thing does', 'things do')} not agree:`;
  return foundFaults([looked, summary, ...shown], asJson(report));
}

function asJson({ events, records, kinds, discrepancies }: VerificationReport): CommandResult['json'] {
  return {
    events,
    records,
    kinds,
    discrepancies: discrepancies.map(({ about, event, finding }) => ({
      kind: about.kind,
      id: about.id,
      event,
      finding,
    })),
  };
}
