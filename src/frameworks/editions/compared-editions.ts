import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { NotFound } from '../../kernel/refusal.js';
import type { EditionDifference } from '../edition/comparing/difference.js';
import { editionDifference } from '../edition/comparing/edition-difference.js';
import { FrameworksQueries, type EditionRow, type WholeEdition } from '../frameworks.queries.js';

/** Two editions and everything in which the later differs from the earlier. */
export interface ComparedEditions {
  readonly from: WholeEdition;
  readonly to: WholeEdition;
  readonly differences: readonly EditionDifference[];
}

/** Compares published editions. */
@Injectable()
export class EditionComparison {
  constructor(private readonly frameworks: FrameworksQueries) {}

  /**
   * An edition with one that is named, or else with the one before it by its day; the first with itself.
   * @throws NotFound when either is none.
   */
  async of(actor: Actor, key: string, from: string): Promise<ComparedEditions> {
    const to = await this.whole(actor, key);
    const before = from === '' ? await this.keyBefore(actor, to.key) : from;
    const earlier = await this.whole(actor, before);
    return { from: earlier, to, differences: editionDifference(earlier.edition, to.edition) };
  }

  private async keyBefore(actor: Actor, key: string): Promise<string> {
    return earlierThan(await this.frameworks.list(actor), key)?.key ?? key;
  }

  private async whole(actor: Actor, key: string): Promise<WholeEdition> {
    const found = await this.frameworks.one(actor, key);
    if (!found) throw new NotFound();
    return found;
  }
}

/** The edition that stands after another in a list of editions, newest first; undefined for the first that was published. */
export function earlierThan(newestFirst: readonly EditionRow[], key: string): EditionRow | undefined {
  return newestFirst[newestFirst.findIndex((each) => each.key === key) + 1];
}
