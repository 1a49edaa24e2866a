import { Injectable } from '@nestjs/common';
import { Background } from '../../evidence/background.js';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import type { DeploymentDetail } from '../finding/deployment-view.js';
import { SchemeSections, type SchemeSection } from '../finding/scheme-sections.js';
import { factOfChange, factsOfScheme, factsOfSections } from './dated-fact.js';
import { timeLineOf, type TimeLine } from './time-line.js';

/** Puts together what is dated of a scheme, whoever holds it. */
@Injectable()
export class SchemeTimeLine {
  constructor(
    private readonly background: Background,
    private readonly sections: SchemeSections,
    private readonly clock: Clock,
  ) {}

  /** The time line of a scheme, as far as this actor may read of it. */
  async of(actor: Actor, scheme: DeploymentDetail): Promise<TimeLine> {
    return this.from(actor, scheme, await this.sections.of(actor, scheme));
  }

  /** The same, from sections that were read already. */
  async from(actor: Actor, scheme: DeploymentDetail, sections: readonly SchemeSection[]): Promise<TimeLine> {
    const around = await this.background.of(actor);
    const own = [...factsOfScheme(scheme), ...factsOfSections(sections)];
    return timeLineOf(own, around.map(factOfChange), this.clock.today());
  }
}
