import { Injectable } from '@nestjs/common';
import {
  SourceRooms,
  type AskedSource,
  type CitingGroup,
  type RoomThatCites,
} from '../../evidence/sources/source-rooms.js';
import type { Actor } from '../../identity/actor.js';
import { PastRequestsQueries } from './past-requests.queries.js';

/** The requests of the past of which something is said from a source, for the page of the source. */
@Injectable()
export class RequestsCiting implements RoomThatCites {
  constructor(
    private readonly requests: PastRequestsQueries,
    rooms: SourceRooms,
  ) {
    rooms.introduce(this);
  }

  async citing(actor: Actor, { codes }: AskedSource): Promise<readonly CitingGroup[]> {
    const found = await this.requests.citing(actor, codes);
    const entries = found.map(({ key, title }) => ({ text: title, href: `/past-requests/${key}` }));
    return [{ heading: 'Requests of the past', entries }];
  }

  told(): Promise<null> {
    return Promise.resolve(null);
  }
}
