import { Injectable } from '@nestjs/common';
import type { DeploymentDetail } from '../../deployments/finding/deployment-view.js';
import { SchemeMentions } from '../../deployments/finding/scheme-mentions.js';
import { TrustMentions } from '../../deployments/trusts/trust-mentions.js';
import type { Mention } from '../../evidence/mentions.js';
import type { Actor } from '../../identity/actor.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { day } from '../../web/words.js';
import { PastRequestsQueries, type RequestOfTrust } from './past-requests.queries.js';
import { toldAnswer } from './told-answer.js';

/** Says on the page of a trust, and of a scheme in which it took part, what it was asked and whether an answer is known. */
@Injectable()
export class RequestsMentioned {
  constructor(
    private readonly requests: PastRequestsQueries,
    trusts: TrustMentions,
    schemes: SchemeMentions,
  ) {
    trusts.about((actor, { id }) => this.mentioned(actor, [id]));
    schemes.about((actor, scheme) => this.mentioned(actor, trustsOf(scheme)));
  }

  private async mentioned(actor: Actor, trusts: readonly Uuid[]): Promise<readonly Mention[]> {
    return trusts.length === 0 ? [] : (await this.requests.of(actor, trusts)).flatMap(mentionOf);
  }
}

/** The trust that answers for a scheme, and those that took part in it. */
function trustsOf({ lead, agencies }: DeploymentDetail): readonly Uuid[] {
  const joined = agencies.filter(({ part, withdrawnOn }) => part === 'TRUST' && withdrawnOn === null);
  return [
    ...new Set([...(lead ? [lead.id] : []), ...joined.flatMap(({ organisation }) => organisation?.id ?? [])]),
  ];
}

function mentionOf({ key, title, madeOn, trust, answers }: RequestOfTrust): readonly Mention[] {
  if (trust === null) return [];
  const when = madeOn === null ? '' : `, ${day(madeOn)}`;
  return [
    {
      text: `${title}${when}: ${trust.nameThen ?? trust.name}`,
      href: `/past-requests/${key}#${trust.key}`,
      state: toldAnswer(trust.gave, answers).words,
    },
  ];
}
