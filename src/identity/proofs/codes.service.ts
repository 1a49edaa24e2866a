import { Injectable } from '@nestjs/common';
import type { Uuid } from '../../kernel/identifiers.js';
import { Settings } from '../../platform/settings/settings.js';
import { ProofsQueries, type GeneratorFound, type JoiningCodeFound } from './proofs.queries.js';
import { Seals } from './seals.js';
import { SpentCodes } from './spent-codes.js';
import { stepOfCode, timeCode, timeStep } from './time-code.js';

/** The codes of one person's code generator and their recovery codes: each is accepted once. */
@Injectable()
export class CodesService {
  constructor(
    private readonly proofs: ProofsQueries,
    private readonly spent: SpentCodes,
    private readonly seals: Seals,
    private readonly settings: Settings,
  ) {}

  /** True when the code is one of now or a step to either side, and nobody has used it. */
  async acceptTimeCode(personId: Uuid, code: string, at: Date): Promise<boolean> {
    const generator = await this.proofs.generator(personId);
    if (!generator) return false;
    const step = stepOfCode(this.secretOf(generator), code, at);
    return step !== null && this.spent.spendStep(generator.credentialId, step);
  }

  /** True when the code is one of the person's recovery codes, and was not used before. */
  async acceptRecoveryCode(personId: Uuid, code: string): Promise<boolean> {
    const found = await this.proofs.recoveryCode(personId, this.seals.fingerprint(code));
    return found !== null && this.spent.spendOnce(found.credentialId);
  }

  /** Whose joining code this is, when it was made on or after the day; null otherwise. */
  async joiningCode(email: string, code: string, notBefore: string): Promise<JoiningCodeFound | null> {
    return this.proofs.joiningCode(email, this.seals.fingerprint(code), notBefore);
  }

  /**
   * The code that the generator of an invented person shows now, because nobody holds their phone; the next one when
   * this one was used. Null for everybody real, and for everybody in production.
   */
  async codeInDemo(personId: Uuid, at: Date): Promise<string | null> {
    if (this.settings.mode !== 'demo') return null;
    const generator = await this.proofs.generator(personId);
    if (!generator?.fictional) return null;
    const now = timeStep(at);
    const used = await this.proofs.spentSteps(generator.credentialId, now - 1);
    const free = [0, 1, -1].find((later) => !used.has(now + later)) ?? 0;
    return timeCode(this.secretOf(generator), at, free);
  }

  private secretOf({ sealed, credentialId }: GeneratorFound): string {
    const secret = this.seals.open(sealed, generatorBinding(credentialId));
    if (secret === null)
      throw new Error('A code generator cannot be read: CANDOUR_SECRET is not the one it was sealed with.');
    return secret;
  }
}

/** What the sealed secret of a code generator is bound to. */
export function generatorBinding(credentialId: Uuid): string {
  return `identity.credential.secret of ${credentialId}`;
}
