import { Injectable } from '@nestjs/common';
import type { Actor } from '../identity/actor.js';
import type { Uuid } from '../kernel/identifiers.js';

/** What a published result says about one side of a scheme beyond its scores: plain lines, and what must be read with them. */
export interface PublishedPart {
  /** Stable name in files: `data-flows`. */
  readonly key: string;
  readonly title: string;
  readonly lines: readonly { readonly label: string; readonly value: string }[];
  readonly cautions: readonly string[];
}

/** The review and the scheme a result is about, and the day under review. */
export interface PublishedSubject {
  readonly reviewId: Uuid;
  readonly deploymentId: Uuid;
  readonly organisationId: Uuid;
  readonly asAt: string;
}

/** Draws up a part as this actor may read it; null where there is nothing to say. It must not depend on today's date. */
export type PartSource = (actor: Actor, subject: PublishedSubject) => Promise<PublishedPart | null>;

/**
 * What the features beside a review bring to its published result. They introduce themselves here, because publication
 * imports none of them; the parts come in the order of their keys, so that equal records always give equal bytes.
 */
@Injectable()
export class PublishableParts {
  private readonly sources = new Map<string, PartSource>();

  /** Makes a source of parts known; called once by each feature, when it starts. */
  offer(key: string, source: PartSource): void {
    this.sources.set(key, source);
  }

  /** Every part there is to publish about the subject. */
  async of(actor: Actor, subject: PublishedSubject): Promise<readonly PublishedPart[]> {
    const inOrder = [...this.sources].sort(([one], [other]) => (one < other ? -1 : 1));
    const parts = await Promise.all(inOrder.map(([, source]) => source(actor, subject)));
    return parts.filter((part) => part !== null);
  }
}
