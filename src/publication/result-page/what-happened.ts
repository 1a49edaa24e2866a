import { day, numberInWords, plural } from '../../web/words.js';
import type { PublishedContent, PublishedCriterion } from '../content/published-content.js';
import { silenceWords } from './result-words.js';

/** One part of a review in a few words, as the page of a result tells them before anything else. */
export interface ResultStep {
  readonly term: string;
  readonly meaning: string;
}

/** What was asked, answered, scored, met about and replied: what a reader must know before any single score. */
export function whatHappened(content: PublishedContent): readonly ResultStep[] {
  const happenings: (ResultStep | null)[] = [
    { term: 'The self-review', meaning: selfReview(content.review) },
    scoring(content.criteria),
    meetings(content.criteria),
    { term: 'Replies', meaning: replies(content) },
    { term: 'The promise', meaning: promise(content.review) },
  ];
  return happenings.filter((each) => each !== null);
}

function selfReview(review: PublishedContent['review']): string {
  const { answering, acknowledgedOn, submittedOn } = review;
  const silent = silenceWords(answering);
  if (silent !== null) return `${silent} Silence is published as a result of its own.`;
  const answered = `The trust acknowledged the request on ${day(acknowledgedOn)} and submitted its answers on ${day(submittedOn)}`;
  return `${answered}${lateWords(review)}.`;
}

/** How late an answer came, and that silence had been published; nothing of one that came in time. */
function lateWords({ promise: promised }: PublishedContent['review']): string {
  const late = promised?.due.find(({ step }) => step === 'self-review')?.daysLate ?? 0;
  if (!promised || late === 0) return '';
  const words = `, ${plural(late, 'day')} late`;
  return promised.silencePublishedOn === null
    ? words
    : `${words}, after its silence had been published on ${day(promised.silencePublishedOn)}`;
}

function promise({ promisedOn, promise: promised }: PublishedContent['review']): string {
  const moves = promised?.moves.filter(({ which }) => which === 'publication_date') ?? [];
  const later = moves.map(({ becomes, reason }) => ` It was moved to ${day(becomes)}: ${reason}`);
  return `The result was ${moves.length > 0 ? 'first ' : ''}promised for ${day(promisedOn)}.${later.join('')}`;
}

function scoring(criteria: readonly PublishedCriterion[]): ResultStep | null {
  const reviewers = new Set(
    criteria.flatMap(({ independent }) => independent.map(({ reviewer }) => reviewer)),
  );
  if (reviewers.size === 0) return null;
  const scored = criteria.filter(({ independent }) => independent.length > 0);
  const apart = scored.filter(({ independent }) => new Set(independent.map(({ score }) => score)).size > 1);
  return {
    term: 'The scores',
    meaning:
      `${plural(reviewers.size, 'reviewer')} scored ${plural(scored.length, 'criterion', 'criteria')}, each without seeing the scores of the others. ` +
      (apart.length === 0
        ? 'They gave the same score everywhere.'
        : `They differed on ${numberInWords(apart.length)}.`),
  };
}

function meetings(criteria: readonly PublishedCriterion[]): ResultStep | null {
  const met = criteria.filter(({ counted }) => counted?.settledBy === 'meeting').length;
  const said = criteria.flatMap(
    ({ meeting }) => meeting?.proposals.flatMap((proposal) => proposal.said) ?? [],
  );
  const dissents = said.filter(({ stance }) => stance === 'dissent').length;
  const minority =
    dissents === 0 ? '' : ` ${plural(dissents, 'minority view')} can be read there as written.`;
  return met === 0
    ? null
    : {
        term: 'The meeting',
        meaning: `${plural(met, 'criterion', 'criteria')} could only be settled when they met.${minority}`,
      };
}

function replies({ replies: points, statements, review }: PublishedContent): string {
  const byTrust = points.filter(({ organisation }) => organisation === review.organisation);
  const accepted = byTrust.filter((point) => point.accepted === true).length;
  const trust =
    byTrust.length === 0
      ? 'The trust made no point of reply.'
      : `The trust made ${plural(byTrust.length, 'point')} of reply, of which ${accepted === 0 ? 'none was' : accepted === 1 ? '1 was' : `${numberInWords(accepted)} were`} accepted.`;
  const groups =
    statements.length === 0
      ? 'No user-led group made a statement.'
      : `User-led groups made ${plural(statements.length, 'statement')}, printed unedited.`;
  return `${trust} ${groups}`;
}
