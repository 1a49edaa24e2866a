import { provisions } from '../provisions.js';
import type { Provision } from '../provision.js';
import { nameAt, type FoundName, type Named } from './names.js';
import { onlyOnesAt, provisionsAt } from './places-on-the-list.js';
import { placesAt, type PlaceInLaw } from './references.js';
import { wordsOfText, type Word } from './words.js';

/** What a typed text names as law, recognised by the list and by nothing else. */
export interface LawNamed {
  /** The provisions it may mean; several where it says less than the list tells apart. */
  readonly provisions: readonly Provision[];
  /** The instruments of the list that it names, with or without a place in them. */
  readonly instruments: readonly string[];
  /** What it names that is not on the list: a section of an Act that is, or an Act that is not. */
  readonly unlisted: readonly string[];
  /** The other words of the text, in small letters. */
  readonly rest: string;
}

/** The provisions of the list that a typed text names. Never throws; linear in the length of the text. */
export function provisionsNamedIn(text: string): readonly Provision[] {
  return lawNamedIn(text).provisions;
}

/**
 * Everything that a typed text names as law. Never throws; linear in the length of the text. Short texts that were read
 * lately are remembered, because several rules read the same text of one record.
 */
export function lawNamedIn(text: string): LawNamed {
  const known = remembered.get(text);
  if (known) return known;
  const named = lawNamedBy(wordsOfText(text));
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  if (text.length <= LONGEST_REMEMBERED) remembered.set(text, named);
  return named;
}

const MOST_REMEMBERED = 500;
const LONGEST_REMEMBERED = 1000;
const remembered = new Map<string, LawNamed>();

/** Everything that the words of a text name as law. Each word is looked at a fixed number of times at most. */
export function lawNamedBy(words: readonly Word[]): LawNamed {
  const pieces = piecesOf(words);
  const found = new Set<Provision>();
  const instruments = new Set<string>();
  const unlisted = new Set<string>(otherLawIn(pieces));
  const known = new KnownPlaces();
  for (const { names, piece } of besideNames(pieces)) {
    if (piece.sort === 'name') {
      for (const provision of piece.named.provisions) found.add(provision);
      for (const instrument of piece.named.instruments) instruments.add(instrument);
    } else {
      const meant = piece.places.map((place) => known.meantBy(place, names));
      for (const provision of meant.flat()) found.add(provision);
      if (meant.some((some) => some.length === 0))
        unlisted.add(inWords([...(names[0]?.words ?? []), ...piece.words]));
    }
  }
  return {
    provisions: provisions.filter((provision) => found.has(provision)),
    instruments: [...instruments],
    unlisted: [...unlisted],
    rest: pieces.flatMap((piece) => (piece.sort === 'word' ? [piece.word.text] : [])).join(' '),
  };
}

interface NamePiece {
  readonly sort: 'name';
  readonly named: Named;
  readonly words: readonly Word[];
}

type Piece =
  | NamePiece
  | { readonly sort: 'places'; readonly places: readonly PlaceInLaw[]; readonly words: readonly Word[] }
  | { readonly sort: 'word'; readonly word: Word };

function piecesOf(words: readonly Word[]): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < words.length;) {
    const [name, read] = [nameBeforePlace(words, at), placesAt(words, at)];
    const end = Math.max(name?.end ?? 0, read?.end ?? 0, at + 1);
    const own = words.slice(at, end);
    const [word] = own;
    if (name && name.end === end && isMeant(name.named, words, at, end))
      pieces.push({ sort: 'name', named: name.named, words: own });
    else if (read?.end === end) pieces.push({ sort: 'places', places: read.places, words: own });
    else if (word) pieces.push({ sort: 'word', word });
    at = pieces.at(-1)?.sort === 'word' ? at + 1 : end;
  }
  return pieces;
}

/** The name at a word; "principles" of "Caldicott principles 3 and 4" begins the place and does not end the name. */
function nameBeforePlace(words: readonly Word[], at: number): FoundName | null {
  const name = nameAt(words, at);
  if (!name || name.end - at < 2 || placesAt(words, name.end - 1) === null) return name;
  return { ...name, end: name.end - 1 };
}

/** An abbreviation may be an ordinary word: it is law in capital letters, or beside a place. */
function isMeant({ isAbbreviation }: Named, words: readonly Word[], at: number, end: number): boolean {
  const written = words[at]?.written ?? '';
  if (!isAbbreviation || (written === written.toUpperCase() && written.length > 1)) return true;
  return placesAt(words, end) !== null || /^\d{1,3}[a-z]{0,2}$|^[a-z]$/.test(words[at - 1]?.text ?? '');
}

const LINKS = new Set(['of', 'under', 'in', 'by', 'the', 'to', 'uk']);
const JOINS = new Set(['and', 'or', 'with', 'also', 'the', 'both']);
const MOST_LINKS = 4;

