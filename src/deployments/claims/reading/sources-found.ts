import { Injectable } from '@nestjs/common';
import { codesTyped, pageOfSource } from '../../../evidence/sources/source-codes.js';
import { SourcesQueries } from '../../../evidence/sources/sources.queries.js';
import { addressWith } from '../../../web/list-request.js';
import { SearchRooms } from '../../finding/search-rooms.js';

/** Leads whoever types a code of a source, such as "45 X2", from the search of the register to the source. */
@Injectable()
export class SourcesFound {
  constructor(sources: SourcesQueries, rooms: SearchRooms) {
    rooms.introduce(async (actor, q) => {
      const found = await sources.coded(actor, codesTyped(q));
      return {
        heading: found.length === 1 ? 'The source with this code' : 'Sources with these codes',
        entries: found.map(({ ref, title, publisher }) => ({
          ...{ text: `${ref}: ${title}`, href: pageOfSource(ref) },
          note: `${publisher}. Its page tells everything that cites it.`,
        })),
        more: { text: 'Every source with these words', href: addressWith('/sources', { q }) },
      };
    });
  }
}
