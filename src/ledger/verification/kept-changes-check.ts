import type { Discrepancy } from './discrepancy.js';
import type { FurtherReport } from './further-check.js';
import type { ChangeDifference, VerificationQueries } from './verification.queries.js';

/** Holds what is kept of what public records said before to what the log tells of the same changes. */
export async function checkKeptChanges(queries: VerificationQueries): Promise<FurtherReport> {
  const looked = await queries.keptChanges();
  const differences = await queries.changeDifferences();
  return { looked, discrepancies: differences.map(asDiscrepancy) };
}

function asDiscrepancy(difference: ChangeDifference): Discrepancy {
  const { subjectKind: kind, subjectId: id, eventId } = difference;
  return { about: { kind, id }, event: eventId, finding: inWords(difference) };
}

function inWords({ field, revision, kept, told, differs }: ChangeDifference): string {
  const at = `"${field}" at revision ${String(revision)}`;
  if (!kept) return `The log tells a change of ${at}, and what it said before is not kept.`;
  if (!told) return `A change of ${at} is kept, and the log tells none.`;
  return `What is kept of the change of ${at} is not what the log tells: ${differs.join(', ')}.`;
}
