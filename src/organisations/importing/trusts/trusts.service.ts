import { Injectable } from '@nestjs/common';
import { Access } from '../../../access/access.js';
import type { Actor } from '../../../identity/actor.js';
import { canonicalJson } from '../../../kernel/canonical-json.js';
import { Clock } from '../../../kernel/clock.js';
import { OutOfTurn } from '../../../kernel/refusal.js';
import { sha256 } from '../../../kernel/sha256.js';
import { Ledger } from '../../../ledger/ledger.js';
import { turnAt } from '../../../platform/database/taking-turns.js';
import { Organisation } from '../../organisation.entity.js';
import { importOfEdition } from './import-of-edition.js';
import { plannedBy, PlannedTrustsQueries, registerOfTrusts } from './planned-trusts.queries.js';
import { trustsFile, type HandedOver, type TrustsFile } from './trusts-file.js';
import type { TrustChange, TrustsPlan } from './trusts-plan.js';

/** What importing a file would change, with a hash by which the same answer is known again. */
export interface TrustsPreview extends Omit<TrustsPlan, 'acts'> {
  readonly edition: string;
  readonly seen: string;
}

/** What an import came to, counted in trusts; `left` were neither named by the file otherwise nor held back. */
export interface TrustsOutcome {
  readonly edition: string;
  readonly added: number;
  readonly renamed: number;
  readonly closed: number;
  readonly reopened: number;
  readonly corrected: number;
  readonly unchanged: number;
  readonly heldBack: number;
}

/** With what an import is asked for: the codes that were named, and what was seen before it, where somebody looked. */
export interface ImportTerms {
  readonly allowed?: readonly string[];
  readonly seen?: string | null;
}

/**
 * Imports editions of the published file of NHS trusts. Editions have direction: an older one than the newest is refused,
 * and no file reopens a trust or gives it back a former name unless its code is named.
 */
@Injectable()
export class TrustsService {
  constructor(
    private readonly ledger: Ledger,
    private readonly access: Access,
    private readonly clock: Clock,
    private readonly planned: PlannedTrustsQueries,
  ) {}

  /** What importing this file would do as things stand. @throws Unprocessable when it cannot be used, or is an older edition. */
  async preview(actor: Actor, handedOver: HandedOver): Promise<TrustsPreview> {
    this.access.require(actor, 'import', Organisation);
    const file = trustsFile(handedOver, this.clock.today());
    const { acts: _, ...plan } = await this.planned.plan(actor, file);
    return { ...plan, edition: file.edition.value, seen: hashOf(plan) };
  }

  /**
   * Imports the file in one transaction, whole or not at all; the same again changes nothing.
   * @throws Unprocessable as the preview does; OutOfTurn when the register has moved on since somebody looked.
   */
  async import(actor: Actor, handedOver: HandedOver, terms: ImportTerms = {}): Promise<TrustsOutcome> {
    this.access.require(actor, 'import', Organisation);
    const file = trustsFile(handedOver, this.clock.today());
    return this.ledger.decide(actor, async ({ look, perform }) => {
      await look(turnAt('an edition of trusts is imported'));
      const register = await registerOfTrusts(look);
      if ((terms.seen ?? null) !== null && terms.seen !== hashOf(plannedBy(register, file)))
        throw new OutOfTurn(
          'The register has changed since you looked. Hand the file over again and look at what it would do now.',
        );
      const plan = plannedBy(register, file, new Set(terms.allowed));
      if (!register.editions.holds(file)) await perform(importOfEdition(file, this.clock.today()));
      await perform(...plan.acts);
      return outcomeOf(file, plan);
    });
  }
}

function hashOf({ changes, heldBack }: Pick<TrustsPlan, 'changes' | 'heldBack'>): string {
  const told = (change: TrustChange): (string | null)[] => [
    change.code,
    change.kind,
    change.before,
    change.after,
  ];
  return sha256(canonicalJson([changes.map(told), heldBack.map(told)]));
}

function outcomeOf({ edition }: TrustsFile, { changes, heldBack, unchanged }: TrustsPlan): TrustsOutcome {
  const trusts = (...kinds: TrustChange['kind'][]): ReadonlySet<string> =>
    new Set(changes.filter(({ kind }) => kinds.includes(kind)).map(({ code }) => code));
  const others = trusts('added', 'renamed', 'named as before', 'closed', 'reopened');
  return {
    edition: edition.value,
    added: trusts('added').size,
    renamed: trusts('renamed', 'named as before').size,
    closed: trusts('closed').size,
    reopened: trusts('reopened').size,
    corrected: [...trusts('corrected')].filter((code) => !others.has(code)).length,
    unchanged,
    heldBack: new Set(heldBack.map(({ code }) => code)).size,
  };
}
