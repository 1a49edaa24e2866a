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
    schemes.about((actor, scheme) => this.mentionedOf(actor, scheme));
  }

  private async mentioned(actor: Actor, trusts: readonly Uuid[]): Promise<readonly Mention[]> {
    return (await this.requests.of(actor, trusts)).flatMap(mentionOf);
  }

  /** Where no source names a trust of a real scheme, that is said in the place of an answer. */
  private async mentionedOf(actor: Actor, scheme: DeploymentDetail): Promise<readonly Mention[]> {
    const trusts = trustsOf(scheme);
    if (trusts.length > 0) return this.mentioned(actor, trusts);
    if (scheme.fictional) return [];
    return (await this.requests.ofEveryTrust(actor)).map(({ key, title, madeOn }) => ({
      ...{ text: called(title, madeOn), href: `/past-requests/${key}#trusts` },
      state: 'No source names a trust of this scheme, so that no answer can be looked for',
    }));
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
  return [
    {
      text: `${called(title, madeOn)}: ${trust.nameThen ?? trust.name}`,
      href: `/past-requests/${key}#${trust.key}`,
      state: toldAnswer(trust.gave, answers).words,
    },
  ];
}

function called(title: string, madeOn: string | null): string {
  return madeOn === null ? title : `${title}, ${day(madeOn)}`;
}
