import { Injectable } from '@nestjs/common';
import { Background } from '../../evidence/background.js';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import type { DeploymentDetail } from '../finding/deployment-view.js';
import { factOfChange, factsOfScheme } from './dated-fact.js';
import { timeLineOf, type TimeLine } from './time-line.js';

/** Puts together what is dated of a scheme, whoever holds it. */
@Injectable()
export class SchemeTimeLine {
  constructor(
    private readonly background: Background,
    private readonly clock: Clock,
  ) {}

  /** The time line of a scheme, as far as this actor may read of it. */
  async of(actor: Actor, scheme: DeploymentDetail): Promise<TimeLine> {
    const around = await this.background.of(actor);
    return timeLineOf(factsOfScheme(scheme), around.map(factOfChange), this.clock.today());
  }
}
