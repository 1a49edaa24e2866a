import { plainWords } from './plain-words.js';

/** Words that say nothing by themselves, in any mixture: "none", "to be confirmed", "see the DPIA", "as above". */
const FILLERS = new Set(
  `none no nil nothing null void na n a yes y ok okay fine
  tbc tba tbd to be confirmed announced agreed decided determined advised completed provided added done drafted follow
  follows following pending awaiting awaited later ongoing progress in draft soon due course
  see refer reference per as above below before attached enclosed elsewhere overleaf same ditto idem ibid previous previously
  the this that it is are was not non any all other others further and or of on at for with by from
  dpia dsa isa apd pia policy policies agreement protocol procedure document documents notice appendix annex annexe attachment
  record records section page website intranet link
  required needed necessary applicable relevant available known given stated recorded provided answer answered comment comments
  reason reasons information detail details text
  standard usual normal various several etc general misc miscellaneous
  please insert here test testing example placeholder lorem ipsum dummy sample xxx
  dim ddim yn berthnasol i w gadarnhau`.split(/\s+/),
);

const MOST_FILLERS = 12;

/**
 * Whether a text is written and is no answer: "None", "N/A", "TBC", "see DPIA", ".", characters nobody can see, one letter
 * or a few words over and over. A blank is none of these; it is blank. Whatever this cannot recognise counts as an
 * answer that nobody has checked. Total, and linear in the length of the text.
 */
export function isNoAnswer(text: string): boolean {
  return text.trim() !== '' && sayNothing(plainWords(text));
}

/** The same of the words of a text that is not blank. */
export function sayNothing(words: readonly string[]): boolean {
  return words.length === 0 || isFiller(words) || repeats(words);
}

function isFiller(words: readonly string[]): boolean {
  return words.length <= MOST_FILLERS && words.every((word) => FILLERS.has(word));
}

/** One letter over and over, a few letters over and over, or the same one or two words over and over. */
function repeats(words: readonly string[]): boolean {
  const letters = words.join('');
  if (/^\p{L}+$/u.test(letters) && new Set(letters).size === 1 && (letters.length > 2 || letters === 'x'))
    return true;
  if (letters.length >= 12 && /^(.{1,6}?)\1+$/u.test(letters)) return true;
  return words.length >= 4 && new Set(words).size <= 2;
}
