import { meetings, type MeetingNeed, type PlacedProposal } from '../../review-method/moderation/meetings.js';
import { doesCount } from '../../review-method/moderation/proposal-outcome.js';
import { methodOf } from '../../frameworks/edition/method/first-method.js';
import { isCounted } from '../../review-method/panel/became-of.js';
import { rateReview } from '../../review-method/rating/rate-review.js';
import { reviewResult, type ScoredCriterion } from '../../review-method/review-result.js';
import { countedScore } from '../../review-method/scoring/cap-by-evidence.js';
import type {
  PublishedAgreement,
  PublishedContent,
  PublishedCriterion,
  PublishedScore,
} from '../content/published-content.js';
import type { PublishedMeeting } from '../content/published-meeting.js';
import { compared, type ReleaseCheck } from './release-check.js';

/** Later than every day on which a reviewer could still speak, because what was published had ended. */
const AFTER_ALL = '9999-12-31';

/** What counts for each criterion, the ratings and the agreement, computed again from the published scores and meetings. */
export function resultChecks(content: PublishedContent): readonly ReleaseCheck[] {
  const lines = content.criteria.map((criterion) => ({ criterion, scores: countingIn(content, criterion) }));
  const needs = meetings(
    content.criteria.map(({ code, gravity }) => ({ criterion: { id: code }, gravity })),
    {
      scores: lines.flatMap(({ criterion: { code }, scores }) =>
        scores.map((score) => ({ ...score, assignmentId: score.reviewer, criterion: code })),
      ),
      answers: content.criteria.map(({ code, self }) => ({ criterion: code, score: self?.score ?? null })),
      requests: content.criteria.flatMap(({ code, meeting }) =>
        (meeting?.asked ?? []).map(({ ground }) => ({ criterion: code, ground })),
      ),
      proposals: content.criteria.flatMap(({ code, meeting }) => proposalsOf(code, meeting ?? null)),
      today: AFTER_ALL,
      method: methodOf(content.framework),
    },
  );
  return [
    ...needs.flatMap((need, at) => {
      const criterion = content.criteria[at];
      return criterion
        ? [
            ...countedCheck(criterion, need),
            ...reasonsCheck(criterion, need),
            ...outcomeChecks(criterion, need),
          ]
        : [];
    }),
    ...ratingChecks(content, lines),
  ];
}

/** The scores of one criterion that count, by what became of each reviewer's. */
function countingIn(
  { panel }: PublishedContent,
  { independent }: PublishedCriterion,
): readonly PublishedScore[] {
  const fates = new Map(panel.scored.map(({ reviewer, became }) => [reviewer, became]));
  return independent.filter(({ reviewer }) => isCounted(fates.get(reviewer) ?? null));
}

function proposalsOf(criterion: string, meeting: PublishedMeeting | null): readonly PlacedProposal[] {
  return (meeting?.proposals ?? []).map(
    ({ said, secondedBecause, afterReply, score, grade, confirmBy }, at) => ({
      ...{ criterion, score, grade, confirmBy, answers: said },
      seq: at + 1,
      seconded: secondedBecause !== null,
      replyDecisionId: afterReply ? `proposal ${String(at + 1)}` : null,
    }),
  );
}

/** What counts on one criterion; only where it is another than the file says. */
function countedCheck(
  { code, counted }: PublishedCriterion,
  { settled, afterReply, limits }: MeetingNeed<PlacedProposal>,
): readonly ReleaseCheck[] {
  const changed = afterReply && doesCount(afterReply.outcome) ? afterReply.proposal : null;
  const computed = changed
    ? { score: countedScore(changed, limits), settledBy: 'reply' }
    : settled.state === 'settled'
      ? { score: settled.score, settledBy: settled.by }
      : null;
  const said = counted && { score: counted.score, settledBy: counted.settledBy };
  const check = compared(`What counts on ${code}`, said, computed);
  return check.holds ? [] : [check];
}

/** Why they met, in words; only where it is other than the file says. Results of the first form know no meetings. */
function reasonsCheck(
  { code, meeting }: PublishedCriterion,
  { reasons }: MeetingNeed<PlacedProposal>,
): readonly ReleaseCheck[] {
  if (meeting === undefined) return [];
  const computed = reasons.map(({ sentence }) => sentence);
  const check = compared(`Why they met about ${code}`, meeting?.reasons ?? [], computed);
  return check.holds ? [] : [check];
}

