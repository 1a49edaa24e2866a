import { defineForm, type ValuesIn } from '../../web/form/form.js';
import { dropDown } from '../../web/form/kinds/choices.js';
import { files } from '../../web/form/kinds/files.js';
import { knownDate, partialDate } from '../../web/form/kinds/partial-date.js';
import { text } from '../../web/form/kinds/text.js';
import { DOCUMENT_TYPE_WORDS, DOCUMENT_TYPES } from './document-types.js';
import type { RecordRef } from '../../kernel/record-ref.js';
import type { OfferedDocument } from './evidence.service.js';
import { WHO_MAY_READ, whyIsMissing } from './who-may-read.js';

/** One document as a person offers it, with what must be known to weigh it. */
export const OfferDocument = defineForm({
  id: 'OfferDocument',
  fields: {
    title: text({
      label: 'What is this document?',
      called: 'Title',
      hint: 'For example, DPIA, version 2.',
      max: 200,
    }),
    documentType: dropDown({
      label: 'Which sort of document is it?',
      called: 'The sort of document',
      missing: 'Select which sort of document it is',
      hint: 'The rules about data flows look at it. Choose the nearest.',
      choices: DOCUMENT_TYPES.map((value) => ({ value, label: DOCUMENT_TYPE_WORDS[value] })),
    }),
    file: files({
      label: 'The document',
      hint: 'PDF, Word, OpenDocument, a spreadsheet, a picture or plain text. Pictures are saved anew, without place or device.',
    }),
    dated: partialDate({
      label: 'When was it made?',
      called: 'When it was made',
      hint: 'The date in the document itself. A year is enough. For example, 9 2018',
      notSure: 'It bears no date',
    }),
    ...WHO_MAY_READ,
  },
  rules: whyIsMissing,
});

/** The answers of the form as the service takes them. */
export function offeredDocument(about: RecordRef, values: ValuesIn<typeof OfferDocument>): OfferedDocument {
  const { title, documentType, file, dated, audience, whyNotEveryone } = values;
  return {
    about,
    title,
    documentType,
    content: file[0]?.bytes ?? new Uint8Array(),
    dated: knownDate(dated),
    audience,
    whyNotEveryone: whyNotEveryone ?? null,
  };
}
