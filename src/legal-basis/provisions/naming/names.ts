import { provisionById, provisions } from '../provisions.js';
import type { Provision } from '../provision.js';
import { aliases } from './aliases.js';
import { placesAt } from './references.js';
import { wordsOfText, type Word } from './words.js';

/** What a name stands for: provisions of their own, or instruments, of which a bare abbreviation may be an ordinary word. */
export interface Named {
  readonly instruments: ReadonlySet<string>;
  readonly provisions: ReadonlySet<Provision>;
  /** Whether it is an abbreviation without a year, such as PACE. */
  readonly isAbbreviation: boolean;
}

/** A name that was found in a text, and the word after it. */
export interface FoundName {
  readonly named: Named;
  readonly end: number;
}

interface Branch {
  readonly next: Map<string, Branch>;
  named: { instruments: Set<string>; provisions: Set<Provision>; isAbbreviation: boolean } | null;
}

const LAW = /\b(?:Act|Regulations|Regs|Order|Convention|GDPR|principles)\b/;
const YEAR = /^(?:1[5-9]|20)\d\d$/;

/** Every name as a tree of words, made when a text is first read: many records name no law in words. */
let tree: Branch | undefined;

function treeOfNames(): Branch {
  tree ??= madeTree();
  return tree;
}

function madeTree(): Branch {
  const root: Branch = { next: new Map(), named: null };
  for (const provision of provisions) {
    const { instrument, short, section } = provision;
    if (LAW.test(instrument)) {
      addInstrument(root, instrument, instrument);
      addInstrument(root, instrument, beforePlace(short));
      if (section === '-') namedBy(root, wordsOfText(instrument)).provisions.add(provision);
    }
    if (LAW.test(short) && beforePlace(short) === '')
      namedBy(root, wordsOfText(short)).provisions.add(provision);
  }
  for (const [instrument, list] of Object.entries(aliases.instruments))
    for (const name of list) addInstrument(root, instrument, name);
  for (const [id, list] of Object.entries(aliases.provisions)) {
    const provision = provisionById(id);
    if (provision) for (const name of list) namedBy(root, wordsOfText(name)).provisions.add(provision);
  }
  return root;
}

/** The longest name that begins at a word; null where none does. */
export function nameAt(words: readonly Word[], start: number): FoundName | null {
  let branch: Branch | undefined = treeOfNames();
  let found: FoundName | null = null;
  for (let at = start; branch && at < words.length; at += 1) {
    branch = branch.next.get(words[at]?.text ?? '');
    if (branch?.named) found = { named: branch.named, end: at + 1 };
  }
  return found;
}

/** An instrument is known by its name with and without its year. */
function addInstrument(root: Branch, instrument: string, name: string): void {
  const words = wordsOfText(name);
  const last = words.at(-1);
  for (const some of last && YEAR.test(last.text) ? [words, words.slice(0, -1)] : [words]) {
    if (some.length === 0) continue;
    const named = namedBy(root, some);
    named.instruments.add(instrument);
    named.isAbbreviation ||= some.length === 1 && some[0]?.text !== 'gdpr';
  }
}

/** "CDA 1998" of "CDA 1998 s115"; nothing where no place follows. */
function beforePlace(short: string): string {
  const words = wordsOfText(short);
  const at = words.findIndex((_, index) => index > 0 && placesAt(words, index) !== null);
  return words
    .slice(0, Math.max(at, 0))
    .map(({ written }) => written)
    .join(' ');
}

function namedBy(root: Branch, words: readonly Word[]): NonNullable<Branch['named']> {
  let branch = root;
  for (const { text } of words) {
    const next: Branch = branch.next.get(text) ?? { next: new Map(), named: null };
    branch.next.set(text, next);
    branch = next;
  }
  branch.named ??= { instruments: new Set(), provisions: new Set(), isAbbreviation: false };
  return branch.named;
}
