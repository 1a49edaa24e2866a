/** A word of a text, with what stands before it: "115" of "s.115(1)" after a full stop, "1" after a bracket. */
export interface Word {
  /** In small letters, without accents. */
  readonly text: string;
  /** Everything that is no letter and no digit since the word before. */
  readonly before: string;
  /** The text as it was written. */
  readonly written: string;
}

const PART = /[\p{L}\p{N}]+/gu;
const JOINED = /^(ss?|secs?|sch|arts?|regs?|paras?|pt)(\d.*)$/;

/** The words of a text in order; `s115` is two words, and `&` and `§` are the words they stand for. Linear in its length. */
export function wordsOfText(text: string): Word[] {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('&', ' and ')
    .replaceAll('§', ' s ');
  const words: Word[] = [];
  let end = 0;
  for (const { 0: written, index } of plain.matchAll(PART)) {
    words.push(...split(written, plain.slice(end, index)));
    end = index + written.length;
  }
  return words;
}

function split(written: string, before: string): Word[] {
  const text = written.toLowerCase();
  const [, marker, number] = JOINED.exec(text) ?? [];
  if (marker === undefined || number === undefined) return [{ text, before, written }];
  return [
    { text: marker, before, written: written.slice(0, marker.length) },
    { text: number, before: '', written: written.slice(marker.length) },
  ];
}
