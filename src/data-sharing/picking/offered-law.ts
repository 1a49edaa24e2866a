import { provisionsNamedIn } from '../../legal-basis/provisions/naming/provisions-named-in.js';
import { isPickable, type Provision } from '../../legal-basis/provisions/provision.js';
import { appliesIn, isInForce } from '../../legal-basis/provisions/reach.js';
import { searchProvisions } from '../../legal-basis/provisions/searching/search-provisions.js';
import { nations } from '../../legal-basis/record/transfer/nation.js';
import { stretch, uncapitalised } from '../../web/words.js';
import type { LawPlace } from './law-place.js';

/** What somebody looks for to pick it. */
export interface SoughtLaw {
  readonly words: string;
  /** Also what is of another sort, of other days or of another nation than the field is about. */
  readonly widely: boolean;
}

/** A provision that is offered, with what speaks against it here. */
export interface OfferedLaw {
  readonly provision: Provision;
  /** Why it is not what the field is about; empty for one that is. */
  readonly against: readonly string[];
}

/** What a search found: those that are offered, and how many more there are beyond what the field is about. */
export interface FoundLaw {
  readonly offered: readonly OfferedLaw[];
  readonly beyond: number;
}

/** The provisions that are offered for a field: of its sort, in force on its days, in its nation; others where asked for. */
export function offeredLaw(place: LawPlace, { words, widely }: SoughtLaw): FoundLaw {
  const found = searchProvisions({ words, pickable: true }).map((provision) => offered(place, provision));
  const fitting = found.filter(({ against }) => against.length === 0);
  return { offered: widely ? found : fitting, beyond: widely ? 0 : found.length - fitting.length };
}

/** The provisions that the words beside the picks name, offered whatever speaks against them. */
export function namedBeside(place: LawPlace): OfferedLaw[] {
  const named = new Set(place.words.flatMap(({ text }) => provisionsNamedIn(text)));
  return [...named].filter(isPickable).map((provision) => offered(place, provision));
}

/** What speaks against a provision in a field, each as a sentence; nothing for what is not known. */
export function spokenAgainst({ question, from, to, nation }: LawPlace, provision: Provision): string[] {
  const nationName = nations.find(({ code }) => code === nation)?.label ?? '';
  return [
    ...(question.fits(provision) ? [] : ['It is not of the sort that is asked for here.']),
    ...(from !== null && isInForce(provision, from, to) === false
      ? ['It was not in force on all of these days.']
      : []),
    ...(appliesIn(provision, nation) === false ? [`It does not apply in ${nationName}.`] : []),
  ];
}

/** What the search is narrowed to, as a sentence that completes "Offered are …". */
export function narrowedTo({ question, from, to, nation }: LawPlace): string {
  const nationName = nations.find(({ code }) => code === nation)?.label;
  return [
    question.offers,
    from === null ? '' : `, in force ${uncapitalised(stretch(from, to))}`,
    nationName === undefined ? '' : `, in ${nationName}`,
  ].join('');
}

function offered(place: LawPlace, provision: Provision): OfferedLaw {
  return { provision, against: spokenAgainst(place, provision) };
}
