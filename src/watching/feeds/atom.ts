import { createHash } from 'node:crypto';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';

/** One thing that happened, as a feed tells it. */
export interface FeedEntry {
  /** What makes it this thing and no other; the same for ever. */
  readonly key: string;
  readonly title: string;
  readonly day: CalendarDay;
  /** Where everyone reads more. */
  readonly href: string;
}

/** What somebody follows. */
export interface Followed {
  readonly key: string;
  readonly title: string;
  /** Its page. */
  readonly href: string;
  /** The address of the feed itself. */
  readonly self: string;
  readonly since: CalendarDay;
}

/**
 * A feed in Atom (RFC 4287). Its ids stay the same wherever the service is moved to, and it says of when something is to the
 * day, because no more is recorded. Nothing depends on who asks, nor on when.
 */
export function atomOf(followed: Followed, entries: readonly FeedEntry[]): string {
  const updated = entries[0]?.day ?? followed.since;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">',
    `<id>${idOf(followed.key)}</id>`,
    `<title>${inXml(followed.title)}</title>`,
    `<updated>${momentOf(updated)}</updated>`,
    '<author><name>Candour</name></author>',
    `<link rel="self" type="application/atom+xml" href="${inXml(followed.self)}"/>`,
    `<link rel="alternate" type="text/html" href="${inXml(followed.href)}"/>`,
    ...entries.flatMap((entry) => [
      '<entry>',
      `<id>${idOf(entry.key)}</id>`,
      `<title>${inXml(entry.title)}</title>`,
      `<updated>${momentOf(entry.day)}</updated>`,
      `<link rel="alternate" type="text/html" href="${inXml(entry.href)}"/>`,
      `<content type="text">${inXml(entry.title)}</content>`,
      '</entry>',
    ]),
    '</feed>',
    '',
  ].join('\n');
}

/** A name-based identifier (RFC 9562 §5.8): SHA-256 in the shape of a UUID of version 8. */
function idOf(key: string): string {
  const hex = createHash('sha256').update(`candour ${key}`).digest('hex');
  const shaped = `${hex.slice(0, 12)}8${hex.slice(13, 16)}8${hex.slice(17, 32)}`;
  return `urn:uuid:${shaped.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}`;
}

function momentOf(day: CalendarDay): string {
  return `${day}T00:00:00Z`;
}

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as XML holds it: what XML 1.0 has no place for is left out, and no mark of ours can be forged. */
function inXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (mark) => ESCAPED[mark] ?? '');
}
