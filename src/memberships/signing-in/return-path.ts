import { isLocalPath, Redirect } from '../../web/answer/redirect.js';

const LONGEST = 2000;
const SIGNING_IN = /^\/(sign-in|sign-out|join)(?![\w-])/;

/** Where people begin when they asked for no page. */
const HOME = '/home';

/** The page to return to after signing in: a path of this service, or one's home for anything else. */
export function returnPath(asked: unknown): string {
  return isLocalPath(asked) && asked.length <= LONGEST && !SIGNING_IN.test(asked) ? asked : HOME;
}

/** The address of a page of signing in that remembers where the person wanted to go. */
export function rememberingReturn(path: string, asked: unknown): string {
  const back = returnPath(asked);
  return back === HOME ? path : `${path}?return=${encodeURIComponent(back)}`;
}

/** On to a page of signing in, with the page that was asked for. */
export function onTo(path: string, asked: unknown): Redirect {
  return new Redirect(rememberingReturn(path, asked));
}