interface Beside {
  readonly piece: Exclude<Piece, { sort: 'word' }>;
  /** The names that its places may belong to, the likeliest first. */
  readonly names: readonly NamePiece[];
}

/**
 * Every name and every group of places, these with the names they may belong to: the one that follows with "of" or the
 * like, else those directly before and after, else the last before and the first after.
 */
function besideNames(pieces: readonly Piece[]): Beside[] {
  const after = namesAfter(pieces);
  let open: NamePiece | null = null;
  let last: NamePiece | null = null;
  return pieces.flatMap((piece, at): Beside[] => {
    if (piece.sort === 'word') {
      if (!JOINS.has(piece.word.text)) open = null;
      return [];
    }
    if (piece.sort === 'name') {
      if (piece.named.instruments.size > 0) open = last = piece;
      return [{ piece, names: [] }];
    }
    const linked = linkedTo(pieces, at);
    if (linked) return [{ piece, names: [linked] }];
    const next = pieces[at + 1];
    const direct = [open, next?.sort === 'name' ? next : null];
    const names = direct.some(isInstrument) ? direct : [last, after[at] ?? null];
    return [{ piece, names: names.filter(isInstrument) }];
  });
}

function isInstrument(piece: NamePiece | null): piece is NamePiece {
  return piece !== null && piece.named.instruments.size > 0;
}

function linkedTo(pieces: readonly Piece[], at: number): NamePiece | null {
  let next = at + 1;
  for (; next <= at + MOST_LINKS; next += 1) {
    const piece = pieces[next];
    if (piece?.sort !== 'word' || !LINKS.has(piece.word.text)) break;
  }
  const piece = pieces[next];
  return next > at + 1 && piece?.sort === 'name' && isInstrument(piece) ? piece : null;
}

/** For each piece the first instrument that is named after it. */
function namesAfter(pieces: readonly Piece[]): (NamePiece | null)[] {
  let next: NamePiece | null = null;
  return pieces
    .map((_, at) => pieces[pieces.length - 1 - at])
    .map((piece) => {
      const after = next;
      if (piece?.sort === 'name' && isInstrument(piece)) next = piece;
      return after;
    })
    .reverse();
}

/** What places mean, each looked up once: a hostile text may name one ten thousand times. */
class KnownPlaces {
  private readonly meant = new Map<string, readonly Provision[]>();

  /** The provisions at a place of the first name whose instrument has it; without a name, of the one instrument that does. */
  meantBy(place: PlaceInLaw, names: readonly NamePiece[]): readonly Provision[] {
    if (names.length === 0) return this.lookedUp(place, '', () => onlyOnesAt(place));
    for (const { named } of names) {
      const meant = this.lookedUp(place, [...named.instruments].join(';'), () =>
        [...named.instruments].flatMap((instrument) => provisionsAt(instrument, place)),
      );
      if (meant.length > 0) return meant;
    }
    return [];
  }

  private lookedUp(place: PlaceInLaw, of: string, look: () => readonly Provision[]): readonly Provision[] {
    const key = `${of}:${place.join('.')}`;
    const meant = this.meant.get(key) ?? look();
    this.meant.set(key, meant);
    return meant;
  }
}

const OTHER_LAW = new Set(['act', 'acts', 'regulations', 'order', 'rules', 'directive', 'measure']);
const YEAR = /^(?:1[2-9]|20)\d\d$/;
const MOST_WORDS_OF_A_NAME = 8;

/** Acts and the like that the list does not hold: "Road Safety Act 2006", "the Vagrancy Act". */
function otherLawIn(pieces: readonly Piece[]): string[] {
  return pieces.flatMap((piece, at) => {
    if (piece.sort !== 'word' || !OTHER_LAW.has(piece.word.text)) return [];
    const before = nameBefore(pieces, at);
    const next = pieces[at + 1];
    const year = next?.sort === 'word' && YEAR.test(next.word.text) ? [next.word] : [];
    const isNamed = year.length > 0 || (before.length > 0 && isCapital(piece.word));
    return isNamed ? [inWords([...before, piece.word, ...year])] : [];
  });
}

function nameBefore(pieces: readonly Piece[], at: number): Word[] {
  const words: Word[] = [];
  for (let before = at - 1; before >= 0 && words.length < MOST_WORDS_OF_A_NAME; before -= 1) {
    const piece = pieces[before];
    if (piece?.sort !== 'word' || !(isCapital(piece.word) || /^(?:and|of|in|for)$/.test(piece.word.text)))
      break;
    words.unshift(piece.word);
  }
  while (words[0] && !isCapital(words[0])) words.shift();
  return words;
}

function isCapital({ written }: Word): boolean {
  return /^\p{Lu}/u.test(written);
}

function inWords(words: readonly Word[]): string {
  return words
    .slice(0, MOST_WORDS_SHOWN)
    .map(({ before, written }, at) => `${at === 0 ? '' : before.slice(0, 3)}${written}`)
    .join('');
}

const MOST_WORDS_SHOWN = 20;
