import type { SqlStatement } from '../platform/database/database.js';
import { wordsTyped } from '../platform/database/searching.js';
import { columns, select, type RowOf } from '../platform/database/selection.js';
import { Organisation } from './organisation.entity.js';

const LIKELY = select(columns(Organisation, 'o', 'id', 'key', 'name'));

/** An organisation of the register that may be meant by what was typed. */
export type LikelyOrganisation = RowOf<typeof LIKELY>;

const MOST_LIKELY = 8;

/** That an organisation is called so, in any spelling: its name, another or a former one, or its code. */
const IS_NAMED = `(o.ods_code = upper($1) OR search.folded(ARRAY[o.name]) = typed
  OR typed IN (SELECT search.folded(ARRAY[other]) FROM unnest(o.other_names || search.names_in(o.former_names)) AS other))`;

const TYPED = 'organisations.organisation o, search.folded(ARRAY[$1::text]) AS typed';

/** The organisations whose names or code are nearest to what was typed, those called so first; eight at most. */
export function organisationsLike(typed: string): SqlStatement<LikelyOrganisation> {
  return LIKELY.from(
    `${TYPED} WHERE search.word_similarity(typed, o.searched) > 0.4 OR ${IS_NAMED}
      ORDER BY ${IS_NAMED} DESC, search.word_similarity(typed, o.searched) DESC, o.name, o.id LIMIT ${String(MOST_LIKELY)}`,
    [wordsTyped(typed)],
  );
}

/** The organisations that are called so, two at most: whether one alone is. */
export function organisationsNamed(typed: string): SqlStatement<LikelyOrganisation> {
  return LIKELY.from(`${TYPED} WHERE ${IS_NAMED} ORDER BY o.id LIMIT 2`, [wordsTyped(typed)]);
}

/** The organisation of this key. */
export function organisationOfKey(key: string): SqlStatement<LikelyOrganisation> {
  return LIKELY.from('organisations.organisation o WHERE o.key = $1', [key.replaceAll('\0', '')]);
}
