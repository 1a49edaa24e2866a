import type { INestApplicationContext } from '@nestjs/common';
import { EvidenceService } from '../../evidence/documents/evidence.service.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { ActionsService } from '../../publication/actions/actions.service.js';
import { PreparingService } from '../../publication/releases/preparing.service.js';
import { ReleasingService } from '../../publication/releases/releasing.service.js';
import { ScoringService } from '../../reviews/blind-scoring/scoring.service.js';
import { ScoresQueries } from '../../reviews/blind-scoring/scores.queries.js';
import { MeetingsService, type ProposalToAnswer } from '../../reviews/meeting/meetings.service.js';
import { MeetingRequestsService } from '../../reviews/requesting/meeting-requests.service.js';
import { ModerationService } from '../../reviews/moderation/moderation.service.js';
import { DECLARATION_QUESTIONS } from '../../review-method/independence/declaration-questions.js';
import { RepliesService } from '../../reviews/reply/replies.service.js';
import type { ReviewerCapacity } from '../../review-method/panel/panel-member.js';
import { ExcludingService } from '../../reviews/excluding/excluding.service.js';
import { ReviewersQueries } from '../../reviews/reviewers/reviewers.queries.js';
import { PanelsService } from '../../reviews/assigning/panels.service.js';
import { ReviewersService } from '../../reviews/reviewers/reviewers.service.js';
import { ReviewsQueries } from '../../reviews/reviews.queries.js';
import { ReviewsService } from '../../reviews/reviews.service.js';
import { RoundsService } from '../../reviews/rounds/rounds.service.js';
import { ScopesService, type ScopeToPick } from '../../reviews/scoping/scopes.service.js';
import { SelfReviewService } from '../../reviews/self-review/self-review.service.js';
import { SigningService } from '../../reviews/self-review/signing.service.js';
import { DEMO_TRUST_KEY, type DemoCast } from '../demo-cast.js';
import type { DemoClock } from '../demo-clock.js';
import { EDITION_ASKED } from './publish-editions.js';
import { exampleAnswers, exampleScores } from './example-scores.js';
import type { Part } from '../personas.js';

/** Who owes an answer in the example round. */
const EXAMPLE_SCOPE: ScopeToPick = {
  pick: 'codes',
  codes: DEMO_TRUST_KEY,
  reason: 'Example data: the only trust of the example with a scheme.',
  post: 'Director of the example programme',
};

/** What the lead of the example proposes after the reviewers met. */
const PROPOSED = [
  proposed('SIM-POL-01', '0', 'Example data: the rota shows an officer in planned sessions.'),
  proposed('SIM-PUN-01', '1', 'Example data: the group’s account was read beside the care plans.'),
] as const;

/** What each reviewer of the example says to it; the second says nothing about what the group told. */
const SAID: Readonly<Record<'first' | 'second' | 'lived', readonly ProposalToAnswer[]>> = {
  first: [
    said('SIM-POL-01', 'Example data: the officer sat in twice. I would have said partly, not wholly.'),
    said('SIM-PUN-01', 'Example data: one account is not enough to go below what the papers show.'),
  ],
  second: [said('SIM-POL-01')],
  lived: [said('SIM-POL-01'), said('SIM-PUN-01')],
};

/** One example review, by the same services that people use and in the order in which it happens. */
export class ExampleReview {
  private constructor(
    private readonly candour: INestApplicationContext,
    private readonly cast: DemoCast,
    private readonly clock: DemoClock,
    readonly id: Uuid,
    private readonly criteria: readonly string[],
  ) {}

  /** The lead opens the round and asks the trust, which acknowledges it. */
  static async begin(
    candour: INestApplicationContext,
    { cast, clock, deploymentId }: { cast: DemoCast; clock: DemoClock; deploymentId: Uuid },
  ): Promise<ExampleReview> {
    clock.turnTo('2026-06-15');
    const roundId = await candour.get(RoundsService).open(await cast.as('lead'), {
      title: 'Example round, summer 2026 (fictional)',
      framework: EDITION_ASKED,
      asAt: '2026-06-01',
      selfReviewDue: '2026-07-31',
      scoringDue: '2026-09-11',
      publicationDate: '2026-10-30',
    });
    await candour.get(ScopesService).pick(await cast.as('lead'), roundId, EXAMPLE_SCOPE, null);
    await candour.get(ScopesService).acknowledge(await cast.as('submitter'), roundId, cast.trustId);
    const id = await candour.get(ReviewsService).start(await cast.as('lead'), { roundId, deploymentId });
    await candour.get(ReviewsService).acknowledge(await cast.as('submitter'), id);
    const { criteria } = await candour.get(ReviewsQueries).header(await cast.as('submitter'), id);
    return new ExampleReview(candour, cast, clock, id, criteria);
  }

