import { z } from 'zod';
import type { ConcernAnswers } from './answers.js';
import { CONSENT_USE_CODES } from '../consent-use.js';
import { matterFields, personFields, placeFields, replyFields } from './fields.js';

/**
 * The answers as a program sends them, or as a draft holds them: the schemas of the questions themselves, each of them
 * optional, and a list of the uses that are agreed to. What is left out is not said, and not agreed.
 */
export const FileConcern = z
  .strictObject(
    {
      filedFor: personFields.filedFor.schema.optional(),
      privacy: personFields.privacy.schema.optional(),
      danger: personFields.danger.schema.optional(),
      organisationId: z.uuid({ error: 'Give the id of an organisation of the register.' }).optional(),
      place: placeFields.place.schema,
      happened: placeFields.happened.schema,
      stillHappening: placeFields.stillHappening.schema.optional(),
      themes: matterFields.themes.schema,
      words: matterFields.words.schema,
      officers: matterFields.officers.schema,
      effects: matterFields.effects.schema,
      since: matterFields.since.schema,
      wishes: matterFields.wishes.schema,
      formalComplaint: matterFields.formalComplaint.schema.optional(),
      consents: z
        .array(z.enum(CONSENT_USE_CODES, { error: 'Give one of the uses that are listed.' }), {
          error: 'Give a list of uses.',
        })
        .max(CONSENT_USE_CODES.length, { error: 'Give each use once.' })
        .default([])
        .meta({ description: 'The uses the person agrees to. Every other use stays at no.' }),
      reply: replyFields.reply.schema.optional(),
      name: replyFields.name.schema,
      contact: replyFields.contact.schema,
      safeTimes: replyFields.safeTimes.schema,
      doNotSay: replyFields.doNotSay.schema,
      support: replyFields.support.schema,
      supportWords: replyFields.supportWords.schema,
    },
    { error: 'Send the answers as one JSON object.' },
  )
  .superRefine(({ themes, words, officers, since, reply, contact }, context) => {
    if (themes.length === 0 && [words, officers, since].every((said) => said === undefined))
      context.addIssue({ code: 'custom', path: ['words'], message: NOTHING_SAID });
    if (reply !== undefined && reply !== 'receipt' && contact === undefined)
      context.addIssue({ code: 'custom', path: ['contact'], message: NO_CONTACT });
  })
  .meta({ id: 'FileConcern' });

/** What `FileConcern` yields. */
export type SentAnswers = z.output<typeof FileConcern>;

/** The answers with everything that was left out spelt out. */
export function spelledOut(typed: SentAnswers): ConcernAnswers {
  return {
    filedFor: typed.filedFor ?? 'not-said',
    privacy: typed.privacy ?? 'anonymous',
    danger: typed.danger ?? 'not-said',
    organisationId: typed.organisationId ?? null,
    place: typed.place ?? null,
    happened: typed.happened ?? null,
    stillHappening: typed.stillHappening ?? 'not-said',
    themes: typed.themes,
    words: typed.words ?? null,
    officers: typed.officers ?? null,
    effects: typed.effects,
    since: typed.since ?? null,
    wishes: typed.wishes,
    formalComplaint: typed.formalComplaint ?? 'not-sure',
    consents: typed.consents,
    reply: typed.reply ?? 'receipt',
    name: typed.name ?? null,
    contact: typed.contact ?? null,
    safeTimes: typed.safeTimes ?? null,
    doNotSay: typed.doNotSay ?? null,
    support: typed.support,
    supportWords: typed.supportWords ?? null,
  };
}

const NOTHING_SAID = 'Select what it is about, or say something in your own words';
const NO_CONTACT = 'Enter where we can reach you, or choose to hear back only here';
