import type { Uuid } from '../../kernel/identifiers.js';
import type { SqlStatement } from '../../platform/database/database.js';
import { tableOf, type RecordedClass } from '../../platform/database/recorded.js';
import { select, sql, type Column, type RowOf } from '../../platform/database/selection.js';
import { Influence } from '../record/influence.entity.js';
import { InvolvementPayment } from '../record/involvement-payment.entity.js';
import { Involvement } from '../record/involvement.entity.js';
import { ParticipantGroup } from '../record/participant-group.entity.js';
import type { PartOfCoProduction } from '../record/part-of-co-production.entity.js';
import { StageAccount } from '../record/stage-account.entity.js';

/** Finds the ids of what is not opened yet, by kind, for looking inside a transaction. */
export function unopenedParts(deploymentId: Uuid): SqlStatement<RowOf<typeof UNOPENED>> {
  return UNOPENED.within((list) => `SELECT ${list}`, [deploymentId]);
}

/** What was withdrawn before it was opened stays with its trust. */
const STANDING = ' AND p.withdrawn_on IS NULL';

const UNOPENED = select({
  involvements: unopened(Involvement, STANDING),
  groups: unopened(ParticipantGroup, STANDING),
  payments: unopened(InvolvementPayment, STANDING),
  influences: unopened(Influence, STANDING),
  accounts: unopened(StageAccount),
});

function unopened(kind: RecordedClass<PartOfCoProduction>, which = ''): Column<readonly Uuid[]> {
  return sql(
    `ARRAY(SELECT p.id FROM ${tableOf(kind)} p WHERE p.deployment_id = $1 AND NOT p.published${which})`,
  );
}
