import { Download } from '../../web/answer/download.js';
import type { ReleaseRow } from '../releases/releases.queries.js';

/** Short, because a withdrawal must reach everyone soon; the bytes themselves never change. */
const KEPT_SECONDS = 300;

/** The exact bytes of a release, with their SHA-256 as the entity tag. */
export function frozenBytes({ serial, contentHash }: ReleaseRow, content: string): Download {
  return new Download(
    `candour-publication-${String(serial)}.json`,
    'application/json; charset=utf-8',
    content,
    {
      etag: contentHash,
      seconds: KEPT_SECONDS,
    },
  );
}
