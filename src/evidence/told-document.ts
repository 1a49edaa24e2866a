import type { RecordRef } from '../kernel/record-ref.js';
import type { ValuesIn } from '../web/form/form.js';
import { NOT_SURE } from '../web/form/kinds/partial-date.js';
import type { OfferDocument } from './evidence.forms.js';
import type { OfferedDocument } from './evidence.service.js';

/** The answers of the form as the service takes them. */
export function toldDocument(about: RecordRef, values: ValuesIn<typeof OfferDocument>): OfferedDocument {
  const { title, documentType, file, dated, audience, whyNotEveryone } = values;
  return {
    about,
    title,
    documentType,
    content: file[0]?.bytes ?? new Uint8Array(),
    dated: dated === NOT_SURE ? null : dated,
    audience,
    whyNotEveryone: whyNotEveryone ?? null,
  };
}
