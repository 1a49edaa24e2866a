import type { BoardLine } from './board-line.js';

/** For whom something waits. */
export const WAITED_FOR = ['me', 'trust', 'reviewers', 'another-lead', 'replies', 'nobody'] as const;

/** The words of each. */
export const WAITED_FOR_WORDS: Readonly<Record<(typeof WAITED_FOR)[number], string>> = {
  me: 'You',
  trust: 'The trust',
  reviewers: 'Its reviewers',
  'another-lead': 'Another lead reviewer',
  replies: 'Whoever may reply',
  nobody: 'Nobody',
};

/** For whom a line waits, and the one page on which it goes on. */
export interface Mend {
  readonly waitsFor: (typeof WAITED_FOR)[number];
  readonly href: string;
  readonly text: string;
}

/** Where whoever leads goes for this line. It says nothing that the page behind it would not. */
export function mendOf(line: BoardLine, roundId: string): Mend {
  const round = `/rounds/${roundId}`;
  if (line.step === 'NONE') return { waitsFor: 'nobody', href: round, text: 'Read why it was voided' };
  if (line.step === 'REMOVED')
    return { waitsFor: 'nobody', href: `${round}/scope`, text: 'Read why it was removed' };
  if (line.step === 'NIL')
    return { waitsFor: 'nobody', href: `${round}/nil-returns`, text: 'Read what it signed' };
  if (line.reviewId === null) return withoutReview(line, round);
  const at = `/reviews/${line.reviewId}`;
  if (line.step === 'FOLLOW_UP') return { waitsFor: 'nobody', href: at, text: 'Read the review' };
  if (!line.leads) return notLed(line, at);
  return panelMend(line, at) ?? stepMend(line, at);
}

function notLed({ own, ledByOthers }: BoardLine, at: string): Mend {
  if (own === 'undeclared') return { waitsFor: 'me', href: `${at}/declare`, text: 'Declare your interests' };
  if (own !== null) return { waitsFor: 'another-lead', href: '/assignments', text: 'See your part in it' };
  const text = ledByOthers ? 'Name who else leads it' : 'Name who leads it';
  return { waitsFor: ledByOthers ? 'another-lead' : 'me', href: `${at}/panel/lead`, text };
}

function withoutReview({ named }: BoardLine, round: string): Mend {
  const undecided = named.some(({ says, outcome }) => says === 'DISPUTED' && outcome === null);
  if (undecided) return { waitsFor: 'me', href: `${round}/named-schemes`, text: 'Decide what it disputes' };
  if (named.length > 0)
    return { waitsFor: 'trust', href: `${round}/named-schemes`, text: 'See what was named for it' };
  return { waitsFor: 'trust', href: `${round}/named-schemes`, text: 'Name a scheme for it' };
}

function panelMend({ step, panel }: BoardLine, at: string): Mend | null {
  const scoring = step === 'ACKNOWLEDGE' || step === 'ANSWER' || step === 'SCORE';
  if (panel === null || !scoring) return null;
  if (panel.missing.length > 0) return { waitsFor: 'me', href: `${at}/panel`, text: 'Fill its panel' };
  if (panel.undecided > 0) return { waitsFor: 'me', href: `${at}/panel`, text: 'Decide about interests' };
  return null;
}

function stepMend({ step, panel, preparedOn, preparedByReader }: BoardLine, at: string): Mend {
  switch (step) {
    case 'SCORE':
      return panel !== null && panel.locked.done === panel.locked.of
        ? { waitsFor: 'me', href: at, text: 'Open the scores' }
        : { waitsFor: 'reviewers', href: `${at}/panel`, text: 'See who has locked' };
    case 'MODERATE':
      return { waitsFor: 'me', href: `${at}/moderation`, text: 'Moderate the scores' };
    case 'REPLY':
      return { waitsFor: 'replies', href: `${at}/replies`, text: 'Read the replies' };
    case 'DECIDE_REPLIES':
      return { waitsFor: 'me', href: `${at}/replies`, text: 'Decide the replies' };
    case 'PUBLISH':
      return preparedOn !== null && preparedByReader
        ? { waitsFor: 'another-lead', href: at, text: 'See what was prepared' }
        : {
            waitsFor: 'me',
            href: at,
            text: preparedOn === null ? 'Prepare the result' : 'Release the result',
          };
    default:
      return { waitsFor: 'trust', href: at, text: 'See how far it has come' };
  }
}
