import { Injectable } from '@nestjs/common';
import {
  SourceRooms,
  type AskedSource,
  type CitingGroup,
  type RoomThatCites,
  type SourceTold,
} from '../../evidence/sources/source-rooms.js';
import { codeOnTheList } from '../../evidence/sources/source-codes.js';
import type { Actor } from '../../identity/actor.js';
import { provisions } from '../../legal-basis/provisions/provisions.js';
import { allRules } from '../../legal-basis/rules/all-rules.js';
import { sources } from '../../legal-basis/rules/engine/sources.js';

/** The code of each address at which a rule's reference was read, as the list of sources has it. */
const CODES: ReadonlyMap<string, string> = new Map(
  Object.entries(sources).map(([ref, address]) => [address, codeOnTheList(ref)]),
);

/** The code of the source that was read at this address; null where no rule cites it. */
export function codeOfAddress(address: string | null): string | null {
  return CODES.get(address ?? '') ?? null;
}

/** The rules and the provisions of law that rest on a source, for its page. */
@Injectable()
export class LawCiting implements RoomThatCites {
  constructor(rooms: SourceRooms) {
    rooms.introduce(this);
  }

  citing(_actor: Actor, { codes, urls }: AskedSource): Promise<readonly CitingGroup[]> {
    const rules = allRules.filter(({ citation }) =>
      citation.refs.some((ref) => codes.includes(codeOnTheList(ref))),
    );
    const read = provisions.filter(({ source }) => source !== null && urls.includes(source));
    return Promise.resolve([
      {
        heading: 'Rules on the legal basis of data sharing',
        entries: rules.map(({ id, citation }) => ({ text: `${id}: ${citation.text}`, href: null })),
      },
      {
        heading: 'Provisions of law that were read there',
        entries: read.map(({ id, short, title }) => ({
          text: `${short}: ${title}`,
          href: `/provisions/${id}`,
        })),
      },
    ]);
  }

  told(_actor: Actor, code: string): Promise<SourceTold | null> {
    const address = [...CODES].find(([, known]) => known === code)?.[0];
    if (address === undefined) return Promise.resolve(null);
    return Promise.resolve({
      ...{
        ref: code,
        alsoCitedAs: [],
        title: `Source ${code} of the rules`,
        publisher: null,
        published: null,
      },
      ...{ publishedConfidence: 'A', urls: [address], note: null },
    });
  }
}
