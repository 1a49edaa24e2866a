import { shownSource, sureness } from '../../deployments/claims/claim-card.js';
import { capitalised, day, plural } from '../../web/words.js';
import { ANSWER_KINDS, REQUEST_KINDS, REQUEST_STANDINGS } from '../holding/request-words.js';
import type { PastRequestDetail, PastRequestRow, SaidAnswer } from './past-requests.queries.js';
import { toldTrusts, type ToldTrust } from './told-answer.js';

/** A request in a list, in words. */
export function requestCard(row: PastRequestRow) {
  const { key, title, fictional, askedBy, askedOf } = row;
  return {
    ...{ key, title, fictional, askedBy, askedOf },
    kind: REQUEST_KINDS[row.kind],
    draft: row.standing === 'DRAFT',
    when: row.madeOn === null ? 'no date was found' : day(row.madeOn),
    due: row.dueOn === null ? row.dueNote : `By ${day(row.dueOn)}. ${row.dueNote}`,
    outcome: row.isOfList ? countsInWords(row) : null,
  };
}

/** What a page shows of one request. */
export function requestPage(request: PastRequestDetail) {
  const trusts = toldTrusts(request.trusts, request.answers);
  const usual = usualSources(trusts);
  return {
    ...requestCard(request),
    standing: REQUEST_STANDINGS[request.standing],
    facts: factsOf(request),
    aims: request.aims,
    cautions: request.cautions,
    readings: request.readings.map(({ statement, dated, sources, confidence }) => ({
      ...{ text: statement, when: dated === null ? null : day(dated) },
      ...{ sure: sureness(confidence), sources: sources.map(shownSource) },
    })),
    answers: request.answers.map(answerCard),
    isOfList: request.isOfList,
    counts: request.counts.map((said) => ({ ...said, sources: said.sources.map(shownSource) })),
    becameOf: becameOf(trusts),
    usual: usual === null ? [] : usual.trust.sources.map(shownSource),
    unusual: trusts
      .filter(({ restsOn }) => restsOn !== usual?.restsOn)
      .map(({ nameThen, restsOn }) => ({ nameThen, restsOn })),
    rows: trusts.map(trustRow),
  };
}

/** "51 mental health trusts on the list; none of them is known by name to have answered": never that they failed. */
function countsInWords({ trustsAsked, knownAnswers }: PastRequestRow): string {
  const known =
    knownAnswers === 0
      ? 'none of them is known by name to have answered'
      : `an answer is known of ${String(knownAnswers)} of them`;
  return `${capitalised(plural(trustsAsked, 'mental health trust'))} on the list; ${known}`;
}

function factsOf(request: PastRequestDetail) {
  const link = (words: string, to: PastRequestDetail['asker']) =>
    to === null ? { value: words } : { value: words, href: `/organisations/${to.key}` };
  return [
    { key: 'Who asked', ...link(request.askedBy, request.asker) },
    { key: 'Who was asked', ...link(request.askedOf, request.asked) },
    { key: 'About what', value: request.subject },
    { key: 'When', value: request.madeOn === null ? 'No date was found' : day(request.madeOn) },
    {
      key: 'By when',
      value: request.dueOn === null ? request.dueNote : `${day(request.dueOn)}. ${request.dueNote}`,
    },
  ];
}

function answerCard({
  key,
  kind,
  statement,
  dated,
  sources,
  confidence,
  cautions,
  organisation,
}: SaidAnswer) {
  return {
    ...{ key, statement, cautions, organisation, kind: ANSWER_KINDS[kind] },
    who: organisation?.name ?? 'Not named by the source',
    when: dated === null ? null : day(dated),
    sure: sureness(confidence),
    sources: sources.map(shownSource),
  };
}

/** What a trust shows that rests on what most of them rest on, so that it is said once; null for no trusts. */
function usualSources(trusts: readonly ToldTrust[]): ToldTrust | null {
  const counted = new Map<string, { readonly one: ToldTrust; readonly count: number }>();
  for (const one of trusts)
    counted.set(one.restsOn, { one, count: (counted.get(one.restsOn)?.count ?? 0) + 1 });
  const [most] = [...counted.values()].sort((a, b) => b.count - a.count);
  return most?.one ?? null;
}

function trustRow({ trust, nameThen, now, nowInWords, answer }: ToldTrust) {
  return {
    ...{ key: trust.key, nameThen, now, nowInWords },
    tone: answer.standing === 'KNOWN' ? 'good' : 'quiet',
    answer: answer.words,
    said: answer.said.map(({ key, kind }) => ({ key, kind: ANSWER_KINDS[kind] })),
  };
}

/** How many of the mental health trusts of the list there are now, and why the number changed. */
function becameOf(trusts: readonly ToldTrust[]) {
  const then = trusts.filter(({ trust }) => trust.gave === 'MENTAL_HEALTH');
  const keys = new Set(then.flatMap(({ now }) => now.map(({ key }) => key)));
  const merged = then.filter(({ trust }) => trust.now.length > 0);
  return {
    then: then.length,
    now: keys.size,
    others: trusts.length - then.length,
    mergers: merged.map(({ nameThen, nowInWords }) => `${nameThen}: ${nowInWords.replace(/^T/, 't')}`),
  };
}
