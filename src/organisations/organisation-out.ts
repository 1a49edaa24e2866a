import { z } from 'zod';
import { ORGANISATION_TYPE_CODES } from './organisation-type.js';
import { FACT_CONFIDENCES } from './organisation.entity.js';

/** What the API tells of an organisation. */
export const OrganisationOut = z
  .object({
    id: z.uuid(),
    key: z.string(),
    odsCode: z.string().nullable(),
    name: z.string(),
    type: z.enum(ORGANISATION_TYPE_CODES),
    otherNames: z.array(z.string()),
    formerNames: z
      .array(
        z.object({
          name: z.string(),
          from: z.string().nullable(),
          until: z.string().nullable(),
          source: z.string(),
        }),
      )
      .readonly()
      .nullable()
      .meta({ description: 'What it was called before, oldest first, as closely dated as known.' }),
    openedOn: z.string().nullable(),
    closedOn: z.string().nullable(),
    fictional: z.boolean(),
    source: z.string(),
    confidence: z.enum(FACT_CONFIDENCES),
  })
  .meta({ id: 'Organisation' });
