import { shownSource } from '../../deployments/claims/claim-card.js';
import { day } from '../../web/words.js';
import { ANSWER_KINDS, NO_ANSWER_KNOWN, SERVICES_GIVEN, type AnswerKind } from '../holding/request-words.js';
import type { AskedTrust, SaidAnswer } from './past-requests.queries.js';

/** How a trust stands towards a request: what is known of its answer, or that none is known. */
export type AnswerStanding = 'KNOWN' | 'NOT_KNOWN' | 'NOT_KNOWN_TO_BE_ASKED';

/** The kinds that are an answer; the others are silence for a time, or words that are easily taken for an answer. */
const ANSWERS: readonly AnswerKind[] = ['ANSWERED', 'IN_PART', 'REFUSED'];

/** What is known of the answer of one trust, in words. */
export interface ToldAnswer {
  readonly standing: AnswerStanding;
  readonly words: string;
  /** What sources say, each with them. */
  readonly said: readonly SaidAnswer[];
}

/** A trust that was asked: what it was then, what it is now, and what is known of its answer. */
export interface ToldTrust {
  readonly trust: AskedTrust;
  readonly nameThen: string;
  /** What it was called then, where that differs from the register's name, and what it is today. */
  readonly now: readonly { readonly key: string; readonly name: string }[];
  readonly nowInWords: string;
  readonly restsOn: string;
  readonly answer: ToldAnswer;
}

/** What is known of the answer of one trust. It never says that a trust failed: only that no answer is known. */
export function toldAnswer(gave: AskedTrust['gave'], said: readonly SaidAnswer[]): ToldAnswer {
  const [answered] = said.filter(({ kind }) => ANSWERS.includes(kind));
  if (answered) {
    const when = answered.dated === null ? '' : `, ${day(answered.dated)}`;
    return { standing: 'KNOWN', words: `${ANSWER_KINDS[answered.kind]}${when}`, said };
  }
  return gave === 'AMONG_OTHERS'
    ? { standing: 'NOT_KNOWN_TO_BE_ASKED', words: 'Whether it was asked is not known', said }
    : { standing: 'NOT_KNOWN', words: NO_ANSWER_KNOWN, said };
}

/** Every trust of a list with what became of it and what is known of its answer. */
export function toldTrusts(trusts: readonly AskedTrust[], answers: readonly SaidAnswer[]): ToldTrust[] {
  return trusts.map((trust) => {
    const said = answers.filter(({ organisationId }) => organisationId === trust.organisationId);
    return {
      ...{ trust, nameThen: trust.nameThen ?? trust.name },
      ...nowOf(trust),
      restsOn: restsOn(trust),
      answer: toldAnswer(trust.gave, said),
    };
  });
}

function nowOf(trust: AskedTrust): Pick<ToldTrust, 'now' | 'nowInWords'> {
  const { merged, now, key, name, closedOn } = trust;
  if (now.length > 0) {
    const how = merged
      .map(({ name: next, tookPlace, confidence }) => {
        const sure = confidence === 'B' ? ', reference being checked' : '';
        return `${next}, ${tookPlace === null ? 'date not recorded' : day(tookPlace)}${sure}`;
      })
      .join('; ');
    return { now, nowInWords: `Taken over by ${how}` };
  }
  if (closedOn !== null)
    return { now: [], nowInWords: `Closed on ${day(closedOn)}; who followed is not recorded` };
  const renamed = trust.nameThen !== null && trust.nameThen !== name;
  return { now: [{ key, name }], nowInWords: renamed ? `Now called ${name}` : 'The same trust' };
}

/** What the type of a trust rests on: its sources, and what is inferred. */
function restsOn({ gave, sources, confidence, thenConfidence, listAsOf, note }: AskedTrust): string {
  const type = confidence === 'A' ? '' : ' (the type is being checked)';
  const then = thenConfidence === 'inference' ? ` That it was so in ${day(listAsOf)} is inferred.` : '';
  const said = sources.map((source) => shownSource(source).words).join('; ');
  return `${SERVICES_GIVEN[gave]}${type}. Sources: ${said}.${then}${note === null ? '' : ` ${note}`}`;
}
