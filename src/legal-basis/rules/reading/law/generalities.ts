import { plainWords } from '../../../../kernel/words/plain-words.js';
import { article6Bases } from '../../../record/basis/article-6.js';
import { article9Conditions } from '../../../record/basis/article-9.js';
import { article9Paragraphs } from '../../../record/basis/schedule-1.js';
import type { LawNamed } from '../../../provisions/naming/provisions-named-in.js';

/** Words that say that there is law and not which, beside those by which Articles 6 and 9 name what they allow. */
const OF_NO_LAW = `
  a an and as by for in is it of on or our that the this to under we with
  authority basis data exercise general interests law lawful lawfully legally legislation necessary official our
  performance processing protection regulation statutory substantial vested wider carried out controller
  act article duty function purpose purposes have has
`;

const GENERAL = new Set([
  ...plainWords(OF_NO_LAW),
  ...[...article6Bases, ...article9Conditions].flatMap(({ label }) => plainWords(label)),
]);

/**
 * Whether words name no law and only say that there is some: "the public interest", "we have a statutory duty". An Act
 * that is named, of the list or not, is more than that, and so is any word beside these.
 */
export function isGenerality({ provisions, instruments, unlisted, rest }: LawNamed): boolean {
  const namesLaw =
    provisions.length > 0 || unlisted.length > 0 || instruments.some((one) => !isDataProtection(one));
  return !namesLaw && plainWords(rest).every((word) => GENERAL.has(word));
}

/** Words by which Schedule 1 names its conditions, which are data-protection law too. */
const OF_CONDITIONS = new Set(article9Paragraphs.flatMap(({ label }) => plainWords(label)));

/** Whether words rest on data-protection law alone, which answers another question than confidentiality does. */
export function isOnlyDataProtection({ provisions, instruments, unlisted, rest }: LawNamed): boolean {
  const named = [...instruments, ...provisions.map(({ instrument }) => instrument)];
  return (
    named.length > 0 &&
    unlisted.every(isDataProtection) &&
    named.every(isDataProtection) &&
    plainWords(rest).every((word) => GENERAL.has(word) || OF_CONDITIONS.has(word))
  );
}

/** Whether an instrument is data-protection law, which says how data may be used and gives nobody a task. */
export function isDataProtection(instrument: string): boolean {
  return /data protection|gdpr|data \(use and access\)/i.test(instrument);
}
