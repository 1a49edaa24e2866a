import { RATING_WORDS } from '../../review-method/rating/rating.js';
import { daysLate, isOwed, type DueStep } from '../../reviews/progress/review-standing.js';
import { answeringOf, openIn } from '../content/assemble-content.js';
import type { PublishedContent } from '../content/published-content.js';
import { compared, type ReleaseCheck } from './release-check.js';

/** What a release says in words, lists and days that follow from the rest of it, computed again. */
export function statementChecks(content: PublishedContent): readonly ReleaseCheck[] {
  const { rating, open, criteria, review } = content;
  const { label, meaning } = rating;
  return [
    compared('The words of the rating', { label, meaning }, RATING_WORDS[rating.overall]),
    compared('What is not answered, not verified or not applicable', open, openIn(criteria)),
    compared('Whether the trust answered', review.answering, answeringOf(review)),
    ...panelChecks(content),
    ...promiseChecks(content),
  ];
}

/** The numbers of a panel name nobody, so they are held to what they cannot be: more than whose scores count. */
function panelChecks({ panel, agreement }: PublishedContent): readonly ReleaseCheck[] {
  const { reviewers, outsideNhsEngland, livedExperience, excluded } = panel;
  const setAside = panel.scored.filter(({ became }) => became === 'set-aside').length;
  return [
    within('How many of them are from outside NHS England', outsideNhsEngland, { to: reviewers }),
    within('How many of them have lived experience', livedExperience, { to: reviewers }),
    within('How many people were excluded', excluded, { from: setAside }),
    ...(agreement ? [compared('Whose agreement it is', agreement.reviewers, reviewers)] : []),
  ];
}

function within(
  about: string,
  said: number,
  { from = 0, to = Infinity }: { readonly from?: number; readonly to?: number },
): ReleaseCheck {
  if (said >= from && said <= to)
    return { about, holds: true, sentence: 'is possible by the rest of the file' };
  const bound = said < from ? `at least ${String(from)}` : `at most ${String(to)}`;
  return {
    about,
    holds: false,
    sentence: `the file says ${String(said)}; by the rest of it, it is ${bound}`,
  };
}

const MOVED: Readonly<Record<DueStep['step'], string | null>> = {
  acknowledgement: null,
  'self-review': 'self_review_due',
  scoring: 'scoring_due',
  publication: 'publication_date',
};

/** What was due, moved, done and late; nothing of results that were published before they said it. */
function promiseChecks({ review, follows }: PublishedContent): readonly ReleaseCheck[] {
  const { promise, promisedOn, acknowledgedOn, submittedOn } = review;
  if (!promise) return [];
  const known: Partial<Record<DueStep['step'], Partial<DueStep>>> = {
    acknowledgement: { on: acknowledgedOn },
    'self-review': { on: submittedOn },
    publication: { due: promisedOn, ...(follows === null ? { on: null } : {}) },
  };
  const computed = promise.due.map((said) => {
    const moves = promise.moves.filter(({ which }) => which === MOVED[said.step]);
    const given = { ...said, due: moves[0]?.was ?? said.due, ...known[said.step] };
    const now = moves.at(-1)?.becomes ?? given.due;
    const late = given.on === null || !isOwed(said.step, review) ? null : daysLate(given.due, given.on);
    return { ...given, movedTo: now === given.due ? null : now, daysLate: late };
  });
  const publishedOn = promise.due.find(({ step }) => step === 'publication')?.on ?? null;
  const isAfterSilence = publishedOn !== null && submittedOn !== null && publishedOn <= submittedOn;
  return [
    compared('What was due, and how late it was', promise.due, computed),
    compared(
      'The day on which silence was published',
      promise.silencePublishedOn,
      isAfterSilence ? publishedOn : null,
    ),
  ];
}
