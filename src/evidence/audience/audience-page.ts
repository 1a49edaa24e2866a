import { Page } from '../../web/answer/page.js';
import type { Asked, FieldsOf, ValuesIn } from '../../web/form/form.js';
import { documentTypeInWords } from '../documents/document-types.js';
import type { OfferDocument } from '../documents/evidence.forms.js';
import { AUDIENCE_WORDS } from '../documents/who-may-read.js';
import type { EvidenceRow } from '../documents/evidence.queries.js';
import { ChangeAudience } from './audience.form.js';

type AskedAudience = Asked<FieldsOf<typeof ChangeAudience>>;

/** The answers of the form as the record has them now. */
export function recordedAudience({ audience, whyNotEveryone, revision }: EvidenceRow) {
  return {
    audience,
    ...(whyNotEveryone === null ? {} : { whyNotEveryone }),
    version: revision,
  };
}

/** The page that asks who may read the document from now on. */
export function audiencePage(document: EvidenceRow, asked: AskedAudience): Page {
  return new Page('evidence/audience/views/audience.njk', {
    title: 'Who may read this document?',
    ...shown(document),
    ...asked,
  });
}

/**
 * The page that says that this file is here already: how it was recorded, that nothing typed now was kept, and, where the
 * audience would be another, the question whether to change it, with what was typed.
 */
export function hereAlreadyPage(document: EvidenceRow, typed: ValuesIn<typeof OfferDocument>): Page {
  const { audience, whyNotEveryone } = typed;
  const asked = ChangeAudience.asked({
    audience,
    ...(whyNotEveryone === undefined ? {} : { whyNotEveryone }),
    version: document.revision,
  });
  const model = {
    title: 'This file is here already',
    ...shown(document),
    typed: {
      title: typed.title,
      sort: documentTypeInWords(typed.documentType),
      openTo: AUDIENCE_WORDS[audience],
    },
    asksForAudience:
      audience !== document.audience ||
      (audience !== 'everyone' && whyNotEveryone !== document.whyNotEveryone),
    ...asked,
  };
  return new Page('evidence/audience/views/here-already.njk', model, { status: 409 });
}

function shown({ id, title, documentType, audience, whyNotEveryone }: EvidenceRow): object {
  return {
    caption: title,
    back: { href: `/evidence/${id}`, text: title },
    action: `/evidence/${id}/audience`,
    recorded: {
      title,
      sort: documentTypeInWords(documentType),
      openTo: AUDIENCE_WORDS[audience],
      whyNotEveryone,
    },
  };
}
