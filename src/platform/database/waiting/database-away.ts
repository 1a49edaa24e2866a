import { Unavailable } from '../../../kernel/refusal.js';

/** 503: PostgreSQL does not answer, lets nobody in, or cannot do it now. Whoever keeps the service finds why in the log. */
export class DatabaseAway extends Unavailable {
  constructor(cause: unknown, detail?: string) {
    super(detail);
    this.cause = cause;
  }
}

/** What a person is told when the connection broke while their change was being kept: only the record can tell. */
export const PERHAPS_SAVED =
  'The service stopped while it was saving. Your change was saved whole or not at all: look whether it is there before you send it again.';

/**
 * A fault of PostgreSQL as what it is: away, when nothing is wrong with what was asked and a later try can succeed.
 * Every other fault is given back as it came.
 */
export function awayOr(fault: unknown): unknown {
  if (fault instanceof DatabaseAway) return fault;
  const cause: unknown = fault instanceof Error && 'driverError' in fault ? fault.driverError : fault;
  return isAway(cause) ? new DatabaseAway(cause) : fault;
}

/** True when the connection itself failed, so that nobody knows what became of the last statement. */
export function isBroken(fault: unknown): boolean {
  const cause: unknown = fault instanceof Error && 'driverError' in fault ? fault.driverError : fault;
  return isAway(cause) && !(cause instanceof Error && 'severity' in cause);
}

/**
 * Classes of SQLSTATE: connection exceptions (08), refused logins (28), insufficient resources such as a full disk (53),
 * interventions of an operator such as a shutdown or a time limit (57), and errors of the system beneath (58). Then
 * single states: no such database, a server that only reads, and time limits on locks and idle transactions.
 */
const AWAY_STATE = /^(08|28|53|57|58)...$|^(3D000|25006|55P03|25P03)$/;

const AWAY_SYSTEM = /^(ECONN|EHOST|ENET|ENOTFOUND|EAI_|EPIPE|ETIMEDOUT)/;

const AWAY_MESSAGE =
  /^(timeout exceeded when trying to connect|timeout expired|Query read timeout|Connection terminated|Client was closed|Client has encountered a connection error|Cannot use a pool after)/;

function isAway(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  if (cause instanceof AggregateError) return cause.errors.some(isAway);
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
  return AWAY_STATE.test(code) || AWAY_SYSTEM.test(code) || AWAY_MESSAGE.test(cause.message);
}
