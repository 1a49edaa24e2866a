import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import { DOCUMENT_TYPE_WORDS } from '../../evidence/document-types.js';
import { Documented, type DocumentedRecord } from '../../evidence/documented.js';
import { EvidenceQueries } from '../../evidence/evidence.queries.js';
import type { Actor } from '../../identity/actor.js';
import type { CalendarDay } from '../../kernel/calendar-day.js';
import { day } from '../../web/words.js';
import { flowUnderReview } from '../examining/flow-under-review.js';
import type { FlowDetail } from '../flow-views.js';
import { stands } from '../flow-views.js';
import { FlowsQueries } from '../flows.queries.js';

/** The documents about a flow, as a page names them. */
export interface ShownDocuments {
  /** The page on which they are listed and, by the flow's own trust, offered. */
  readonly href: string;
  readonly items: readonly { readonly href: string; readonly title: string; readonly told: string }[];
}

/** Lets documents be offered about a flow, and finds them; they belong to all its versions. */
@Injectable()
export class FlowDocuments {
  constructor(
    private readonly evidence: EvidenceQueries,
    private readonly flows: FlowsQueries,
    private readonly access: Access,
    documented: Documented,
  ) {
    documented.about('data-flow', (actor, id) => this.documented(actor, id));
  }

  /** Those that are open to the reader and were received by the end of a day; all of them when no day is given. */
  async of(
    actor: Actor,
    { seriesId }: Pick<FlowDetail, 'seriesId'>,
    by?: CalendarDay,
  ): Promise<ShownDocuments> {
    const all = await this.evidence.about(actor, { kind: 'data-flow', id: seriesId });
    return {
      href: `/evidence/about/data-flow/${seriesId}`,
      items: all
        .filter(({ receivedOn }) => by === undefined || receivedOn <= by)
        .map(({ id, title, documentType, dated, receivedOn }) => ({
          href: `/evidence/${id}`,
          title,
          told: `${documentType === null ? '' : `${DOCUMENT_TYPE_WORDS[documentType]}, `}${dated === null ? 'bears no date' : `made ${day(dated)}`}, received ${day(receivedOn)}`,
        })),
    };
  }

  /** A flow by its first version, so that its documents stay with it through every version. */
  private async documented(actor: Actor, id: string): Promise<DocumentedRecord | null> {
    const first = await this.flows.one(actor, id);
    const newestId = (first?.versions.find(stands) ?? first?.versions[0])?.id;
    if (first?.seriesId !== id || newestId === undefined) return null;
    const newest = await this.flows.one(actor, newestId);
    if (!newest) return null;
    const { title, organisationId, deploymentId, submitted } = newest;
    const examines = submitted && this.access.can(actor, 'examine', flowUnderReview(deploymentId));
    const href = `/${examines ? 'examined-flows' : 'data-flows'}/${newestId}`;
    return { title, href, organisationId, deploymentId };
  }
}
