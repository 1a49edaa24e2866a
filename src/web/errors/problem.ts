import { type Refusal, TooMany, Unavailable, Unprocessable } from '../../kernel/refusal.js';
import { Unreadable } from './web-refusals.js';

/** A problem document (RFC 9457) for programs. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** Each fault of what was sent, with a JSON pointer to it (RFC 6901). */
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
  readonly retryAfterSeconds?: number;
  /** Names the log entry of a fault. */
  readonly reference?: string;
}

/** The problem that a refusal is. The type follows the status alone, so that it tells no more than the status does. */
export function problemOf(refusal: Refusal): Problem {
  return {
    type: `urn:candour:problem:${TYPES[refusal.status] ?? 'refused'}`,
    title: refusal.title,
    status: refusal.status,
    detail: refusal instanceof Unreadable ? UNREADABLE : refusal.detail,
    ...((refusal instanceof TooMany || refusal instanceof Unavailable) && {
      retryAfterSeconds: refusal.retryAfterSeconds,
    }),
    ...(refusal instanceof Unprocessable && {
      errors: refusal.issues.map(({ field, text }) => ({ pointer: pointer(field), detail: text })),
    }),
  };
}

/** The problem that a fault is: a reference, and nothing of what went wrong. */
export function problemOfFault(reference: string): Problem {
  return {
    type: 'urn:candour:problem:fault',
    title: 'There is a problem with the service',
    status: 500,
    detail: `Try again later. If it happens again, tell us the reference ${reference}.`,
    reference,
  };
}

const UNREADABLE =
  'The body could not be read. Send well-formed JSON, or neither a body nor its type where there is nothing to send.';

const TYPES: Readonly<Record<number, string>> = {
  400: 'unreadable',
  401: 'sign-in-needed',
  403: 'not-permitted',
  404: 'not-found',
  409: 'out-of-turn',
  413: 'too-large',
  415: 'wrong-kind',
  422: 'unprocessable',
  429: 'too-many',
  503: 'unavailable',
};

function pointer(field: string): string {
  if (field === '') return '';
  const segments = field
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .map((segment) => segment.replaceAll('~', '~0').replaceAll('/', '~1'));
  return `/${segments.join('/')}`;
}
