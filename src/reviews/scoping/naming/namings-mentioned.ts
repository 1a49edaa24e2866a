import { Injectable } from '@nestjs/common';
import { SchemeMentions } from '../../../deployments/finding/scheme-mentions.js';
import { TrustMentions } from '../../../deployments/trusts/trust-mentions.js';
import type { Mention } from '../../../evidence/mentions.js';
import { NAMING_STANDING_WORDS, namingStanding } from './naming-standing.js';
import { NamingsQueries, type NamingRow } from './namings.queries.js';

/** Says on the page of a scheme that only sources know for whom it was named, and on the page of a trust for which schemes. */
@Injectable()
export class NamingsMentioned {
  constructor(namings: NamingsQueries, schemes: SchemeMentions, trusts: TrustMentions) {
    schemes.about(async (actor, { id, lead }) => {
      if (lead !== null) return [];
      const found = await namings.ofScheme(actor, id);
      return found.map((one) => mentionOf(one, `Taken to be a scheme of ${one.organisation}`));
    });
    trusts.about(async (actor, { id }) => {
      const found = await namings.ofTrust(actor, id);
      return found.map((one) => mentionOf(one, `Asked about “${one.scheme}”, which only sources know`));
    });
  }
}

function mentionOf(one: NamingRow, text: string): Mention {
  const { text: state } = NAMING_STANDING_WORDS[namingStanding(one)];
  return { text, href: `/rounds/${one.roundId}/named-schemes/${one.id}`, state };
}
