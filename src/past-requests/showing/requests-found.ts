import { Injectable } from '@nestjs/common';
import { SearchRooms } from '../../deployments/finding/search-rooms.js';
import { addressWith } from '../../web/list-request.js';
import { requestCard } from './request-page.js';
import { PastRequestsQueries } from './past-requests.queries.js';

/** How many stand below the schemes that a search finds. */
const MOST_BELOW = 5;

/** Shows requests of the past below the schemes that the search of the register finds. */
@Injectable()
export class RequestsFound {
  constructor(requests: PastRequestsQueries, rooms: SearchRooms) {
    rooms.introduce(async (actor, q) => {
      const { items } = await requests.list(actor, { q }, { limit: MOST_BELOW, after: null });
      return {
        heading: 'Requests of the past, with these words',
        entries: items.map(requestCard).map(({ key, title, askedBy, askedOf, when }) => ({
          ...{ text: title, href: `/past-requests/${key}` },
          note: `Asked by: ${askedBy}. Asked: ${askedOf}. ${when === 'no date was found' ? 'No date was found' : when}.`,
        })),
        more: { text: 'Every request with these words', href: addressWith('/past-requests', { q }) },
      };
    });
  }
}
