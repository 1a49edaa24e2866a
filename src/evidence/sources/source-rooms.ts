import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';

/** A source as a room is asked about it: every code it is cited by, and where it was read. */
export interface AskedSource {
  readonly codes: readonly string[];
  readonly urls: readonly string[];
}

/** What cites a source, of one kind; `more` leads to the rest where there are many. */
export interface CitingGroup {
  readonly heading: string;
  readonly entries: readonly { readonly text: string; readonly href: string | null }[];
  readonly more?: { readonly text: string; readonly href: string };
}

/** A source as its page tells it. */
export interface SourceTold {
  readonly ref: string;
  readonly alsoCitedAs: readonly string[];
  readonly title: string;
  /** Null where nothing that was loaded says who published it. */
  readonly publisher: string | null;
  readonly published: string | null;
  readonly publishedConfidence: 'A' | 'B' | 'inference';
  readonly urls: readonly string[];
  readonly note: string | null;
}

/** What a room has to do with sources. */
export interface RoomThatCites {
  /** What it holds that cites this source; nothing that the actor may not read. */
  citing(actor: Actor, source: AskedSource): Promise<readonly CitingGroup[]>;
  /** What it knows by itself of a code that the list of sources does not have; null where it knows nothing. */
  told(actor: Actor, code: string): Promise<SourceTold | null>;
}

/** The rooms that cite sources. They introduce themselves when they start, so that the page of a source knows none of them. */
@Injectable()
export class SourceRooms {
  private readonly rooms: RoomThatCites[] = [];

  /** Adds a room that cites sources. */
  introduce(room: RoomThatCites): void {
    this.rooms.push(room);
  }

  /** Everything that cites a source, room by room; kinds of which nothing does are left out. */
  async citing(actor: Actor, source: AskedSource): Promise<readonly CitingGroup[]> {
    const found = await Promise.all(this.rooms.map((room) => room.citing(actor, source)));
    return found.flat().filter(({ entries }) => entries.length > 0);
  }

  /** What the first room that knows the code says of it; null where none does. */
  async told(actor: Actor, code: string): Promise<SourceTold | null> {
    const found = await Promise.all(this.rooms.map((room) => room.told(actor, code)));
    return found.find((told) => told !== null) ?? null;
  }
}
