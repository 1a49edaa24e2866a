import { Module } from '@nestjs/common';
import { Access } from '../access/access.js';
import { DeploymentsModule } from '../deployments/deployments.module.js';
import { AnswersOnTheWay } from './changing-edition/answers-on-the-way.js';
import { EditionMovesApi } from './changing-edition/edition-moves.api.js';
import { EditionMovesQueries } from './changing-edition/edition-moves.queries.js';
import { EditionsOfRoundPages } from './changing-edition/editions-of-round.pages.js';
import { MovedAnswersPages } from './changing-edition/moved-answers.pages.js';
import { MovingEditionsService } from './changing-edition/moving-editions.service.js';
import { FrameworksModule } from '../frameworks/frameworks.module.js';
import { Documented } from '../evidence/documented.js';
import { Register } from '../evidence/register.js';
import { IN_ROUNDS } from './in-rounds.js';
import { IN_SCORING } from './blind-scoring/in-scoring.js';
import { scorePolicy } from './blind-scoring/score.policy.js';
import { MeetingRequestsService } from './requesting/meeting-requests.service.js';
import { MeetingRequestsPages } from './requesting/meeting-requests.pages.js';
import { meetingPolicy } from './meeting/meeting.policy.js';
import { MeetingsApi } from './meeting/meetings.api.js';
import { MeetingsPages } from './meeting/meetings.pages.js';
import { MeetingsQueries } from './meeting/meetings.queries.js';
import { MeetingsService } from './meeting/meetings.service.js';
import { ExcludingApi } from './excluding/excluding.api.js';
import { ExcludingPages } from './excluding/excluding.pages.js';
import { ExcludingService } from './excluding/excluding.service.js';
import { PanelQueries } from './reviewers/panel.queries.js';
import { findingsPolicy } from './findings/findings.policy.js';
import { FindingsQueries } from './findings/findings.queries.js';
import { ModerationPages } from './moderation/moderation.pages.js';
import { MeetingNeeds } from './moderation/meeting-needs.js';
import { ModerationService } from './moderation/moderation.service.js';
import { ChangesAfterReplies } from './reply/changes-after-replies.js';
import { RepliesPages } from './reply/replies.pages.js';
import { StatementsPages } from './reply/statements.pages.js';
import { RepliesApi } from './reply/replies.api.js';
import { RepliesQueries } from './reply/replies.queries.js';
import { replyPolicy } from './reply/reply.policy.js';
import { RepliesService } from './reply/replies.service.js';
import { OpeningScores } from './opening-scores.js';
import { ReviewLayers } from './reading/review-layers.js';
import { reviewPolicy } from './review.policy.js';
import { ReviewSheets } from './reading/review-sheet.js';
import { PanelPages } from './reviewers/panel.pages.js';
import { AssigningApi } from './assigning/assigning.api.js';
import { AssigningPages } from './assigning/assigning.pages.js';
import { assigningPolicy } from './assigning/assigning.policy.js';
import { AssigningQueries } from './assigning/assigning.queries.js';
import { LeadingReviewsService } from './assigning/leading-reviews.service.js';
import { PanelTables } from './assigning/panel-tables.js';
import { PanelsService } from './assigning/panels.service.js';
import { ProposedPanelsPages } from './assigning/proposed-panels.pages.js';
import { RoundsToFill } from './assigning/rounds-to-fill.js';
import { RoundDeclarationsApi } from './reviewers/declaring/round-declarations.api.js';
import { RoundDeclarationsPages } from './reviewers/declaring/round-declarations.pages.js';
import { RoundDeclarationsQueries } from './reviewers/declaring/round-declarations.queries.js';
import { RoundDeclarationsService } from './reviewers/declaring/round-declarations.service.js';
import { ReviewersPages } from './reviewers/reviewers.pages.js';
import { ReviewersApi } from './reviewers/reviewers.api.js';
import { ReviewersQueries } from './reviewers/reviewers.queries.js';
import { reviewerPolicy } from './reviewers/reviewer.policy.js';
import { ReviewersService } from './reviewers/reviewers.service.js';
import { ReviewedCriteria } from './criteria/reviewed-criteria.js';
import { Review } from './review.entity.js';
import { ReviewsPages } from './reading/reviews.pages.js';
import { ReviewsApi } from './reading/reviews.api.js';
import { ReviewsQueries } from './reviews.queries.js';
import { ReviewsService } from './reviews.service.js';
import { Proposal } from './proposals/proposal.entity.js';
import { proposalPolicy } from './proposals/proposal.policy.js';
import { LapsingProposals } from './proposals/lapsing-proposals.js';
import { ProposalsApi } from './proposals/proposals.api.js';
import { ProposalsPages } from './proposals/proposals.pages.js';
import { REVIEW_HOMES } from './own-work/homes.js';
import { ProposalsQueries } from './proposals/proposals.queries.js';
import { ProposalsService } from './proposals/proposals.service.js';
import { ChangingRoundsPages } from './rounds/changing-rounds.pages.js';
import { MovingDatesService } from './rounds/moving-dates.service.js';
import { VoidingService } from './rounds/voiding.service.js';
import { AnsweringRoundsPages } from './rounds/answering-rounds.pages.js';
import { Round } from './round.entity.js';
import { roundPolicy } from './rounds/round.policy.js';
import { RoundsPages } from './rounds/rounds.pages.js';
import { OpeningRoundsPages } from './rounds/opening/opening-rounds.pages.js';
import { REVIEW_PLACES } from './reading/review-places.js';
import { RoundsOfEditions } from './rounds/opening/rounds-of-editions.js';
import { ROUND_FIELDS } from './rounds/round-date-change.entity.js';
import { RoundsApi } from './rounds/rounds.api.js';
import { RoundsQueries } from './rounds/rounds.queries.js';
import { RoundsService } from './rounds/rounds.service.js';
import { AnswerSheets } from './sheets/answer-sheets.js';
import { AnswerSheetsPages } from './sheets/answer-sheets.pages.js';
import { SelfReviewApi } from './self-review/self-review.api.js';
import { DomainAnswersPages } from './self-review/answering/domain-answers.pages.js';
import { WholeSelfReview } from './self-review/answering/whole-self-review.js';
import { SelfReviewPages } from './self-review/self-review.pages.js';
import { SigningPages } from './self-review/signing.pages.js';
import { selfReviewPolicy } from './self-review/self-review.policy.js';
import { SelfReviewQueries } from './self-review/self-review.queries.js';
import { SelfReviewService } from './self-review/self-review.service.js';
import { SigningService } from './self-review/signing.service.js';

