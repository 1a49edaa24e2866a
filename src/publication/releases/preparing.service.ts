import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import { personIdOf, type Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { OutOfTurn, Unprocessable, type Issue } from '../../kernel/refusal.js';
import { adding } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { made } from '../../platform/database/recorded.js';
import { panelFaults } from '../../review-method/panel/panel-faults.js';
import { leastAgreementOf, methodOf } from '../../frameworks/edition/method/first-method.js';
import { reviewResult } from '../../review-method/review-result.js';
import { agreementBlock } from '../content/agreement-block.js';
import { notYetPublishable } from '../content/not-yet-publishable.js';
import type { Withholding } from '../content/withhold.js';
import { ResultDrafts, type ResultDraft } from './result-drafts.js';
import { Preparation } from './preparation.entity.js';
import { ReleasesQueries } from './releases.queries.js';
import { standIn } from '../../access/stand-in.js';

/** What somebody decides when preparing a result; everything else comes from the records. */
export interface ResultToPrepare {
  /** Why it is to be published although reviewers agreed too little. Everyone will read it. */
  readonly publishedAnywayBecause?: string | undefined;
  /** Words that identify somebody, each withheld wherever it stands. */
  readonly withheld?: readonly string[] | undefined;
  /** The reason that readers see where words are withheld. */
  readonly withheldBecause?: string | undefined;
}

const MOST_WITHHELD = 100;
const SHORTEST_WITHHELD = 2;

/** Prepares results for their second person. Nothing is published by preparing it. */
@Injectable()
export class PreparingService {
  constructor(
    private readonly ledger: Ledger,
    private readonly access: Access,
    private readonly drafts: ResultDrafts,
    private readonly releases: ReleasesQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * Draws up the result of a review as the records stand, keeps it for somebody else to release, and returns the id.
   * @throws OutOfTurn while it is not the review's turn; Unprocessable when reviewers agreed too little and no reason is
   * given, or words to withhold do not occur.
   */
  async prepare(actor: Actor, reviewId: Uuid, decisions: ResultToPrepare = {}): Promise<Uuid> {
    const { publishedAnywayBecause = null, withheld = [], withheldBecause = null } = decisions;
    const preparedOn = this.clock.today();
    this.mustLead(actor, reviewId);
    mustBeUsable(decisions);
    const { follows } = await this.releases.newest(actor, reviewId);
    const number = (follows?.release ?? 0) + 1;
    const draft = await this.drafts.of(actor, reviewId, {
      release: number,
      follows,
      publishedAnywayBecause,
      withholding: withholdingOf({ withheld, withheldBecause }),
    });
    const notYet = notYetPublishable(draft.sheet.review, preparedOn);
    if (notYet !== null) throw new OutOfTurn(notYet);
    mustBeIndependent(draft);
    mustBeFit(draft, decisions);
    const preparation = made(Preparation, {
      id: newId(),
      reviewId,
      number,
      ...draft.text,
      publishedAnywayBecause,
      withheld,
      withheldBecause,
      preparedBy: personIdOf(actor),
      preparedOn,
    });
    await this.ledger.perform(actor, adding('prepare', Preparation, preparation));
    return preparation.id;
  }

  /** Refuses whoever does not lead the review, before anything of it is read. @throws NotPermitted */
  mustLead(actor: Actor, reviewId: Uuid): void {
    const mine = standIn(Preparation, { reviewId, preparedBy: actor.personId });
    this.access.require(actor, 'prepare', mine);
  }
}

/** Refuses a result whose panel is not independent and complete. @throws OutOfTurn saying what it lacks. */
export function mustBeIndependent({ sheet: { review, panel } }: ResultDraft): void {
  if (review.scoresOpenedOn === null) return;
  const faults = panelFaults(panel);
  if (faults.length > 0) throw new OutOfTurn(faults.map(({ sentence }) => sentence).join(' '));
}

/** What a preparation withholds, as the draft takes it; null when nothing is. */
export function withholdingOf({
  withheld,
  withheldBecause,
}: Pick<Preparation, 'withheld' | 'withheldBecause'>): Withholding | null {
  return withheldBecause === null || withheld.length === 0
    ? null
    : { phrases: withheld, because: withheldBecause };
}

function mustBeUsable({ withheld = [], withheldBecause }: ResultToPrepare): void {
  const issues: (Issue | false)[] = [
    withheld.length > MOST_WITHHELD && {
      field: 'withheld',
      text: `Give at most ${String(MOST_WITHHELD)} words or names to withhold`,
    },
    withheld.some((phrase) => phrase.trim().length < SHORTEST_WITHHELD) && {
      field: 'withheld',
      text: 'Words to withhold must have at least 2 characters each',
    },
    withheld.length > 0 &&
      withheldBecause === undefined && {
        field: 'withheldBecause',
        text: 'Enter why words are withheld, as readers will see it',
      },
  ];
  refuseAnyOf(issues);
}

function mustBeFit(
  { sheet, published }: ResultDraft,
  { publishedAnywayBecause, withheld = [] }: ResultToPrepare,
): void {
  const result = reviewResult(sheet);
  const block = result && agreementBlock(result.agreement);
  refuseAnyOf([
    block !== null &&
      publishedAnywayBecause === undefined && {
        field: 'publishedAnywayBecause',
        text:
          `The reviewers agreed too little to publish this without a word (alpha ${block.alpha.toFixed(2)}, below ${String(leastAgreementOf(methodOf(sheet.edition)))}, from the ` +
          'scores as they were locked). Enter why it is to be published all the same; everyone will read it',
      },
    withheld.length > 0 &&
      published.withheld?.places === 0 && {
        field: 'withheld',
        text: 'None of the words to withhold occur in the result. Check how they are written there',
      },
  ]);
}

function refuseAnyOf(issues: readonly (Issue | false)[]): void {
  const found = issues.filter((issue) => issue !== false);
  if (found.length > 0) throw new Unprocessable(found);
}
