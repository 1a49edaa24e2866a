import { NotPermitted, OutOfTurn, Unavailable, Unprocessable } from '../kernel/refusal.js';

const ONE_RULE_BROKEN = new Set(['23505', '23514', '23P01', '23503']);
const CANNOT_BE_STORED = new Set(['22021', '22P05']);
const TRY_AGAIN = new Set(['40001', '40P01', '55P03', '57014']);

/**
 * What PostgreSQL refused, as a person should read it. Constraints are named as sentences, so that the rule that was
 * broken speaks for itself; whatever is not a known refusal stays a fault.
 */
export function refusalOfDatabase(fault: unknown): unknown {
  const { code, constraint } = databaseFault(fault);
  if (code === undefined) return fault;
  if (code === '42501') return new NotPermitted();
  if (TRY_AGAIN.has(code)) return new Unavailable();
  if (CANNOT_BE_STORED.has(code))
    return new Unprocessable([
      { field: '', text: 'The text holds a character that cannot be stored. Remove it.' },
    ]);
  if (ONE_RULE_BROKEN.has(code) && constraint?.includes(' ') === true)
    return new OutOfTurn(`This was not saved, because ${constraint}.`);
  return fault;
}

function databaseFault(fault: unknown): { code?: string; constraint?: string } {
  const cause: unknown = fault instanceof Error && 'driverError' in fault ? fault.driverError : fault;
  if (!(cause instanceof Error)) return {};
  return {
    ...('code' in cause && typeof cause.code === 'string' ? { code: cause.code } : {}),
    ...('constraint' in cause && typeof cause.constraint === 'string'
      ? { constraint: cause.constraint }
      : {}),
  };
}
