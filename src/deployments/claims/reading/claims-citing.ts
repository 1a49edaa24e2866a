import { Injectable } from '@nestjs/common';
import {
  SourceRooms,
  type AskedSource,
  type CitingGroup,
  type RoomThatCites,
} from '../../../evidence/sources/source-rooms.js';
import type { Actor } from '../../../identity/actor.js';
import { addressWith } from '../../../web/list-request.js';
import { ClaimsQueries } from './claims.queries.js';

const MOST_ON_A_PAGE = 25;

/** The claims that cite a source, for the page of the source. */
@Injectable()
export class ClaimsCiting implements RoomThatCites {
  constructor(
    private readonly claims: ClaimsQueries,
    rooms: SourceRooms,
  ) {
    rooms.introduce(this);
  }

  async citing(actor: Actor, { codes }: AskedSource): Promise<readonly CitingGroup[]> {
    const filter = { sources: codes };
    const found = await this.claims.list(actor, filter, { limit: MOST_ON_A_PAGE, after: null });
    const all = addressWith('/claims', { source: codes[0] });
    return [
      {
        heading: 'Claims',
        entries: found.items.map(({ key, statement, scheme }) => ({
          text: scheme === null ? statement : `${statement} (${scheme.title})`,
          href: `/claims/${key}`,
        })),
        ...(found.next !== null && { more: { text: 'Every claim that cites it', href: all } }),
      },
    ];
  }

  told(): Promise<null> {
    return Promise.resolve(null);
  }
}
