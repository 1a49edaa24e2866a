import fc from 'fast-check';

const APOSTROPHES = ["'", '’', '‘', 'ʼ', '´', '`', '＇', '′', ''];
const AND = [' & ', ' and ', '&', ' AND ', ' ＆ '];
const HYPHENS = ['-', '‐', '‑', '–', '—', '−', ' ', ''];
const BLANKS = [' ', '  ', '\t', '\u00A0', '\u2009 ', ' \n'];
const FORMS = ['NFC', 'NFD', 'NFKC', 'NFKD'];
const WITHOUT_MARK: Readonly<Record<string, string>> = {
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
};

/**
 * Any way in which people write the same name: other apostrophes or none, `&` or "and", other hyphens or none, with
 * accents or without, in another Unicode form, in capitals or not, with other blanks, and its words in another order.
 */
export function respellingOf(name: string): fc.Arbitrary<string> {
  return fc
    .record({
      picks: fc.infiniteStream(fc.nat(1000)),
      form: fc.constantFrom(...FORMS),
      accents: fc.boolean(),
      letters: fc.constantFrom(asIs, upper, lower),
      order: fc.infiniteStream(fc.nat(1000)),
    })
    .map(({ picks, form, accents, letters, order }) => {
      const one = (from: readonly string[]): string => from[(picks.next().value ?? 0) % from.length] ?? '';
      const spelt = name
        .replace(/['’]/gu, () => one(APOSTROPHES))
        .replace(/\s*&\s*|\s+and\s+/gu, () => one(AND))
        .replace(/-/gu, () => one(HYPHENS));
      const plain = accents ? spelt : withoutAccents(spelt);
      const words = plain.split(/\s+/u).map((word) => ({ word, at: order.next().value ?? 0 }));
      const ordered = words.sort((a, b) => a.at - b.at).map(({ word }) => letters(word));
      return `${one(['', ' '])}${ordered.reduce((text, word) => `${text}${one(BLANKS)}${word}`)}`.normalize(
        form,
      );
    });
}

function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[øØłŁđßæÆ]/gu, (letter) => WITHOUT_MARK[letter] ?? letter);
}

const asIs = (word: string): string => word;
const upper = (word: string): string => word.toUpperCase();
const lower = (word: string): string => word.toLowerCase();
