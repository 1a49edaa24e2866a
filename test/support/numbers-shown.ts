import type { PageReader } from './page-reader.js';

/** Not within an id or a hash, whose digits and letters stand together. */
const LONG = /(?<![\p{L}\d+-])(?:\+44|0)[ -]?\d(?:[ -]?\d){7,9}(?![\p{L}\d-])/gu;
const INVITED = /\b(?:call|dial|ring|phone|text|text \w+ to)\s+(\d[\d ]{1,13}\d)\b/giu;
const DOUBTED = /being checked|not (?:yet )?(?:been )?(?:checked|verified)|to be (?:checked|verified)/iu;
const BESIDE = 'li, p, td, dd, .nhsuk-card, .candour-help';

/** A number that a page shows, and whether the same passage says that somebody still has to check it. */
export interface NumberShown {
  readonly number: string;
  readonly doubted: boolean;
}

/** Every telephone number on the page: in links that dial or text, in long form, and after “call”, “dial” or “text”. */
export function numbersShown(page: PageReader): readonly NumberShown[] {
  const links = page.find('a[href^="tel:"], a[href^="sms:"]').map((_, a) => ({
    number: bare(a.attribs['href']?.split(':')[1] ?? ''),
    doubted: DOUBTED.test(page.find('body').find(a).closest(BESIDE).text()),
  }));
  const passages = page.find(BESIDE).map((_, one) => page.find('body').find(one).text());
  const written = passages.get().flatMap((text) =>
    [...text.matchAll(LONG), ...text.matchAll(INVITED)].map(([all, invited]) => ({
      number: bare(invited ?? all),
      doubted: DOUBTED.test(text),
    })),
  );
  return [...links.get(), ...written];
}

/** The digits alone. */
export function bare(number: string): string {
  return number.replaceAll(/\D/g, '');
}
