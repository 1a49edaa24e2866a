import { day } from '../../web/words.js';
import { SUCCESSION_ANSWERS } from '../answering/succession-answer.entity.js';
import { TRUST_STANDINGS, type GivenAnswer, type TrustStanding } from '../answering/trust-standing.js';
import {
  datesInWords,
  featureInWords,
  joinedBy,
  lineageCards,
  sharedInWords,
  sharedRow,
} from './pair-in-words.js';
import type { WatchedPair } from './succession-watch.js';

const TONES: Partial<Record<TrustStanding['standing'], string>> = {
  CONFIRMED: 'attention',
  NOT_ANSWERED: 'attention',
  OPEN_AGAIN: 'attention',
};

/** A pair as pages show it: what was computed, and beside it what each trust says. */
export function pairShown(pair: WatchedPair) {
  const { earlier, later, shared, lineage, recorded, trusts, mayAnswerFor } = pair;
  return {
    id: `${earlier.key}-${later.key}`,
    earlier: { title: earlier.title, area: earlier.area, href: `/deployments/${earlier.key}` },
    later: { title: later.title, area: later.area, href: `/deployments/${later.key}` },
    fictional: earlier.fictional || later.fictional,
    joined: joinedBy(pair),
    recorded,
    shared: sharedInWords(pair),
    dates: datesInWords(pair),
    rows: shared.map((one) => sharedRow(pair, one)),
    claims: lineageCards(lineage),
    trusts: trusts.map((one) => trustShown(one, pair)),
    answer: mayAnswerFor && answerAddress(pair),
  };
}

/** Where the trust of either answers. */
export function answerAddress({ earlier, later }: Pick<WatchedPair, 'earlier' | 'later'>): string {
  return `/deployments/${later.key}/successors/${earlier.key}/answer`;
}

/** Where a trust stands, in one sentence. */
export function standingInWords({ trust, standing, since, notAnsweredTo }: TrustStanding): string {
  const days = since === null ? '' : day(since);
  if (standing === 'NOT_ASKED') return `Nobody of ${trust.name} records here, so nobody was asked.`;
  if (standing === 'NOT_ANSWERED')
    return days === ''
      ? `${trust.name} has not answered whether one follows the other.`
      : `${trust.name} was asked on ${days}, and has not answered.`;
  if (standing === 'CONFIRMED') return `${trust.name} said on ${days} that it follows.`;
  if (standing === 'DENIED') return `${trust.name} said on ${days} that it does not follow.`;
  return `${trust.name} said that it does not follow. Since ${days} more is shared (${String(notAnsweredTo.length)}), to which it has not answered.`;
}

function trustShown(standing: TrustStanding, { shared }: WatchedPair) {
  const called = new Map(shared.map((one) => [one.key, featureInWords(one)]));
  return {
    text: standingInWords(standing),
    state: TRUST_STANDINGS[standing.standing],
    tone: TONES[standing.standing] ?? 'quiet',
    newly: standing.notAnsweredTo.map((key) => called.get(key) ?? key),
    answers: standing.answers.map((answer) => answerShown(answer, called)),
  };
}

function answerShown(answer: GivenAnswer, called: ReadonlyMap<string, string>) {
  const { says, ended, different, people, features, answeredOn } = answer;
  return {
    heading: `${SUCCESSION_ANSWERS[says]}. Said by the trust on ${day(answeredOn)}, checked by nobody else.`,
    lines: [
      { term: 'What ended', meaning: ended },
      { term: 'What is different', meaning: different },
      { term: 'What became of the people', meaning: people },
      { term: 'It answered to', meaning: features.map((key) => called.get(key) ?? key).join('; ') },
    ].filter(({ meaning }) => meaning !== null && meaning !== ''),
  };
}
