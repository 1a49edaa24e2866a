import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { isCounted } from '../../review-method/panel/became-of.js';
import { daysLate } from '../../reviews/progress/review-standing.js';
import { day, numberInWords, plural } from '../../web/words.js';
import type { PublishedContent, PublishedCriterion } from '../content/published-content.js';
import { silenceWords } from './result-words.js';

/** One part of a review in a few words, as the page of a result tells them before anything else. */
export interface ResultStep {
  readonly term: string;
  readonly meaning: string;
}

/**
 * What was asked, answered, scored, met about and replied, and whether the promise was kept: what a reader must know before
 * any single score. The day of publication stands in no first release; without it nothing is said of it.
 */
export function whatHappened(
  content: PublishedContent,
  publishedOn: CalendarDay | null,
): readonly ResultStep[] {
  const happenings: (ResultStep | null)[] = [
    { term: 'The self-review', meaning: selfReview(content.review) },
    scoring(content),
    meetings(content.criteria),
    { term: 'Replies', meaning: replies(content) },
    { term: 'The promise', meaning: promise(content, publishedOn) },
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

function promise({ review, release }: PublishedContent, publishedOn: CalendarDay | null): string {
  const { promisedOn, promise: promised } = review;
  const moves = promised?.moves.filter(({ which }) => which === 'publication_date') ?? [];
  const later = moves.map(({ becomes, reason }) => ` It was moved to ${day(becomes)}: ${reason}`);
  return `The result was ${moves.length > 0 ? 'first ' : ''}promised for ${day(promisedOn)}.${later.join('')}${kept(review, release === 1 ? publishedOn : null)}`;
}

/** When it was first published, and whether that was the promise; nothing before anything was. */
function kept(
  { promisedOn, promise: promised }: PublishedContent['review'],
  publishedOn: CalendarDay | null,
): string {
  const on = promised?.due.find(({ step }) => step === 'publication')?.on ?? publishedOn;
  if (on === null) return '';
  const late = daysLate(promisedOn, on);
  const words =
    late === 0 ? 'so the promise was kept' : `${plural(late, 'day')} after the day first promised`;
  return ` It was ${on === publishedOn ? '' : 'first '}published on ${day(on)}, ${words}.`;
}

/** Who scored what and how far apart those are whose scores count; scores that are set aside are told and not compared. */
function scoring({ panel, criteria }: PublishedContent): ResultStep | null {
  const counting = new Set(
    panel.scored.filter(({ became }) => isCounted(became)).map(({ reviewer }) => reviewer),
  );
  const scored = criteria.filter(({ independent }) => independent.length > 0);
  if (scored.length === 0) return null;
  const apart = scored.filter(({ independent }) => {
    const counted = independent.filter(({ reviewer }) => counting.has(reviewer));
    return new Set(counted.map(({ score }) => score)).size > 1;
  });
  const aside = panel.scored.length - counting.size;
  return {
    term: 'The scores',
    meaning: [
      `${plural(panel.scored.length, 'reviewer')} scored ${plural(scored.length, 'criterion', 'criteria')}, each without seeing the scores of the others.`,
      aside > 0 &&
        `The scores of ${numberInWords(aside)} of them are set aside; why is told under “Who reviewed it”.`,
      apart.length > 0
        ? `Those whose scores count differed on ${numberInWords(apart.length)}.`
        : 'Those whose scores count gave the same score everywhere.',
    ]
      .filter((sentence) => sentence !== false)
      .join(' '),
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
