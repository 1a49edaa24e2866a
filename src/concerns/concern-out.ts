import { z } from 'zod';
import { CONCERN_STATES } from './concern.entity.js';
import { CONSENT_USE_CODES } from './consent-use.js';
import { DIRECTIONS } from './message.entity.js';

const day = z.iso.date();

/** The state of a concern, in a word for programs. */
const State = z.enum(CONCERN_STATES);

/** One message, opened. */
const MessageOut = z
  .object({
    turn: z.number().int(),
    direction: z.enum(DIRECTIONS),
    answers: z.boolean(),
    day,
    text: z.string().nullable().meta({ description: 'Null when it was erased.' }),
  })
  .meta({ id: 'ConcernMessage' });

/** The messages are one page of them, the newest unless others were asked for. */
const earlier = z
  .number()
  .int()
  .nullable()
  .meta({ description: 'Send as `before` for the messages before these; null when there are none.' });

/** Which page of messages is wanted. */
export const MessagesBefore = z.object({
  before: z.coerce
    .number({ error: 'Use the value of "earlier" from the answer before.' })
    .int({ error: 'Use the value of "earlier" from the answer before.' })
    .min(1, { error: 'Use the value of "earlier" from the answer before.' })
    .max(2_147_483_647, { error: 'Use the value of "earlier" from the answer before.' })
    .optional()
    .meta({ description: 'The value of `earlier`; leave out for the newest messages.' }),
});

/** A concern as its person sees it with the receipt. */
export const OwnConcernOut = z
  .object({
    reference: z.string(),
    state: State,
    stateInWords: z.string(),
    filedOn: day,
    agreedUses: z.array(z.enum(CONSENT_USE_CODES)),
    messages: z.array(MessageOut),
    earlier,
    timeline: z.array(z.object({ when: day, title: z.string() })),
  })
  .meta({ id: 'OwnConcern' });

/** A concern without its words. */
export const ConcernOut = z
  .object({
    id: z.uuid(),
    reference: z.string(),
    state: State,
    urgent: z.boolean(),
    themes: z.array(z.string()),
    filedOn: day,
    awaitsReply: z.boolean().optional(),
  })
  .meta({ id: 'Concern' });

const ConsentOut = z.object({ use: z.enum(CONSENT_USE_CODES), given: z.boolean(), edition: z.string(), day });

const LinkOut = z.object({
  id: z.uuid(),
  organisationId: z.uuid().nullable(),
  organisation: z.string().nullable(),
  deploymentId: z.uuid().nullable(),
  deployment: z.string().nullable(),
  criteria: z.array(z.string()),
  linkedOn: day,
  endedOn: day.nullable(),
});

/** What was released of a concern, as those see it to whom it was released. */
export const ReleaseOut = z
  .object({
    id: z.uuid(),
    organisationId: z.uuid(),
    organisation: z.string(),
    deploymentId: z.uuid().nullable(),
    themes: z.array(z.string()),
    month: z.string(),
    text: z.string().nullable().optional(),
  })
  .meta({ id: 'ReleasedConcern' });

/** A concern opened for a handler; the words are what the person typed. */
export const OpenConcernOut = z
  .object({
    concern: ConcernOut,
    identity: z.record(z.string(), z.unknown()).nullable(),
    narrative: z.record(z.string(), z.unknown()).nullable(),
    consents: z.array(ConsentOut),
    links: z.array(LinkOut),
    messages: z.array(MessageOut),
    earlier,
    releases: z.array(ReleaseOut),
  })
  .meta({ id: 'OpenConcern' });
