/** What stopped a restore and what the database is like now, as sentences; PostgreSQL's reasons end without a full stop, ours with one. */
export function stoppedBecause(fault: unknown, state: string): string {
  const reason = fault instanceof Error ? fault.message : 'a fault';
  return `The restore stopped: ${reason.replace(/\.$/, '')}. ${state}`;
}
