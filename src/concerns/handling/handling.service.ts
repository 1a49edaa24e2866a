import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { newTimelessId, type Uuid } from '../../kernel/identifiers.js';
import { adding, changing } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { made } from '../../platform/database/recorded.js';
import { Concern } from '../concern.entity.js';
import { ConcernLink } from '../concern-link.entity.js';
import type { Theme } from '../theme.js';

/** Where a handler connects a concern to. */
export interface LinkTarget {
  readonly organisationId: Uuid | null;
  readonly deploymentId: Uuid | null;
  /** Codes of criteria of a framework edition. */
  readonly criteria: readonly string[];
}

/** What a concern handler does with a concern, apart from writing. */
@Injectable()
export class HandlingService {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  /** Notes what the concern is about. A held one is thereby taken into the ordinary queue. */
  async triage(actor: Actor, id: Uuid, themes: readonly Theme[]): Promise<void> {
    await this.change(actor, 'triage', { id, step: (concern, day) => concern.triage(day, themes) });
  }

  /** Takes a held concern into the ordinary queue. */
  async admit(actor: Actor, id: Uuid): Promise<void> {
    await this.change(actor, 'admit', { id, step: (concern, day) => concern.admit(day) });
  }

  /** Ends the work on a concern that was answered. */
  async close(actor: Actor, id: Uuid): Promise<void> {
    await this.change(actor, 'close', { id, step: (concern, day) => concern.close(day) });
  }

  /** Connects the concern with an organisation, a scheme and criteria; returns the id of the link. */
  async link(actor: Actor, id: Uuid, target: LinkTarget): Promise<Uuid> {
    const day = this.clock.today();
    const link = made(ConcernLink, {
      ...target,
      id: newTimelessId(),
      concernId: id,
      linkedOn: day,
      endedOn: null,
    });
    await this.ledger.perform(
      actor,
      changing('link', Concern, id, { change: (concern) => concern.link(day) }),
      adding('link', ConcernLink, link),
    );
    return link.id;
  }

  /** Takes a connection back. */
  async unlink(actor: Actor, linkId: Uuid): Promise<void> {
    const day = this.clock.today();
    await this.ledger.perform(
      actor,
      changing('unlink', ConcernLink, linkId, { change: (link) => link.end(day) }),
    );
  }

  private async change(
    actor: Actor,
    verb: string,
    { id, step }: { id: Uuid; step: (concern: Concern, day: string) => void },
  ): Promise<void> {
    const day = this.clock.today();
    await this.ledger.perform(
      actor,
      changing(verb, Concern, id, { change: (concern) => step(concern, day) }),
    );
  }
}
