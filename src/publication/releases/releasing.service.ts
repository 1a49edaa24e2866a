import { Injectable } from '@nestjs/common';
import { personIdOf, type Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { NotPermitted, OutOfTurn, Unprocessable } from '../../kernel/refusal.js';
import { adding, changing, type Act } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { made } from '../../platform/database/recorded.js';
import { Review } from '../../reviews/review.entity.js';
import type { DisclosureFinding } from '../disclosure/disclosure-finding.js';
import { DisclosureChecks } from '../disclosure/disclosure-checks.js';
import { ResultDrafts, type ResultDraft } from './result-drafts.js';
import type { PreparedResult } from './preparations.queries.js';
import { ReleaseCandidates } from './release-candidates.js';
import { mustBeIndependent, withholdingOf } from './preparing.service.js';
import { Release } from '../release.entity.js';

/** What the second person confirms. */
export interface ReleaseConfirmation {
  /** That they looked at every place the disclosure check found; asked only where it found any. */
  readonly looked?: boolean | undefined;
}

/** Releases what somebody else prepared. From then on those bytes are published under that number and never change. */
@Injectable()
export class ReleasingService {
  constructor(
    private readonly ledger: Ledger,
    private readonly drafts: ResultDrafts,
    private readonly candidates: ReleaseCandidates,
    private readonly disclosures: DisclosureChecks,
    private readonly clock: Clock,
  ) {}

  /**
   * Publishes a preparation and returns the id of the release.
   * @throws OutOfTurn when the same person prepared it, when the records changed since, or when it names somebody;
   * Unprocessable when places were found that nobody says they looked at.
   */
  async release(actor: Actor, preparationId: Uuid, confirmed: ReleaseConfirmation = {}): Promise<Uuid> {
    const { preparation, follows, nextSerial } = await this.candidates.of(actor, preparationId);
    const draft = await this.drafts.of(actor, preparation.reviewId, {
      release: preparation.number,
      follows,
      publishedAnywayBecause: preparation.publishedAnywayBecause,
      withholding: withholdingOf(preparation),
    });
    mustBeIndependent(draft);
    if (draft.text.contentHash !== preparation.contentHash)
      throw new OutOfTurn(
        'The records changed since this was prepared. Prepare it again, so that the result says what they say.',
      );
    const findings = await this.disclosures.of(actor, draft.published);
    if (findings === null) throw new NotPermitted();
    mustDiscloseNobody(findings, confirmed);
    const release = this.drawUp(actor, preparation, { draft, serial: nextSerial });
    await this.ledger.perform(
      actor,
      adding('release', Release, release),
      ...firstPublication(draft, release),
    );
    return release.id;
  }

  private drawUp(
    actor: Actor,
    { id: preparationId, reviewId, number, preparedBy }: PreparedResult,
    { draft, serial }: { readonly draft: ResultDraft; readonly serial: number },
  ): Release {
    return made(Release, {
      id: newId(),
      serial,
      reviewId,
      preparationId,
      number,
      ...draft.text,
      overall: draft.published.rating.overall,
      preparedBy,
      releasedBy: personIdOf(actor),
      publishedOn: this.clock.today(),
    });
  }
}

function mustDiscloseNobody(findings: readonly DisclosureFinding[], { looked }: ReleaseConfirmation): void {
  const stopping = findings.filter(({ stops }) => stops);
  if (stopping.length > 0) {
    const places = [...new Set(stopping.map(({ place }) => place))].join('; ');
    throw new OutOfTurn(
      `This cannot be released, because it names or identifies somebody: ${places}. Prepare it again and withhold those words.`,
    );
  }
  if (findings.length > 0 && looked !== true)
    throw new Unprocessable([
      {
        field: 'looked',
        text: 'Say that you have looked at every place that was found and that each may be published',
      },
    ]);
}

/** The review itself notes its first publication, in the same transaction. */
function firstPublication({ sheet: { review } }: ResultDraft, { publishedOn }: Release): Act[] {
  if (review.publishedOn !== null) return [];
  return [changing('publish', Review, review.id, { change: (found) => found.publish(publishedOn) })];
}
