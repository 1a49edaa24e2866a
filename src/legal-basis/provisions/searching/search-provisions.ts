import type { Nation } from '../../record/transfer/nation.js';
import { aliases } from '../naming/aliases.js';
import { provisionsNamedIn } from '../naming/provisions-named-in.js';
import { wordsOfText } from '../naming/words.js';
import { isPickable, type Provision, type ProvisionKind } from '../provision.js';
import { provisions } from '../provisions.js';

/** What somebody looks for; whatever is left out narrows nothing. */
export interface ProvisionSearch {
  readonly words?: string | undefined;
  readonly kind?: ProvisionKind | undefined;
  readonly nation?: Nation | undefined;
  readonly instrument?: string | undefined;
  /** Only what may be picked as a basis. */
  readonly pickable?: boolean | undefined;
}

/** The instruments of the list, in order of their names. */
export const instrumentNames: readonly string[] = [
  ...new Set(provisions.map(({ instrument }) => instrument).filter((name) => name !== '-')),
].sort((a, b) => a.localeCompare(b, 'en-GB'));

/**
 * The provisions that are looked for. Words may name one ("s115 cda"), or be any words of its title, instrument, section
 * or usual name, begun or whole, in any case and order; those that are named come first, then those found by title and
 * place, then those found by what they do.
 */
export function searchProvisions(search: ProvisionSearch): readonly Provision[] {
  const narrowed = provisions.filter((provision) => isNarrowedTo(provision, search));
  const asked = termsOf(search.words ?? '');
  if (asked.length === 0) return narrowed;
  const named = new Set(provisionsNamedIn(search.words ?? ''));
  const ranked = narrowed.map((provision) => ({ provision, rank: rankOf(provision, asked, named) }));
  return ranked
    .filter(({ rank }) => rank < NOT_FOUND)
    .sort((one, other) => one.rank - other.rank)
    .map(({ provision }) => provision);
}

function isNarrowedTo(provision: Provision, search: ProvisionSearch): boolean {
  const { kind, nation, instrument, pickable } = search;
  return (
    (kind === undefined || provision.kind === kind) &&
    (nation === undefined || provision.nations.includes(nation)) &&
    (instrument === undefined || provision.instrument === instrument) &&
    (pickable !== true || isPickable(provision))
  );
}

const NOT_FOUND = 3;
const UNSAID = new Set([
  's',
  'ss',
  'section',
  'sections',
  'article',
  'art',
  'of',
  'the',
  'and',
  'to',
  'a',
  'act',
]);
const SHORTENED = new Map([
  ['schedule', 'sch'],
  ['paragraph', 'para'],
  ['paragraphs', 'para'],
  ['paras', 'para'],
  ['regulation', 'reg'],
]);

function rankOf(provision: Provision, asked: readonly string[], named: ReadonlySet<Provision>): number {
  if (named.has(provision)) return 0;
  const { titled, told } = termsFor(provision);
  if (asked.every((term) => isAmong(term, titled))) return 1;
  return asked.every((term) => isAmong(term, titled) || isAmong(term, told)) ? 2 : NOT_FOUND;
}

/** A word may be begun; a number is that number, so that 11 does not find section 115. */
function isAmong(term: string, terms: readonly string[]): boolean {
  return /\d/.test(term) ? terms.includes(term) : terms.some((word) => word.startsWith(term));
}

function termsOf(text: string): string[] {
  const all = wordsOfText(text).map((word) => SHORTENED.get(word.text) ?? word.text);
  const said = all.filter((word) => !UNSAID.has(word));
  return said.length > 0 ? said : all;
}

interface Terms {
  readonly titled: readonly string[];
  readonly told: readonly string[];
}

/** Read when somebody first looks for a provision: who judges a record never does. */
const termsByProvision = new Map<Provision, Terms>();

function termsFor(provision: Provision): Terms {
  const known = termsByProvision.get(provision);
  if (known) return known;
  const { id, short, title, instrument, section, whose, whatItDoes, whatItDoesNot, disclosesTo } = provision;
  const others = [...(aliases.instruments[instrument] ?? []), ...(aliases.provisions[id] ?? [])];
  const terms = {
    titled: termsOf([id, short, title, instrument, section, ...others].join(' ')),
    told: termsOf([whose, whatItDoes, whatItDoesNot, disclosesTo].join(' ')),
  };
  termsByProvision.set(provision, terms);
  return terms;
}
