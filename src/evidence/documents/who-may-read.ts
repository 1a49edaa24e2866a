import { radios } from '../../web/form/kinds/choices.js';
import type { Issue } from '../../kernel/refusal.js';
import { AUDIENCES, type Audience } from './evidence-item.entity.js';
import { reasonText } from '../../web/form/kinds/reason.js';

/** The audiences in words, for forms and pages. */
export const AUDIENCE_WORDS: Readonly<Record<Audience, string>> = {
  everyone: 'Your trust, the reviewers, and later perhaps everyone',
  reviewers: 'Your trust and the reviewers of this scheme only',
  privileged: 'Nobody but your trust and auditors',
};

/** The two questions of every form that settles who may read a document. */
export const WHO_MAY_READ = {
  audience: radios({
    label: 'Who may read it?',
    called: 'Who may read it',
    choices: AUDIENCES.map((value) => ({ value, label: AUDIENCE_WORDS[value] })),
  }),
  whyNotEveryone: reasonText({
    label: 'Why not everyone?',
    called: 'Why not everyone',
    hint: 'Needed unless everyone may read it. Reviewers and auditors see this.',
    max: 1000,
    optional: true,
  }),
};

/** What is kept from everyone says why. */
export function whyIsMissing(said: {
  readonly audience: Audience;
  readonly whyNotEveryone?: string | undefined;
}): Issue[] {
  return said.audience !== 'everyone' && said.whyNotEveryone === undefined
    ? [{ field: 'whyNotEveryone', text: 'Enter why not everyone may read it' }]
    : [];
}
