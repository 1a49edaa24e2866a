import { z } from 'zod';
import { pageSchema } from '../../web/api/paging.js';
import { RATINGS } from '../../review-method/rating/rating.js';
import { PUBLICITIES } from '../../reviews/progress/publicity.js';
import { REVIEW_STANDINGS } from '../../reviews/progress/review-standing.js';
import { DueStepsOut } from '../../reviews/reading/review-out.js';
import { DateMovesOut } from '../../reviews/date-moves.js';

const TombstoneOut = z
  .object({ post: z.string(), reason: z.string(), legalBasis: z.string(), on: z.string() })
  .meta({ id: 'Tombstone' });

const rating = z
  .enum(RATINGS)
  .nullable()
  .meta({ description: 'The overall rating; null after a withdrawal.' });

/** One release, as programs read it. */
export const PublicationOut = z
  .object({
    id: z.uuid(),
    serial: z.int().meta({
      description: 'The place in the ledger of everything published; the page is /publications/{serial}.',
    }),
    reviewId: z.uuid(),
    number: z
      .int()
      .meta({ description: '1 for the first release of the review, and one more for each that follows.' }),
    organisationId: z.uuid(),
    organisation: z.string(),
    deploymentId: z.uuid(),
    deployment: z.string().nullable(),
    round: z.string(),
    publishedOn: z.string(),
    firstPublicationDate: z.string().meta({ description: 'The day first promised.' }),
    daysLate: z
      .int()
      .meta({ description: 'How many calendar days after that day this release was published.' }),
    contentHash: z
      .string()
      .meta({ description: 'SHA-256 of the bytes at /api/v1/publications/{id}/content, in hexadecimal.' }),
    overall: rating,
    withdrawal: TombstoneOut.nullable(),
  })
  .meta({ id: 'Publication' });

/** A page of releases. */
export const PublicationPage = pageSchema('PublicationPage', PublicationOut);

/** One promised publication, as programs read it. */
const PromiseOut = z
  .object({
    id: z.uuid().meta({ description: 'The id of the review.' }),
    roundId: z.uuid(),
    round: z.string(),
    asAt: z.string(),
    organisationId: z.uuid(),
    organisation: z.string(),
    deploymentId: z.uuid(),
    deployment: z.string().nullable(),
    firstPublicationDate: z
      .string()
      .meta({ description: 'The day first promised; overdue is counted from it.' }),
    publicationDate: z.string().meta({ description: 'The day promised now, after every move.' }),
    moves: DateMovesOut.meta({
      description: 'Every move of a date of the round, with its reason, the first move first.',
    }),
    publicity: z.enum(PUBLICITIES),
    standing: z.enum(REVIEW_STANDINGS).meta({ description: 'What the trust has done, late or not.' }),
    due: DueStepsOut,
    newest: z
      .object({
        id: z.uuid(),
        serial: z.int(),
        number: z.int(),
        publishedOn: z.string(),
        contentHash: z.string(),
        overall: rating,
        withdrawnOn: z.string().nullable(),
      })
      .nullable(),
    acknowledgedOn: z.string().nullable(),
    submittedOn: z.string().nullable(),
    setAsideOn: z.string().nullable().meta({
      description:
        'The day since the newest release on which scores in it were set aside; another release follows.',
    }),
    refusedOn: z.string().nullable(),
    voidedOn: z.string().nullable(),
  })
  .meta({ id: 'PromisedPublication' });

/** A page of promised publications. */
export const PromisePage = pageSchema('PromisedPublicationPage', PromiseOut);
