import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** What people read of one cookie: what it is for, when it is given, and when what it opens is over. */
export interface CookieInWords {
  readonly purpose: string;
  readonly given: string;
  readonly over: string;
}

/** Every cookie of the site, by its name. Another one begins with a line here; a contract finds one that does not. */
export const COOKIES = {
  form: {
    purpose: 'To know that a form came from this site',
    given: 'When a page has a form',
    over: 'When you close the browser',
  },
  candour: {
    purpose: 'To keep you signed in',
    given: 'When you sign in',
    over: 'When you sign out, after 30 minutes without use, and after 12 hours at most',
  },
  answers: {
    purpose:
      'To keep answers you have not sent yet, and to show your code again for 30 minutes once they are sent',
    given: 'When you begin to tell us what happened',
    over: 'When you say that you have kept the code, delete your answers, leave or close the browser',
  },
  notes: {
    purpose: 'To let you read your own answers',
    given: 'When you come back with your reference and code',
    over: 'After 30 minutes, or when you close your answers, leave or close the browser',
  },
  notice: {
    purpose: 'To show that something was done',
    given: 'After you save something',
    over: 'On the next page, or after a minute',
  },
} as const satisfies Readonly<Record<string, CookieInWords>>;

/** The name of a cookie, without the prefix that it has over https. */
export type CookieName = keyof typeof COOKIES;

const NAMES = Object.keys(COOKIES) as readonly CookieName[];

/**
 * The one place that gives cookies to browsers and takes them back, always with the same attributes: a browser keeps a
 * cookie with the prefix `__Host-` when it is cleared in any other way. All of them die with the browser; how long one
 * opens anything is for the server to say, because a browser can keep what it was told to forget.
 */
export class SiteCookies {
  /** What every cookie of the site has in common. */
  readonly attributes: Pick<CookieSerializeOptions, 'path' | 'httpOnly' | 'sameSite'> & {
    readonly secure: boolean;
  };

  constructor(publicUrl: URL) {
    const secure = publicUrl.protocol === 'https:';
    this.attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure };
  }

  /** What browsers call the cookie. */
  nameOf(cookie: CookieName): string {
    return this.attributes.secure ? `__Host-${cookie}` : cookie;
  }

  /** What the browser has of it. */
  read(request: FastifyRequest, cookie: CookieName): string | undefined {
    return request.cookies[this.nameOf(cookie)];
  }

  /** Gives it to the browser, until the browser closes. */
  give(reply: FastifyReply, cookie: CookieName, value: string): void {
    reply.setCookie(this.nameOf(cookie), value, this.attributes);
  }

  /** Takes it back. */
  takeBack(reply: FastifyReply, cookie: CookieName): void {
    reply.clearCookie(this.nameOf(cookie), this.attributes);
  }

  /** Takes all of them back, whichever the browser has. */
  takeAllBack(reply: FastifyReply): void {
    for (const cookie of NAMES) this.takeBack(reply, cookie);
  }
}