  /** The trust offers a paper and answers every criterion three days late, three people sign, one with reservations, and it is submitted. */
  async selfReview(): Promise<void> {
    this.clock.turnTo('2026-08-03');
    const submitter = await this.cast.as('submitter');
    const { id: paper } = await this.candour.get(EvidenceService).offer(submitter, {
      about: { kind: 'review', id: this.id },
      title: 'Example data: minutes of the joint meeting',
      documentType: 'MINUTES',
      content: Buffer.from('Example data. These minutes are invented, like the trust that offers them.\n'),
      dated: '2018-05',
      audience: 'reviewers',
      whyNotEveryone: 'Example data: the minutes name members of staff.',
    });
    const answers = exampleAnswers(this.criteria, paper);
    await this.candour.get(SelfReviewService).answerAll(submitter, this.id, answers);
    const signing = this.candour.get(SigningService);
    await signing.attest(await this.cast.as('guardian'), this.id, {
      capacity: 'CALDICOTT_GUARDIAN',
      stance: 'reservations',
      dissent: 'Example data: I was not asked before the police account was opened.',
    });
    await signing.attest(await this.cast.as('officer'), this.id, {
      capacity: 'DATA_PROTECTION_OFFICER',
      stance: 'attest',
    });
    await signing.attest(await this.cast.as('executive'), this.id, {
      capacity: 'EXECUTIVE_APPROVER',
      stance: 'attest',
    });
    await signing.submit(submitter, this.id);
  }

  /** Three reviewers and one with lived experience are assigned and declare their interests. */
  async assign(): Promise<void> {
    this.clock.turnTo('2026-08-03');
    await this.appoint('lead', 'lead');
    await this.proposePanel();
    await this.appoint('otherLead', 'lead');
    await this.appoint('first', 'reviewer');
    await this.appoint('second', 'reviewer');
    await this.appoint('third', 'reviewer');
    await this.appoint('lived', 'lived-experience');
  }

  /** They score blind and lock. */
  async score(): Promise<void> {
    this.clock.turnTo('2026-09-01');
    for (const part of ['first', 'second', 'third', 'lived'] as const) {
      const scoring = this.candour.get(ScoringService);
      await scoring.scoreAll(await this.cast.as(part), this.id, exampleScores(this.criteria, part));
      await scoring.lock(await this.cast.as(part), this.id);
    }
  }

  /** A conflict of one reviewer is found when the scores are open: two who lead the review exclude them. */
  async exclude(): Promise<void> {
    this.clock.turnTo('2026-09-08');
    const panel = await this.candour.get(ReviewersQueries).panel(await this.cast.as('lead'), this.id);
    const assignmentId = panel.find(({ personId }) => personId === this.cast.idOf('third'))?.id ?? '';
    const excluding = this.candour.get(ExcludingService);
    await excluding.exclude(await this.cast.as('lead'), {
      reviewId: this.id,
      assignmentId,
      conflict:
        'Example data: advised the partner police force on this very scheme in 2018, and did not say so.',
      reason: 'Example data: they would judge their own advice.',
      post: 'Lead reviewer',
    });
    await excluding.confirm(await this.cast.as('otherLead'), {
      reviewId: this.id,
      assignmentId,
      agrees: true,
      reason: 'Example data: the minutes that the trust offers name the advice.',
      post: 'Second lead reviewer',
    });
  }

