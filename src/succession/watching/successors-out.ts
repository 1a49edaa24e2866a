import { z } from 'zod';
import { ClaimOut } from '../../deployments/claims/claim-out.js';
import { LIFE_CYCLE_STATES } from '../../deployments/life-cycle-state.js';
import { wordsOf } from '../../kernel/words/words-of.js';
import { pageSchema } from '../../web/api/paging.js';
import { SUCCESSION_ANSWER_CODES } from '../answering/succession-answer.entity.js';
import { TRUST_STANDINGS } from '../answering/trust-standing.js';
import { FEATURE_SORT_CODES } from '../comparing/feature.js';
import { featureInWords, joinedBy, sharedInWords } from './pair-in-words.js';
import type { WatchedPair } from './succession-watch.js';

const SchemeOfPair = z.object({
  key: z.string(),
  title: z.string(),
  area: z.string(),
  stateCode: z.enum(LIFE_CYCLE_STATES),
  stateAt: z.string().nullable(),
  fictional: z.boolean(),
});

const RecordedFeature = z.object({
  saidIn: z.string().meta({ description: 'The kind of the record that says it: `deployment-agency`.' }),
  claimKey: z.string().nullable().meta({ description: 'The claim that it rests on.' }),
  goneOn: z.iso.date().nullable().meta({ description: 'Since when it is not said any more.' }),
});

const SharedOut = z.object({
  key: z.string(),
  sort: z.enum(FEATURE_SORT_CODES),
  words: z.string(),
  counts: z.boolean().meta({ description: 'Whether it counts towards the two that make a suggestion.' }),
  since: z.iso.date(),
  inEarlier: z.array(RecordedFeature),
  inLater: z.array(RecordedFeature),
});

const AnswerOut = z.object({
  id: z.uuid(),
  says: z.enum(SUCCESSION_ANSWER_CODES),
  ended: z.string().nullable(),
  different: z.string().nullable(),
  people: z.string().nullable(),
  features: z.array(z.string()).meta({ description: 'What was shared when it was answered.' }),
  answeredOn: z.iso.date(),
});

const TrustOut = z.object({
  trust: z.object({ id: z.uuid(), key: z.string(), name: z.string() }),
  standing: z.enum(wordsOf(TRUST_STANDINGS)),
  since: z.iso.date().nullable(),
  notAnsweredTo: z.array(z.string()),
  answers: z.array(AnswerOut),
});

/** That one scheme may go on in another, for programs. */
export const SuccessorOut = z
  .object({
    earlier: SchemeOfPair,
    later: SchemeOfPair,
    joinedBy: z.string().meta({ description: '`Inferred: no source says it`, unless a source claims it.' }),
    recorded: z
      .boolean()
      .meta({ description: 'Whether the later one is recorded to follow the earlier one.' }),
    sharedInWords: z.string(),
    since: z.iso.date().nullable().meta({ description: 'Since when enough is shared.' }),
    shared: z.array(SharedOut),
    lineage: z.array(ClaimOut),
    trusts: z.array(TrustOut),
  })
  .meta({ id: 'PossibleSuccessor' });

/** A page of them. */
export const SuccessorPage = pageSchema('PossibleSuccessorPage', SuccessorOut);

/** A pair as programs read it. */
export function successorOut(pair: WatchedPair) {
  return {
    ...pair,
    joinedBy: joinedBy(pair).text,
    sharedInWords: sharedInWords(pair),
    shared: pair.shared.map((one) => ({ ...one, words: featureInWords(one) })),
  };
}
