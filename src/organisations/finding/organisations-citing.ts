import { Injectable } from '@nestjs/common';
import {
  SourceRooms,
  type AskedSource,
  type CitingGroup,
  type RoomThatCites,
} from '../../evidence/sources/source-rooms.js';
import type { Actor } from '../../identity/actor.js';
import { OrganisationsQueries } from '../organisations.queries.js';

/** The organisations of which something is said from a source, for the page of the source. */
@Injectable()
export class OrganisationsCiting implements RoomThatCites {
  constructor(
    private readonly organisations: OrganisationsQueries,
    rooms: SourceRooms,
  ) {
    rooms.introduce(this);
  }

  async citing(actor: Actor, { codes }: AskedSource): Promise<readonly CitingGroup[]> {
    const found = await this.organisations.citing(actor, codes);
    const entries = found.map(({ key, name }) => ({ text: name, href: `/organisations/${key}` }));
    return [{ heading: 'Organisations, and who followed whom', entries }];
  }

  told(): Promise<null> {
    return Promise.resolve(null);
  }
}
