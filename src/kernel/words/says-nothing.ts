import { isEmptyWord, isNoAnswer } from './no-answer.js';
import { plainWords } from './plain-words.js';

const MONTH =
  /^(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)$/;
const FIGURE = /^(\d+(st|nd|rd|th|am|pm)?|q[1-4]|[ivx]+)$/;
const BETWEEN: ReadonlySet<string> = new Set(['of', 'the', 'on', 'in', 'and', 'to']);
const DENIED: ReadonlySet<string> = new Set([
  'no',
  'none',
  'nil',
  'nothing',
  'yes',
  'ok',
  'na',
  'see',
  'tbc',
  'tba',
  'tbd',
]);
const FEWEST_COPIED = 3;

/**
 * Whether what was typed, where something must be said in words, says nothing: what is no answer anywhere, figures and
 * dates alone, one word over and over, or the words of the question given back.
 */
export function saysNothing(typed: string, asked: readonly string[] = []): boolean {
  if (typed.trim() === '') return false;
  if (isNoAnswer(typed)) return true;
  const words = plainWords(typed);
  return (
    areFigures(words) || isOneWord(words) || asked.some((question) => givesBack(words, plainWords(question)))
  );
}

/** Figures and dates, alone or beside a denial; "Section 136" names something, and "not before 2019" says when. */
function areFigures(words: readonly string[]): boolean {
  const isFigure = (word: string): boolean =>
    FIGURE.test(word) || MONTH.test(word) || BETWEEN.has(word) || DENIED.has(word);
  return words.some((word) => /^\d/.test(word)) && words.every(isFigure);
}

function isOneWord(words: readonly string[]): boolean {
  return words.length > 1 && new Set(words).size === 1;
}

/** All of the question, or a part of it that is no answer: at least three words that say something, in its order. */
function givesBack(words: readonly string[], question: readonly string[]): boolean {
  const [said, asked] = [telling(words), telling(question)];
  if (words.join(' ') === question.join(' ')) return true;
  if (said.length === 0 || asked.length === 0) return false;
  if (said.join(' ') === asked.join(' ')) return said.length > 1;
  return said.length >= FEWEST_COPIED && ` ${asked.join(' ')} `.includes(` ${said.join(' ')} `);
}

function telling(words: readonly string[]): readonly string[] {
  return words.filter((word) => !isEmptyWord(word));
}
