import { z } from 'zod';
import { DOCUMENT_TYPES } from './document-types.js';
import { AUDIENCES, CONTENT_FAULTS } from './evidence-item.entity.js';

/** A document about a record, as the API returns it. */
export const DocumentOut = z
  .object({
    id: z.uuid(),
    title: z.string().meta({ description: 'Once the document is closed, its fingerprint stands here.' }),
    documentType: z
      .enum(DOCUMENT_TYPES)
      .nullable()
      .meta({ description: 'What sort of document it is; null when it was kept before anybody was asked.' }),
    sha256: z.string().meta({ description: 'SHA-256 of the content that is kept, in lower-case hex.' }),
    bytes: z.int(),
    mediaType: z.string(),
    dated: z.string().nullable().meta({ description: 'The document’s own date, as closely as it is known.' }),
    receivedOn: z.string(),
    audience: z.enum(AUDIENCES),
    whyNotEveryone: z.string().nullable(),
    subjectKind: z.string(),
    subjectId: z.uuid(),
    contentFault: z.enum(CONTENT_FAULTS).nullable().meta({
      description:
        'What was wrong with the stored content when it was last read: something else, or nothing, lay there. It is not given out then.',
    }),
    closedOn: z.iso.date().nullable().meta({
      description:
        'The day on which it was closed to everyone: its content and title are given to nobody any more.',
    }),
    closedBecause: z.string().nullable(),
    revision: z.int().meta({ description: 'Grows with each event about the document.' }),
  })
  .meta({ id: 'EvidenceDocument' });
