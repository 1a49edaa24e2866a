import { HttpException } from '@nestjs/common';
import { NotFound, NotPermitted, Refusal, SignInNeeded, TooMany, Unavailable } from '../../kernel/refusal.js';
import { FormExpired, TooLarge, Unreadable, WrongKind } from './web-refusals.js';

/** The refusal that something thrown stands for, or nothing when it is a fault of the service. */
export function asRefusal(thrown: unknown): Refusal | undefined {
  if (thrown instanceof Refusal) return thrown;
  const status = statusOf(thrown);
  if (status === undefined || status < 400) return undefined;
  if (status === 403 && codeOf(thrown).startsWith('FST_CSRF')) return new FormExpired();
  return BY_STATUS[status]?.() ?? (status < 500 ? new Unreadable() : undefined);
}

const BY_STATUS: Readonly<Record<number, () => Refusal>> = {
  401: () => new SignInNeeded(),
  403: () => new NotPermitted(),
  404: () => new NotFound(),
  405: () => new NotFound(),
  406: () => new WrongKind(),
  413: () => new TooLarge(),
  415: () => new WrongKind(),
  429: () => new TooMany(60),
  503: () => new Unavailable(),
};

function statusOf(thrown: unknown): number | undefined {
  if (thrown instanceof HttpException) return thrown.getStatus();
  if (!(thrown instanceof Error) || !('statusCode' in thrown)) return undefined;
  return typeof thrown.statusCode === 'number' ? thrown.statusCode : undefined;
}

function codeOf(thrown: unknown): string {
  const origin = thrown instanceof HttpException ? thrown.cause : thrown;
  return origin instanceof Error && 'code' in origin ? String(origin.code) : '';
}
