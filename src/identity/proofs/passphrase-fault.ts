import { COMMON_PASSPHRASES } from './common-passphrases.js';

const LEAST_CHARACTERS = 15;
const LEAST_DIFFERENT = 5;
const LONGEST_REPEATED_UNIT = 8;
const LEAST_OF_ONES_OWN = 8;

/**
 * Why a new passphrase will not do, in words for its chooser; undefined when it will. Length alone is asked for, and
 * nothing of its composition; what attackers try first is refused (NIST SP 800-63B §3.1.1.2).
 * @param known words that others know of the person: a name, an address.
 */
export function passphraseFault(passphrase: string, known: readonly string[] = []): string | undefined {
  if (Array.from(passphrase.normalize('NFKC')).length < LEAST_CHARACTERS)
    return `Use at least ${LEAST_CHARACTERS} characters. Three or four unrelated words are easy to remember`;
  const bare = bareOf(passphrase);
  if (new Set(passphrase).size < LEAST_DIFFERENT || repeatsItself(bare) || countsUp(bare))
    return 'Choose a passphrase that does not repeat itself or run along the alphabet, the digits or the keyboard';
  if (isCommon(bare)) return 'Choose another passphrase: many people use this one, so it is tried first';
  if (ownPart(bare, known).length < LEAST_OF_ONES_OWN)
    return 'Choose a passphrase that is not made of your name or email address';
  return undefined;
}

function bareOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, '');
}

function repeatsItself(bare: string): boolean {
  return Array.from({ length: LONGEST_REPEATED_UNIT }, (_, at) => bare.slice(0, at + 1)).some((unit) =>
    unit.repeat(Math.ceil(bare.length / unit.length) || 1).startsWith(bare),
  );
}

/** True when nearly every character follows from the one before it: 123456…, zyxwv…, aaabbb…. */
function countsUp(bare: string): boolean {
  const codes = Array.from(bare, (one) => one.codePointAt(0) ?? 0);
  const steps = codes.slice(1).filter((code, at) => Math.abs(code - (codes[at] ?? 0)) <= 1);
  return steps.length >= 0.8 * (codes.length - 1);
}

function isCommon(bare: string): boolean {
  const ends = [bare, bare.replace(/^\p{Number}+|\p{Number}+$/gu, '')];
  return ends.some((text) => COMMON_PASSPHRASES.has(text));
}

function ownPart(bare: string, known: readonly string[]): string {
  const words = known.flatMap((text) => text.split(/[^\p{Letter}\p{Number}]+/u)).map(bareOf);
  const longestFirst = words.filter((word) => word.length > 2).sort((a, b) => b.length - a.length);
  return longestFirst.reduce((rest, word) => rest.replaceAll(word, ''), bare);
}
