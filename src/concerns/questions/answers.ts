import type { Uuid } from '../../kernel/identifiers.js';
import type { ConsentUse } from '../consent-use.js';
import type { Theme } from '../theme.js';

/** For whom a concern is filed. */
export type FiledFor = 'myself' | 'someone-else' | 'group' | 'staff' | 'not-said';

/** How private it is: no contact held; contact held and kept from the trust; or named. */
export type Privacy = 'anonymous' | 'confidential' | 'named';

/** An answer that may also be withheld. */
export type MaybeAnswer = 'yes' | 'no' | 'not-sure' | 'not-said';

/** How the person hears back. */
export type ReplyChannel = 'receipt' | 'email' | 'phone' | 'text' | 'post' | 'advocate';

/**
 * Everything a person may say when they file. Nothing but one theme or some words is ever needed; the rest stands at
 * “not said”, and every consent is no unless it is listed.
 */
export interface ConcernAnswers {
  readonly filedFor: FiledFor;
  readonly privacy: Privacy;
  readonly danger: MaybeAnswer;
  readonly organisationId: Uuid | null;
  /** The service, team or area in the person's own words. */
  readonly place: string | null;
  /** `2020`, `2020-06`, `2020-06-03` or `not-sure`. */
  readonly happened: string | null;
  readonly stillHappening: MaybeAnswer;
  readonly themes: readonly Theme[];
  readonly words: string | null;
  /** What they said about police involvement. */
  readonly officers: string | null;
  readonly effects: readonly string[];
  readonly since: string | null;
  readonly wishes: readonly string[];
  /** “Do you want this treated as a formal NHS complaint?” A concern is never made into one silently. */
  readonly formalComplaint: 'yes' | 'no' | 'not-sure';
  readonly consents: readonly ConsentUse[];
  readonly reply: ReplyChannel;
  readonly name: string | null;
  readonly contact: string | null;
  readonly safeTimes: string | null;
  readonly doNotSay: string | null;
  readonly support: readonly string[];
  readonly supportWords: string | null;
}

/** What goes into the identity envelope: who the person is, how to reach them, and what they need to take part. */
export type IdentityAnswers = Pick<
  ConcernAnswers,
  'reply' | 'name' | 'contact' | 'safeTimes' | 'doNotSay' | 'support' | 'supportWords'
>;

/** What goes into the narrative envelope: all the rest but the consents, which hold on their own. */
export type NarrativeAnswers = Omit<ConcernAnswers, keyof IdentityAnswers | 'consents'>;

/** Parts the answers, so that who somebody is and what they said are sealed to different keys. */
export function parted(answers: ConcernAnswers): {
  readonly identity: IdentityAnswers;
  readonly narrative: NarrativeAnswers;
} {
  const { reply, name, contact, safeTimes, doNotSay, support, supportWords, ...said } = answers;
  const { consents: _, ...narrative } = said;
  return { identity: { reply, name, contact, safeTimes, doNotSay, support, supportWords }, narrative };
}
