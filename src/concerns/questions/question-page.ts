import { CONSENT_USE_CODES, CONSENT_USES, type ConsentUse } from '../consent-use.js';
import { defineForm, type Fields, type Form } from '../../web/form/form.js';
import { yesNo } from '../../web/form/kinds/yes-no.js';
import { matterFields, personFields, placeFields, replyFields } from './fields.js';

/** One page of questions: its address, its questions, and what it says before them. */
export interface QuestionPage {
  readonly slug: string;
  readonly form: Form;
  /** The heading, when the one question is not it. */
  readonly title?: string;
  readonly lead?: readonly string[];
}

const CONTENT_NOTE = 'This page mentions police, self-harm and refusal of care. You can skip it.';
const CONSENT_LEAD = [
  'Every answer is no unless you say yes, and you can change it later with your receipt.',
  'If we believe that a life is in danger or a child is at risk, we may have to tell somebody who can help. We tell you if we do.',
];

/** Every page in the order in which people meet them. No address says what the pages are about. */
export const QUESTION_PAGES: readonly QuestionPage[] = [
  { slug: 'who', form: form('FilingWho', { filedFor: personFields.filedFor }) },
  { slug: 'private', form: form('FilingPrivate', { privacy: personFields.privacy }) },
  { slug: 'now', form: form('FilingNow', { danger: personFields.danger }) },
  {
    slug: 'where',
    title: 'Which service is it about?',
    lead: ['You can leave both. “I do not know” is a good answer.'],
    form: form('FilingWhere', { organisationId: placeFields.organisationId, place: placeFields.place }),
  },
  { slug: 'when', form: form('FilingWhen', { happened: placeFields.happened }) },
  { slug: 'still', form: form('FilingStill', { stillHappening: placeFields.stillHappening }) },
  { slug: 'about', lead: [CONTENT_NOTE], form: form('FilingAbout', { themes: matterFields.themes }) },
  { slug: 'words', lead: [CONTENT_NOTE], form: form('FilingWords', { words: matterFields.words }) },
  { slug: 'others', lead: [CONTENT_NOTE], form: form('FilingOthers', { officers: matterFields.officers }) },
  {
    slug: 'since',
    title: 'What happened because of it',
    lead: [CONTENT_NOTE],
    form: form('FilingSince', { effects: matterFields.effects, since: matterFields.since }),
  },
  { slug: 'next', form: form('FilingNext', { wishes: matterFields.wishes }) },
  { slug: 'formal', form: form('FilingFormal', { formalComplaint: matterFields.formalComplaint }) },
  {
    slug: 'sharing',
    title: 'Who may see what',
    lead: CONSENT_LEAD,
    form: consentForm(
      'FilingSharing',
      CONSENT_USE_CODES.filter((use) => use !== 'police'),
    ),
  },
  { slug: 'sharing-more', form: consentForm('FilingSharingMore', ['police']) },
  { slug: 'replies', form: form('FilingReplies', { reply: replyFields.reply }) },
  {
    slug: 'reach',
    title: 'How we can reach you',
    form: form('FilingReach', {
      name: replyFields.name,
      contact: replyFields.contact,
      safeTimes: replyFields.safeTimes,
      doNotSay: replyFields.doNotSay,
    }),
  },
  {
    slug: 'support',
    title: 'Support to use this service',
    form: form('FilingSupport', { support: replyFields.support, supportWords: replyFields.supportWords }),
  },
];

/** A form with one question for each use; the answer to each stands at no. */
export function consentForm(id: string, uses: readonly ConsentUse[]): Form {
  const fields = uses.map((use) => {
    const { question, hint } = CONSENT_USES[use];
    return [use, yesNo({ label: question, hint, missing: 'Select yes or no' })] as const;
  });
  return defineForm<Fields>({ id, fields: Object.fromEntries(fields) });
}

function form(id: string, fields: Fields): Form {
  return defineForm<Fields>({ id, fields });
}
