import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';

/** What a room holds of which the words of a search are found, beside schemes and what is said of them. */
export interface FoundInRoom {
  readonly heading: string;
  readonly entries: readonly { readonly text: string; readonly href: string; readonly note: string }[];
  /** The way to all of them. */
  readonly more: { readonly text: string; readonly href: string };
}

/** Finds what a room holds with these words; an empty list where there is nothing. */
export type RoomSearch = (actor: Actor, words: string) => Promise<FoundInRoom>;

/** The rooms that the search of the register looks into; each makes itself known when it starts. */
@Injectable()
export class SearchRooms {
  private readonly rooms: RoomSearch[] = [];

  /** Makes a room known. */
  introduce(search: RoomSearch): void {
    this.rooms.push(search);
  }

  /** What every room holds with these words; rooms that hold nothing are left out. */
  async found(actor: Actor, words: string): Promise<readonly FoundInRoom[]> {
    const found = await Promise.all(this.rooms.map((search) => search(actor, words)));
    return found.filter(({ entries }) => entries.length > 0);
  }
}
