import { checking, type Act } from '../../ledger/act.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Unprocessable } from '../../kernel/refusal.js';
import { columns, select } from '../../platform/database/selection.js';
import { EvidenceItem } from './evidence-item.entity.js';

/**
 * Demands that every document a record names is there and open to the person who names it, so that no answer or score rests
 * on something nobody can look up. It reads in the act's own scope, where row-level security hides what is not open.
 */
export function citing(ids: readonly Uuid[], field = 'evidenceIds'): Act {
  const named = [...new Set(ids)];
  return checking(async (look) => {
    if (named.length === 0) return;
    const found = await look(ID.from('evidence.item e WHERE e.id = ANY ($1)', [named]));
    if (found.length < named.length)
      throw new Unprocessable([
        { field, text: 'Choose documents from the list: one that you named is not open to you' },
      ]);
  });
}

const ID = select(columns(EvidenceItem, 'e', 'id'));
