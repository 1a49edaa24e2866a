import { Verification, type VerificationReport } from '../ledger/verification/verification.js';
import { describeRef } from '../kernel/record-ref.js';
import { plural } from '../web/words.js';
import { succeeded, foundFaults, type CommandResult } from './command-result.js';
import { withCandour } from './candour-context.js';

const MOST_LINES = 100;

const LIMIT =
  'Log, records and files agree with one another. The log is not signed yet, so this does not show that nobody with every right ' +
  'to the database changed all of them together.';

/**
 * `candour verify`: computes every leaf hash anew, compares the log with the records and with what is kept of what they said
 * before, and every stored file with its fingerprint.
 */
export async function verifyCommand(): Promise<CommandResult> {
  const report = await withCandour((candour) => candour.get(Verification).run());
  const further = report.further
    .map(({ one, looksAt, looked }) => `, ${plural(looked, one, looksAt)}`)
    .join('');
  const looked = `Checked ${report.events} events about ${report.records} records of ${report.kinds} kinds${further}.`;
  if (report.discrepancies.length === 0)
    return succeeded([looked, 'Everything agrees.', LIMIT], asJson(report));
  const shown = report.discrepancies
    .slice(0, MOST_LINES)
    .map(
      ({ about, event, finding }) => `  ${describeRef(about)}${event ? `, event ${event}` : ''}: ${finding}`,
    );
  const summary = `${plural(report.discrepancies.length, 'thing does', 'things do')} not agree:`;
  return foundFaults([looked, summary, ...shown], asJson(report));
}

function asJson({
  events,
  records,
  kinds,
  further,
  discrepancies,
}: VerificationReport): CommandResult['json'] {
  return {
    events,
    records,
    kinds,
    ...Object.fromEntries(further.map(({ looksAt, looked }) => [looksAt, looked])),
    discrepancies: discrepancies.map(({ about, event, finding }) => ({
      kind: about.kind,
      id: about.id,
      event,
      finding,
    })),
  };
}
