import { Injectable } from '@nestjs/common';
import type { Mention } from '../../../evidence/mentions.js';
import type { Actor } from '../../../identity/actor.js';
import { OrganisationMentions } from '../../../organisations/finding/organisation-mentions.js';
import { addressWith } from '../../../web/list-request.js';
import { plural } from '../../../web/words.js';
import { claimCard } from '../claim-card.js';
import { ClaimsQueries, type PlacedClaim } from './claims.queries.js';

const MOST_ON_A_PAGE = 25;

/** What sources say that concerns an organisation, for its page. */
@Injectable()
export class ClaimsOfOrganisations {
  constructor(
    private readonly claims: ClaimsQueries,
    mentions: OrganisationMentions,
  ) {
    mentions.about((actor, organisation) => this.of(actor, organisation));
  }

  /** The claims that name the organisation, with their marks, sources and cautions; the way to all of them comes last. */
  async of(actor: Actor, { key }: { readonly key: string }): Promise<readonly Mention[]> {
    const filter = { organisation: key };
    const [found, counts] = await Promise.all([
      this.claims.list(actor, filter, { limit: MOST_ON_A_PAGE, after: null }),
      this.claims.counts(actor, filter),
    ]);
    const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
    if (all === 0) return [];
    const text = `${plural(all, 'claim')} that ${all === 1 ? 'concerns' : 'concern'} it, with figures and what contradicts`;
    return [
      ...found.items.map(mentionOf),
      { text: `${text} ${all === 1 ? 'it' : 'them'}`, href: addressWith('/claims', filter) },
    ];
  }
}

function mentionOf(claim: PlacedClaim): Mention {
  const { text, marks, sources, cautions } = claimCard(claim);
  const doubts = marks.filter(({ tone }) => tone !== 'quiet');
  const about = marks.filter(({ tone }) => tone === 'quiet');
  return {
    text,
    href: `/claims/${claim.key}`,
    ...(doubts.length > 0 && { state: doubts.map((mark) => mark.text).join('. ') }),
    notes: [
      ...about.map((mark) => mark.text),
      ...sources.map(({ words }) => `Source: ${words}`),
      ...cautions,
    ],
  };
}
