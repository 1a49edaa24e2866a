import { Injectable } from '@nestjs/common';
import type { Uuid } from '../../kernel/identifiers.js';
import { Database } from '../../platform/database/database.js';
import { GATE } from '../actor-scope.js';

const FORGOTTEN_AFTER_STEPS = 10;

/** Remembers which codes were used, so that each works once, whoever is quicker. */
@Injectable()
export class SpentCodes {
  constructor(private readonly database: Database) {}

  /** Spends the code of a 30-second step; false when somebody has used it. Steps long past are forgotten. */
  async spendStep(credentialId: Uuid, step: number): Promise<boolean> {
    return this.spend(credentialId, step, step - FORGOTTEN_AFTER_STEPS);
  }

  /** Spends a code that has no time, such as a recovery code; false when it was used before. It is never forgotten. */
  async spendOnce(credentialId: Uuid): Promise<boolean> {
    return this.spend(credentialId, 0, 0);
  }

  private async spend(credentialId: Uuid, step: number, forgetBefore: number): Promise<boolean> {
    return this.database.write(GATE, async (manager) => {
      const spent: unknown = await manager.query(
        `INSERT INTO identity.spent_code (credential_id, step) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING step`,
        [credentialId, step],
      );
      await manager.query(
        'DELETE FROM identity.spent_code WHERE credential_id = $1 AND step > 0 AND step < $2',
        [credentialId, forgetBefore],
      );
      return Array.isArray(spent) && spent.length === 1;
    });
  }
}
