import { CONSENT_USE_CODES } from '../consent-use.js';
import { QUESTION_PAGES, type QuestionPage } from './question-page.js';
import { FileConcern, type SentAnswers } from './typed-answers.js';
import type { z } from 'zod';

/** Answers as they were typed so far, page by page. */
export type Draft = Readonly<Record<string, unknown>>;

/** The page with this address; undefined when there is none. */
export function pageAt(slug: string): QuestionPage | undefined {
  return QUESTION_PAGES.find((page) => page.slug === slug);
}

/** The pages this person meets: how to reach them is asked only of those who want to be reached or known. */
export function pagesFor(draft: Draft): readonly QuestionPage[] {
  const asked = draft['reply'] !== undefined && draft['reply'] !== 'receipt';
  const known = draft['privacy'] === 'confidential' || draft['privacy'] === 'named';
  return QUESTION_PAGES.filter(({ slug }) => slug !== 'reach' || asked || known);
}

/** The address of the page after this one; the last leads to checking the answers. */
export function addressAfter(slug: string, draft: Draft): string {
  const pages = pagesFor(draft);
  const next = pages[pages.findIndex((page) => page.slug === slug) + 1];
  return `/answers/${next?.slug ?? 'check'}`;
}

/** The address of the page before this one; the first leads back to the beginning. */
export function addressBefore(slug: string, draft: Draft): string {
  const pages = pagesFor(draft);
  const before = pages[pages.findIndex((page) => page.slug === slug) - 1];
  return `/answers/${before?.slug ?? 'online'}`;
}

/** The answers that a draft amounts to, or what is still wrong with them. */
export function answersIn(draft: Draft): z.ZodSafeParseResult<SentAnswers> {
  const consents = CONSENT_USE_CODES.filter((use) => draft[use] === true);
  const reached = pagesFor(draft).some(({ slug }) => slug === 'reach');
  const { name, contact, safeTimes, doNotSay, ...rest } = draft;
  const asked = Object.entries(rest).filter(([field]) => Object.hasOwn(FileConcern.shape, field));
  const reach = reached && { name, contact, safeTimes, doNotSay };
  return FileConcern.safeParse({ ...Object.fromEntries(asked), ...reach, consents });
}