  /** The reviewers meet where they were apart and where the group says otherwise; each confirms, dissents or is silent. */
  async meet(): Promise<void> {
    const meetings = this.candour.get(MeetingsService);
    this.clock.turnTo('2026-09-14');
    await this.candour.get(RepliesService).state(await this.cast.as('group'), this.id, {
      text: 'Example data: we asked three times to see the plan that was written about us. We were never shown it.',
    });
    await this.candour.get(MeetingRequestsService).ask(await this.cast.as('group'), this.id, {
      criterion: 'SIM-PUN-01',
      ground: 'survivors',
      reason: 'Example data: four people told us that they were warned of court when they called.',
    });
    const tookPart = await this.tookPart();
    const proposals = PROPOSED.map((one) => ({ ...one, tookPart }));
    await meetings.propose(await this.cast.as('lead'), this.id, proposals);
    this.clock.turnTo('2026-09-17');
    for (const part of ['first', 'second', 'lived'] as const)
      await meetings.answer(await this.cast.as(part), this.id, SAID[part]);
    await meetings.second(await this.cast.as('otherLead'), this.id, {
      criterion: 'SIM-POL-01',
      reason: 'Example data: being there in planned sessions is what the first element is about.',
    });
  }

  /** Moderation ends when the time to confirm is over; the trust replies, and the lead decides each point. */
  async settle(): Promise<void> {
    this.clock.turnTo('2026-09-22');
    await this.candour.get(ModerationService).close(await this.cast.as('lead'), this.id);
    this.clock.turnTo('2026-09-25');
    const replies = this.candour.get(RepliesService);
    const [replyId = ''] = await replies.reply(await this.cast.as('submitter'), this.id, [
      {
        criterion: 'SIM-DAT-03',
        kind: 'incomplete',
        text: 'Example data: the account was closed in March 2024, and we offer the closing notice.',
      },
    ]);
    await replies.decide(await this.cast.as('lead'), replyId, {
      accepted: false,
      reasons: 'Example data: the notice is noted. The account was open for four of the years under review.',
    });
    this.clock.turnTo('2026-10-07');
    await replies.close(await this.cast.as('lead'), this.id);
  }

  /** One lead prepares the result and the other releases it, before the promised day; one action is set. */
  async publish(): Promise<void> {
    this.clock.turnTo('2026-10-28');
    const prepared = await this.candour.get(PreparingService).prepare(await this.cast.as('lead'), this.id);
    await this.candour
      .get(ReleasingService)
      .release(await this.cast.as('otherLead'), prepared, { looked: true });
    const actions = this.candour.get(ActionsService);
    await actions.addAction(await this.cast.as('lead'), {
      reviewId: this.id,
      criterion: 'SIM-DAT-03',
      what: 'Example data: tell every person whose record the officer could open, in writing.',
      ownerPost: 'Medical director',
      dueOn: '2027-01-29',
      evidenceNeeded: 'Example data: the letter, and how many were sent.',
    });
  }

  private async tookPart(): Promise<readonly Uuid[]> {
    const scores = await this.candour.get(ScoresQueries).ofReview(await this.cast.as('lead'), this.id);
    return [...new Set(scores.map(({ assignmentId }) => assignmentId))];
  }

  /** The lead has a panel proposed, and then assigns one more reviewer than it has, by hand. */
  private async proposePanel(): Promise<void> {
    const lead = await this.cast.as('lead');
    const { roundId } = await this.candour.get(ReviewsQueries).header(lead, this.id);
    const people = (['first', 'second', 'lived'] as const).map((part) => this.cast.idOf(part));
    const terms = { people, outside: people, size: 3, load: 5, avoidOwnRegion: false };
    await this.candour.get(PanelsService).propose(lead, roundId, terms, 2026);
  }

  private async appoint(part: Part, capacity: ReviewerCapacity): Promise<void> {
    const reviewers = this.candour.get(ReviewersService);
    await reviewers.assign(await this.cast.as('lead'), {
      reviewId: this.id,
      personId: this.cast.idOf(part),
      capacity,
      outsideNhsEngland: capacity !== 'lead',
    });
    const answers = DECLARATION_QUESTIONS.map(({ code }) => ({ code, answer: 'no' as const, detail: '' }));
    await reviewers.declare(await this.cast.as(part), this.id, answers);
  }
}

function proposed(criterion: string, score: '0' | '1', reason: string) {
  return { criterion, score, grade: 'B', reason } as const;
}

function said(criterion: string, words = ''): ProposalToAnswer {
  return { criterion, stance: words === '' ? 'confirm' : 'dissent', words };
}