/** What became of each proposal of a meeting, and who said nothing to it; only where it is another than the file says. */
function outcomeChecks(
  { code, meeting }: PublishedCriterion,
  { proposal, settled, afterReply, scores }: MeetingNeed<PlacedProposal>,
): readonly ReleaseCheck[] {
  return (meeting?.proposals ?? []).flatMap(({ outcome, said, silent, couldNotSpeak = [] }, at) => {
    const seq = at + 1;
    const settledOn = proposal?.seq === seq && settled.state === 'settled' ? settled.outcome : null;
    const computed = afterReply?.proposal.seq === seq ? afterReply.outcome : settledOn;
    const spoke = new Set(said.map(({ reviewer }) => reviewer));
    const unheard = [...silent, ...couldNotSpeak].sort();
    const quiet = scores.map(({ reviewer }) => reviewer).filter((reviewer) => !spoke.has(reviewer));
    return [
      compared(`What became of proposal ${String(seq)} on ${code}`, outcome, computed),
      compared(`Who said nothing to proposal ${String(seq)} on ${code}`, unheard, quiet.sort()),
    ].filter(({ holds }) => !holds);
  });
}

function ratingChecks(
  content: PublishedContent,
  lines: readonly { readonly criterion: PublishedCriterion; readonly scores: readonly PublishedScore[] }[],
): readonly ReleaseCheck[] {
  const result = reviewResult({
    review: content.review,
    edition: { domains: content.domains, ...methodIn(content) },
    lines: lines.map(({ criterion: { code, domain, gravity, counted, meeting }, scores }) => ({
      ...{ code, domain, gravity },
      scores: scores.map(({ reviewer, score }) => ({
        assignmentId: reviewer,
        score,
        became: 'counts' as const,
      })),
      finding: counted && { score: counted.moderated, grade: counted.grade, settledBy: counted.settledBy },
      confirmed: confirmedIn(meeting ?? null),
    })),
  });
  const { agreement, domains, panel, framework } = content;
  const rating = result?.rating ?? rateReview(unscored(content), domains, methodOf(framework));
  return [
    compared(
      'The overall rating',
      [content.rating.overall, content.rating.working],
      [rating.overall, rating.working],
    ),
    compared(
      'The rating of each domain',
      domains.map(({ code, rating: said, working }) => [code, said, working]),
      rating.domains.map(({ domain, rating: computed, working }) => [domain, computed, working]),
    ),
    compared('The agreement with its interval', agreement && reportIn(agreement), result?.agreement ?? null),
    compared(
      'The agreement after meetings',
      agreement?.afterMeetings ?? null,
      result?.agreementAfter ?? null,
    ),
    compared('How many people’s scores count', panel.reviewers, result?.reviewers ?? 0),
  ];
}

/** The method that the file says; without one it is the first. */
function methodIn({
  framework: { method },
}: PublishedContent): Pick<PublishedContent['framework'], 'method'> {
  return method ? { method } : {};
}

/** A review that was never answered has no scores, and is rated as silent. */
function unscored({ criteria }: PublishedContent): Parameters<typeof rateReview>[0] {
  return criteria.map(({ code, domain, gravity }) => ({ id: code, domain, gravity, score: null }));
}

/** The report without what is said beside it. */
function reportIn(agreement: PublishedAgreement): Partial<PublishedAgreement> {
  const beside: readonly string[] = ['reviewers', 'publishedAnywayBecause', 'afterMeetings'];
  return Object.fromEntries(Object.entries(agreement).filter(([name]) => !beside.includes(name)));
}

/** What a meeting proposed and who confirmed it, as agreement after meetings takes it. */
function confirmedIn(meeting: PublishedMeeting | null): NonNullable<ScoredCriterion['confirmed']> | null {
  const proposal = meeting?.proposals.at(-1);
  if (!proposal) return null;
  const by = proposal.said.filter(({ stance }) => stance === 'confirm').map(({ reviewer }) => reviewer);
  return { score: proposal.score, by };
}
