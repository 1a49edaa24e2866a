import { z } from 'zod';
import { isCalendarDay } from '../../kernel/days/calendar-day.js';
import { partialDateSchema } from '../../kernel/fact-files/yaml-file.js';
import { DATE_CONFIDENCES } from './citable-source.entity.js';

/** How a source is cited in the register's files: `47`, `L27`, `SEED-B`, `ODS`, `X1`. */
export const sourceRefSchema = z
  .string()
  .regex(/^(\d{1,3}|L\d{1,2}b?|X\d{1,2}|SEED-[AB]|ODS)$/, 'is not a source number');

const sourceSchema = z.strictObject({
  ref: sourceRefSchema,
  /** What it is, in words of our own; not always the title printed on it. */
  title: z.string().min(1),
  publisher: z.string().min(1),
  published: partialDateSchema.nullable(),
  /** `inference` where the document carries no date and its wording or address suggests one. */
  publishedConfidence: z.enum(DATE_CONFIDENCES).default('A'),
  /** The first address is the publisher's own wherever there is one; none where the document has no public address. */
  urls: z.array(z.url({ protocol: /^https?$/ })),
  note: z.string().min(1).optional(),
  /** Other codes by which pages cite the same document, such as the key of a guideline of the review framework. */
  alsoCitedAs: z.array(z.string().regex(/^[A-Z0-9]+(-[A-Z0-9]+)*$/, 'is not a code')).default([]),
});

/** The shape of `register/sources.yaml`. */
export const sourcesFileSchema = z.strictObject({
  /** The day on which the register's files were last compiled: of two editions the later one is right. */
  edition: z
    .string('is the day on which the files were last compiled, written in quotes')
    .refine(isCalendarDay, 'is not a day like 2026-11-30'),
  sources: z.array(sourceSchema).min(1),
});

/** A document, page or letter that facts in the register come from. */
export type Source = z.output<typeof sourceSchema>;
