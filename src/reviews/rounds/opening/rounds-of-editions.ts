import { Injectable } from '@nestjs/common';
import { EditionMentions } from '../../../frameworks/editions/edition-mentions.js';
import { day } from '../../../web/words.js';
import { RoundsQueries } from '../rounds.queries.js';

/** Says on the page of an edition which rounds ask it. */
@Injectable()
export class RoundsOfEditions {
  constructor(queries: RoundsQueries, editions: EditionMentions) {
    editions.about(async (actor, { id }) =>
      (await queries.ofEdition(actor, id)).map(({ id: round, title, asAt, isVoided }) => ({
        ...{ text: title, href: `/rounds/${round}` },
        state: isVoided ? 'voided' : `of ${day(asAt)}`,
      })),
    );
  }
}
