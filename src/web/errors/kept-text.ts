import type { FastifyRequest } from 'fastify';
import { isId } from '../../kernel/identifiers.js';

/** One text of a form that could not be taken, shown again on the error page. */
export interface KeptText {
  readonly name: string;
  readonly text: string;
  /** True for what was chosen or is short: it goes along unseen, so that the page shows what somebody wrote and no key of a record. */
  readonly isUnseen: boolean;
}

/**
 * Everything that was typed into a form whose request ended on an error page, so that it can be sent again or
 * copied. Of files it names none: a browser sends them only when they are chosen again. Only for forms that this site's own page sent: another site's form must not put words on ours.
 * Secrets are never repeated.
 */
export function keptText(request: FastifyRequest): readonly KeptText[] {
  if (request.method !== 'POST' || request.headers['sec-fetch-site'] !== 'same-origin') return [];
  if (!SENT_BY_PAGES.test(String(request.headers['content-type']))) return [];
  const { body } = request;
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body)
    .filter(([name]) => !SECRET.test(name))
    .flatMap(([name, sent]) => textsOf(sent).map((text) => ({ name, text, isUnseen: isUnseen(text) })));
}

const SENT_BY_PAGES = /^(application\/x-www-form-urlencoded|multipart\/form-data)/i;
const SHORT = 24;

function isUnseen(text: string): boolean {
  return text.length < SHORT || isId(text);
}

/** What a page carries packed for itself is nobody's words either. */
const SECRET = /^_csrf$|^carried|pass|phrase|secret|code|token|receipt/i;

function textsOf(sent: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(sent) ? sent : [sent];
  return list.filter((one) => typeof one === 'string');
}