const APIS = [
  ...IN_ROUNDS.apis,
  ...IN_SCORING.apis,
  RoundsApi,
  EditionMovesApi,
  ProposalsApi,
  ReviewsApi,
  SelfReviewApi,
  ReviewersApi,
  RoundDeclarationsApi,
  AssigningApi,
  ExcludingApi,
  MeetingsApi,
  RepliesApi,
];

const PAGES = [
  ...IN_ROUNDS.pages,
  ...IN_SCORING.pages,
  RoundsPages,
  OpeningRoundsPages,
  AnsweringRoundsPages,
  ChangingRoundsPages,
  EditionsOfRoundPages,
  MovedAnswersPages,
  ProposalsPages,
  ReviewersPages,
  RoundDeclarationsPages,
  AssigningPages,
  ProposedPanelsPages,
  ReviewsPages,
  AnswerSheetsPages,
  DomainAnswersPages,
  SelfReviewPages,
  SigningPages,
  PanelPages,
  ExcludingPages,
  ModerationPages,
  MeetingRequestsPages,
  MeetingsPages,
  RepliesPages,
  StatementsPages,
];

const QUERIES = [
  ...IN_ROUNDS.queries,
  ...IN_SCORING.queries,
  RoundsQueries,
  EditionMovesQueries,
  AnswersOnTheWay,
  ProposalsQueries,
  ReviewsQueries,
  SelfReviewQueries,
  ReviewersQueries,
  RoundDeclarationsQueries,
  AssigningQueries,
  RoundsToFill,
  PanelTables,
  PanelQueries,
  FindingsQueries,
  MeetingsQueries,
  RepliesQueries,
  ReviewLayers,
  ReviewSheets,
];

const SERVICES = [
  ...IN_ROUNDS.services,
  ...IN_SCORING.services,
  ProposalsService,
  RoundsService,
  MovingDatesService,
  VoidingService,
  MovingEditionsService,
  ReviewsService,
  SelfReviewService,
  SigningService,
  ReviewersService,
  RoundDeclarationsService,
  LeadingReviewsService,
  PanelsService,
  ExcludingService,
  MeetingsService,
  MeetingRequestsService,
  ModerationService,
  RepliesService,
];

/**
 * The independent review of a scheme: the trust's own answers, blind scores, moderation and replies, side by side. No
 * layer ever overwrites another, nobody reads a review before declaring interests, and a promise is counted from the
 * first time it was made: it moves, or ends, only when two people agree, and in public.
 */
@Module({
  imports: [FrameworksModule, DeploymentsModule],
  controllers: [...APIS, ...PAGES],
  providers: [
    ...QUERIES,
    ...SERVICES,
    ...IN_ROUNDS.told,
    ...IN_SCORING.told,
    LapsingProposals,
    MeetingNeeds,
    ChangesAfterReplies,
    ReviewedCriteria,
    ...REVIEW_HOMES,
    AnswerSheets,
    WholeSelfReview,
    OpeningScores,
    RoundsOfEditions,
  ],
  exports: [...QUERIES, ...SERVICES],
})
export class ReviewsModule {
  constructor(access: Access, register: Register, documented: Documented, queries: ReviewsQueries) {
    access.adopt(
      ...IN_ROUNDS.policies,
      roundPolicy,
      proposalPolicy,
      reviewPolicy,
      selfReviewPolicy,
      reviewerPolicy,
      assigningPolicy,
    );
    access.adopt(scorePolicy, findingsPolicy, meetingPolicy, replyPolicy);
    documented.about('review', async (actor, id) => {
      const { organisation, organisationId, deploymentId } = await queries.header(actor, id);
      return { title: organisation, href: `/reviews/${id}`, organisationId, deploymentId };
    });
    register.introduce(
      {
        recorded: Round,
        singular: 'round',
        plural: 'rounds',
        pageOf: (id) => `/rounds/${id}`,
        fields: ROUND_FIELDS,
      },
      {
        recorded: Proposal,
        singular: 'proposal',
        plural: 'proposals',
        pageOf: (id) => `/proposals/${id}`,
      },
      { recorded: Review, singular: 'review', plural: 'reviews', pageOf: (id) => `/reviews/${id}` },
    );
    register.addPlaces(...REVIEW_PLACES);
  }
}
