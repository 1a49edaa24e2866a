import { Injectable } from '@nestjs/common';
import { CriteriaDomains } from '../../evidence/criteria-domains.js';
import { HistoryShown } from '../../evidence/history/history-shown.js';
import type { Actor } from '../../identity/actor.js';
import type { DeploymentDetail } from '../finding/deployment-view.js';
import { SchemeMentions } from '../finding/scheme-mentions.js';
import { SchemeSections } from '../finding/scheme-sections.js';
import { SchemeTimeLine } from '../time-line/scheme-time-line.js';
import { pictureOfTimeLine } from '../time-line/told-time-line.js';
import { answerOf } from './scheme-answer.js';

/** Brings together what a reader of a scheme's page is told beside the record itself. */
@Injectable()
export class SchemeReading {
  constructor(
    private readonly mentions: SchemeMentions,
    private readonly sections: SchemeSections,
    private readonly history: HistoryShown,
    private readonly timeLine: SchemeTimeLine,
    private readonly domains: CriteriaDomains,
  ) {}

  /** What every room says of it, what is contested, what changed, and its time line; nothing that the actor may not read. */
  async of(actor: Actor, scheme: DeploymentDetail) {
    const [mentions, sections, named] = await Promise.all([
      this.mentions.of(actor, scheme),
      this.sections.of(actor, scheme),
      this.domains.naming(actor),
    ]);
    const line = await this.timeLine.from(actor, scheme, sections);
    const beside = this.history.beside(scheme);
    const answer = answerOf(scheme, { mentions, sections, corrections: beside.corrections });
    return {
      mentions,
      ...beside,
      ...answer,
      sections: answer.sections.map((one) => ({ ...one, bearsOn: named(one.bearsOn) })),
      timeLine: pictureOfTimeLine(line, scheme),
    };
  }
}
