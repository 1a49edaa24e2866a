import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import { DOCUMENT_TYPE_WORDS } from '../../evidence/documents/document-types.js';
import { Documented, type DocumentedRecord } from '../../evidence/documented.js';
import { EvidenceQueries, type EvidenceRow } from '../../evidence/documents/evidence.queries.js';
import type { Actor } from '../../identity/actor.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { day } from '../../web/words.js';
import { flowUnderReview } from '../data-sharing.policy.js';
import { stands, type FlowDetail } from '../flow/flow-rows.js';
import { FlowsQueries } from '../flow/flows.queries.js';
import { documentNamed } from '../../legal-basis/record/answers/document-links.js';
import { statementState } from '../../legal-basis/record/answers/not-known.js';

/** A document as a page names it. */
export interface ShownDocument {
  readonly href: string;
  readonly title: string;
  /** Its sort, its own date and the day it was received. */
  readonly details: string;
  readonly sha256: string;
}

/** What a record gives as the SHA-256 of its impact assessment, held against the documents that are kept here. */
export interface NamedAssessment {
  /** As it is written in the record. */
  readonly given: string;
  /** False when it cannot be a SHA-256 at all. */
  readonly isHash: boolean;
  /** The documents with this SHA-256 that are open to the reader; none says nothing of those that are not. */
  readonly items: readonly ShownDocument[];
}

/** The documents about a flow, as a page names them. */
export interface ShownDocuments {
  /** The page on which they are listed and, by the flow's own trust, offered. */
  readonly href: string;
  readonly items: readonly ShownDocument[];
  /** Null when the record names no document of an impact assessment. */
  readonly assessment: NamedAssessment | null;
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
    { seriesId, content }: Pick<FlowDetail, 'seriesId' | 'content'>,
    by?: CalendarDay,
  ): Promise<ShownDocuments> {
    const given = content.dpia?.fileHash ?? '';
    const hash = documentNamed(given, 'hash');
    const [about, same] = await Promise.all([
      this.evidence.about(actor, { kind: 'data-flow', id: seriesId }),
      hash === null ? [] : this.evidence.withHash(actor, hash),
    ]);
    const inTime = ({ receivedOn }: EvidenceRow): boolean => by === undefined || receivedOn <= by;
    const assessment = { given, isHash: hash !== null, items: same.filter(inTime).map(shown) };
    return {
      href: placeOfDocuments(seriesId),
      items: about.filter(inTime).map(shown),
      assessment: statementState(given) === 'STATED' ? assessment : null,
    };
  }

  /** The documents about a flow and about its scheme that the reader may open, impact assessments first, to name one by its SHA-256. */
  async toName(
    actor: Actor,
    { seriesId, deploymentId }: Pick<FlowDetail, 'seriesId' | 'deploymentId'>,
  ): Promise<Pick<ShownDocuments, 'href' | 'items'>> {
    const found = await Promise.all([
      this.evidence.about(actor, { kind: 'data-flow', id: seriesId }),
      this.evidence.about(actor, { kind: 'deployment', id: deploymentId }),
    ]);
    const isAssessment = ({ documentType }: EvidenceRow): boolean => documentType === 'DPIA';
    const all = found.flat();
    const inOrder = [...all.filter(isAssessment), ...all.filter((one) => !isAssessment(one))];
    return { href: placeOfDocuments(seriesId), items: inOrder.map(shown) };
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

/** The page on which the documents about a flow, in every version, are listed and offered. */
export function placeOfDocuments(seriesId: Uuid): string {
  return `/evidence/about/data-flow/${seriesId}`;
}

function shown({ id, title, documentType, dated, receivedOn, sha256 }: EvidenceRow): ShownDocument {
  const sort = documentType === null ? [] : [DOCUMENT_TYPE_WORDS[documentType]];
  const made = dated === null ? 'bears no date' : `made ${day(dated)}`;
  return {
    href: `/evidence/${id}`,
    title,
    details: [...sort, made, `received ${day(receivedOn)}`].join(', '),
    sha256,
  };
}
