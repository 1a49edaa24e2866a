import { Injectable } from '@nestjs/common';
import { SchemeMentions } from '../../deployments/finding/scheme-mentions.js';
import { TrustMentions } from '../../deployments/trusts/trust-mentions.js';
import type { Mention } from '../../evidence/mentions.js';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import type { StateTag } from '../../web/state-tag.js';
import { promiseSummary } from './promise-summary.js';
import { PromisesQueries, type PromisedAbout } from './promises.queries.js';

/** Says on the pages of schemes and trusts how each promised publication stands, silence included. */
@Injectable()
export class PublicationMentioned {
  constructor(
    private readonly promises: PromisesQueries,
    private readonly clock: Clock,
    schemes: SchemeMentions,
    trusts: TrustMentions,
  ) {
    schemes.about((actor, { id }) => this.mentioned(actor, { deploymentId: id }));
    trusts.about((actor, { id }) => this.mentioned(actor, { organisationId: id }));
  }

  private async mentioned(actor: Actor, about: PromisedAbout): Promise<readonly Mention[]> {
    const promises = await this.promises.about(actor, about);
    return promises.map((row) => {
      const { href, publicity, standing, rating, round, deployment } = promiseSummary(
        row,
        this.clock.today(),
      );
      const words = rating ? `${publicity.text}, ${rating.text}` : wordsOf(publicity, standing);
      return { text: `${round}: ${deployment ?? 'no scheme'}`, href, state: words, isResult: true };
    });
  }
}

/** What became of the promise and, where the trust is silent or was late, that too. */
function wordsOf(publicity: StateTag, standing: StateTag): string {
  const isSilentOrLate = standing.tone === 'stop' || standing.tone === 'attention';
  return isSilentOrLate ? `${publicity.text}. ${standing.text}` : publicity.text;
}
