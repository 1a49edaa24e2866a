import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { codeOnTheList } from './source-codes.js';
import { SourceRooms, type CitingGroup, type SourceTold } from './source-rooms.js';
import { SourcesQueries } from './sources.queries.js';

/** A source with what cites it. */
export interface CitedInFull {
  readonly source: SourceTold;
  /** False where no list of sources that was loaded has it, and a room tells what it knows of it itself. */
  readonly onTheList: boolean;
  readonly citing: readonly CitingGroup[];
}

/** What a code stands for, and who cites it. */
@Injectable()
export class SourcesService {
  constructor(
    private readonly sources: SourcesQueries,
    private readonly rooms: SourceRooms,
  ) {}

  /** The source that a page means by this code, with everything that cites it; null where nothing is known by it. */
  async named(actor: Actor, typed: string): Promise<CitedInFull | null> {
    const code = codeOnTheList(typed);
    const listed = await this.sources.one(actor, code);
    const source = listed ?? (await this.rooms.told(actor, code));
    if (!source) return null;
    const { ref, alsoCitedAs, urls } = source;
    const citing = await this.rooms.citing(actor, { codes: [ref, ...alsoCitedAs], urls });
    return { source, onTheList: listed !== null, citing };
  }
}
