/**
 * Sends the browser on with 303 after an act, so that reloading repeats nothing. Only paths of this service
 * are possible. The notice is shown once on the next page; it is kept in a signed cookie for a minute, so it
 * must say what was done and never what a record contains.
 *
 * @throws {TypeError} when the path could lead to another site.
 */
export class Redirect {
  constructor(
    readonly path: string,
    readonly notice?: string,
  ) {
    if (!isLocalPath(path)) throw new TypeError('A redirect leads to a path of this service');
  }
}

/** True for a path of this service: no scheme, no other host, nothing a browser would read as one. */
export function isLocalPath(path: unknown): path is string {
  return typeof path === 'string' && /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(path);
}
