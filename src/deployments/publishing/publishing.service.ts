import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { Actor } from '../../identity/actor.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { changing, type Act, type Look } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import {
  recordedKind,
  tableOf,
  type RecordedClass,
  type RecordedEntity,
} from '../../platform/database/recorded.js';
import { select, sql, type Column } from '../../platform/database/selection.js';
import { Claim } from '../claims/claim.entity.js';
import { DeploymentAgency } from '../deployment-agency.entity.js';
import { DeploymentName } from '../deployment-name.entity.js';
import { DeploymentPlace } from '../deployment-place.entity.js';
import { Entries } from '../entries/entries.js';
import { Deployment } from '../deployment.entity.js';
import { Halt } from '../life-cycle/steps/halt.entity.js';
import { Transition } from '../life-cycle/steps/transition.entity.js';
import { lockedDeployment } from '../locked-deployment.js';
import { Screening } from '../screening/classification/screening.entity.js';

/** How a trust opens its draft to everyone. */
@Injectable()
export class PublishingService {
  constructor(
    private readonly ledger: Ledger,
    private readonly access: Access,
    private readonly entries: Entries,
  ) {}

  /**
   * A trust opens its draft, and everything in it, to everyone.
   * @throws OutOfTurn when it is not screened yet, or open already.
   */
  async publish(actor: Actor, id: Uuid, expected: number | null = null): Promise<void> {
    await this.ledger.decide(actor, async ({ look, perform }) => {
      await lockedDeployment(look, id, (seen) => this.access.require(actor, 'publish', seen));
      const [parts] = await look(PARTS.within((list) => `SELECT ${list}`, [id]));
      const entries = await this.openingEntries(look, id);
      const isScreened = (parts?.screenings.length ?? 0) > 0;
      await perform(
        changing('publish', Deployment, id, { change: (one) => one.publish(isScreened), expected }),
        ...opening(DeploymentName, parts?.names),
        ...opening(DeploymentAgency, parts?.agencies),
        ...opening(DeploymentPlace, parts?.places),
        ...opening(Claim, parts?.claims),
        ...opening(Screening, parts?.screenings),
        ...opening(Transition, parts?.transitions),
        ...opening(Halt, parts?.halts),
        ...entries,
      );
    });
  }

  /** The acts that open every entry, of whatever kind. */
  private async openingEntries(look: Look, id: Uuid): Promise<readonly Act[]> {
    const kinds = this.entries.kinds.map(({ recorded }) => recorded);
    const lists = kinds.map((kind) => [recordedKind(kind).kind, idsOf(kind, STANDING)] as const);
    const [ids] = await look(select(Object.fromEntries(lists)).within((list) => `SELECT ${list}`, [id]));
    return kinds.flatMap((kind) => opening(kind, ids?.[recordedKind(kind).kind]));
  }
}

/** What was withdrawn from the draft never becomes public. */
const STANDING = ' AND p.withdrawn_on IS NULL';

const PARTS = select({
  names: idsOf(DeploymentName, STANDING),
  agencies: idsOf(DeploymentAgency, STANDING),
  places: idsOf(DeploymentPlace, STANDING),
  claims: idsOf(Claim, STANDING),
  screenings: idsOf(Screening),
  transitions: idsOf(Transition),
  halts: idsOf(Halt),
});

function idsOf(kind: RecordedClass, which = ''): Column<readonly Uuid[]> {
  return sql(`ARRAY(SELECT p.id FROM ${tableOf(kind)} p WHERE p.deployment_id = $1${which})`);
}

function opening<Part extends RecordedEntity & { publish(): void }>(
  kind: RecordedClass<Part>,
  ids: readonly Uuid[] = [],
): Act[] {
  return ids.map((id) => changing('publish', kind, id, { change: (part) => part.publish() }));
}
