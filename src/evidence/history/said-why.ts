import { Unprocessable } from '../../kernel/refusal.js';

/**
 * Demands a reason where something that everyone could read is changed; PostgreSQL demands it too.
 * @throws Unprocessable without one.
 */
export function mustSayWhy(isRead: boolean, reason: string | null): void {
  if (isRead && (reason ?? '').trim() === '')
    throw new Unprocessable([{ field: 'reason', text: 'Enter why you change what everyone could read' }]);
}
