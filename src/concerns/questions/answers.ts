import type { z } from 'zod';
import type { Uuid } from '../../kernel/identifiers.js';
import type { ConsentUse } from '../consent-use.js';
import type { Field } from '../../web/form/field.js';
import type { Theme } from '../theme.js';
import type { matterFields, personFields, placeFields, replyFields } from './fields.js';

/** What a question about a concern can be answered with; its answers stand once, beside its words. */
type AnswerTo<F extends Field> = z.output<F['schema']>;

/**
 * Everything a person may say when they file. Nothing but one theme or some words is ever needed; the rest stands at
 * “not said”, and every consent is no unless it is listed.
 */
export interface ConcernAnswers {
  /** For whom it is filed. */
  readonly filedFor: AnswerTo<typeof personFields.filedFor>;
  /** No contact held; contact held and kept from the trust; or named. */
  readonly privacy: AnswerTo<typeof personFields.privacy>;
  readonly danger: AnswerTo<typeof personFields.danger>;
  readonly organisationId: Uuid | null;
  /** The service, team or area in the person's own words. */
  readonly place: string | null;
  /** `2020`, `2020-06`, `2020-06-03` or `not-sure`. */
  readonly happened: string | null;
  readonly stillHappening: AnswerTo<typeof placeFields.stillHappening>;
  readonly themes: readonly Theme[];
  readonly words: string | null;
  /** What they said about police involvement. */
  readonly officers: string | null;
  readonly effects: readonly string[];
  readonly since: string | null;
  readonly wishes: readonly string[];
  /** “Do you want this treated as a formal NHS complaint?” A concern is never made into one silently. */
  readonly formalComplaint: AnswerTo<typeof matterFields.formalComplaint>;
  readonly consents: readonly ConsentUse[];
  readonly reply: AnswerTo<typeof replyFields.reply>;
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
