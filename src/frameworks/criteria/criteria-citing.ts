import { Injectable } from '@nestjs/common';
import {
  SourceRooms,
  type AskedSource,
  type CitingGroup,
  type RoomThatCites,
  type SourceTold,
} from '../../evidence/sources/source-rooms.js';
import type { Actor } from '../../identity/actor.js';
import { stretch } from '../../web/words.js';
import { FrameworksQueries, type WholeEdition } from '../frameworks.queries.js';

/** The criteria that rest on a source, for its page, and what the newest edition says of the guidelines it names. */
@Injectable()
export class CriteriaCiting implements RoomThatCites {
  constructor(
    private readonly frameworks: FrameworksQueries,
    rooms: SourceRooms,
  ) {
    rooms.introduce(this);
  }

  async citing(actor: Actor, { codes }: AskedSource): Promise<readonly CitingGroup[]> {
    const newest = await this.frameworks.newest(actor);
    const criteria = newest?.edition.criteria.filter(({ sources }) =>
      sources.some(({ guideline }) => codes.includes(guideline)),
    );
    const entries = (criteria ?? []).map(({ id, requirement }) => ({
      ...{ text: `${id}: ${requirement}`, href: `/criteria/${id}` },
    }));
    return [
      { heading: 'Criteria of a review', entries },
      { heading: 'Lists of sources of a review', entries: newest === null ? [] : listing(newest, codes) },
    ];
  }

  async told(actor: Actor, code: string): Promise<SourceTold | null> {
    const newest = await this.frameworks.newest(actor);
    const found = newest?.edition.guidelines.find(({ key }) => key === code);
    if (!found) return null;
    const { title, owner, inForceFrom, inForceTo, supersededBy, confidence, note } = found;
    const said = [
      `The review framework gives it as in force: ${stretch(inForceFrom, inForceTo)}.`,
      ...(supersededBy === null ? [] : [`Superseded by ${supersededBy}.`]),
      ...(confidence === 'B' ? ['Reference being checked.'] : []),
      ...(note === '' ? [] : [`${note}.`]),
    ];
    return {
      ...{ ref: code, alsoCitedAs: [], title, publisher: owner, published: null },
      ...{ publishedConfidence: confidence, urls: [], note: said.join(' ') },
    };
  }
}

/** The edition, where it lists one of these sources: some are listed that no criterion rests on. */
function listing({ key, edition }: WholeEdition, codes: readonly string[]): CitingGroup['entries'] {
  const lists = edition.guidelines.some((guideline) => codes.includes(guideline.key));
  return lists ? [{ text: edition.title, href: `/criteria/editions/${key}#sources` }] : [];
}
