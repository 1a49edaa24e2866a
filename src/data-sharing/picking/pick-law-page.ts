import type { Provision } from '../../legal-basis/provisions/provision.js';
import { provisionById } from '../../legal-basis/provisions/provisions.js';
import { Page } from '../../web/answer/page.js';
import type { Asked, FieldsOf } from '../../web/form/form.js';
import { capitalised } from '../../web/words.js';
import type { FlowDetail } from '../flow/flow-rows.js';
import {
  confidenceInWords,
  daysInWords,
  disclosureInWords,
  isBeingChecked,
  nationsInWords,
  provisionKindInWords,
} from '../looking-up/provision-in-words.js';
import { pickInWords, picksOf } from '../questions/law-lines.js';
import { valueAt } from '../questions/content-at.js';
import type { LawPlace } from './law-place.js';
import { namedBeside, narrowedTo, offeredLaw, spokenAgainst, type OfferedLaw } from './offered-law.js';
import type { pickLawForm } from './pick-law.form.js';
import { SHOWN_AT_ONCE, type SearchMade } from './search-made.js';
import { faultOfPick, keptPick, pickKept, picksTyped, type TypedPick } from './typed-picks.js';

/** A page on which law is picked for one field of a draft. */
export interface PickingLaw {
  readonly flow: FlowDetail;
  readonly place: LawPlace;
  /** The address of the page. */
  readonly action: string;
}

type AskedPicks = Asked<FieldsOf<ReturnType<typeof pickLawForm>>>;

/** The page with everything typed, what is picked, and what was found. */
export function pickLawPage(
  { flow, place, action }: PickingLaw,
  asked: AskedPicks,
  search: SearchMade,
): Page {
  const typed = keptIn(asked.answers).map(pickKept);
  const [title = '', how] = place.field.meaning.split(/, picked from the list;? ?/);
  return new Page('data-sharing/picking/views/pick.njk', {
    ...asked,
    ...{ title, action },
    how: how ? `${capitalised(how)}.` : null,
    caption: place.itemName === null ? flow.title : `${flow.title}: ${place.itemName}`,
    back: { href: `/data-flows/${flow.id}/${place.shownOn}`, text: 'Back, without what is not saved' },
    picks: typed.map((pick) => shownPick(place, pick)),
    isUnsaved: !isStored(place, typed),
    meanwhilePicks: asked.meanwhile ? keptIn(asked.meanwhile).map(pickKept).map(inWords) : null,
    hasWords: place.words.length > 0,
    ...foundOn(place, typed, search),
  });
}

function foundOn(place: LawPlace, typed: readonly TypedPick[], search: SearchMade) {
  const isOpen = ({ provision }: OfferedLaw) =>
    !typed.some(({ provisionId }) => provisionId === provision.id);
  const { offered, beyond } = offeredLaw(place, search);
  const shown = offered.slice(0, search.shown);
  return {
    search: { ...search, lookedFor: search.shown > 0 ? search.words : '' },
    narrowed: narrowedTo(place),
    atOnce: SHOWN_AT_ONCE,
    named: search.shown > 0 ? [] : namedBeside(place).filter(isOpen).map(shownOffer),
    found: shown.filter(isOpen).map(shownOffer),
    ...{ count: offered.length, beyond },
    following: offered.length > shown.length ? search.shown + SHOWN_AT_ONCE : null,
  };
}

function shownPick(place: LawPlace, pick: TypedPick) {
  const provision = provisionById(pick.provisionId);
  return {
    ...pick,
    short: provision?.short ?? (pick.provisionId === '' ? 'no provision' : pick.provisionId),
    fault: faultOfPick(pick) ?? null,
    facts: provision ? factsOf(provision) : null,
    against: provision ? spokenAgainst(place, provision) : [],
  };
}

function shownOffer({ provision, against }: OfferedLaw) {
  const { id, short, title } = provision;
  return { ...{ id, short, title, against }, facts: factsOf(provision) };
}

/** What whoever picks a provision has to know of it. */
function factsOf(provision: Provision) {
  return {
    href: `/provisions/${provision.id}`,
    title: provision.title,
    kind: provisionKindInWords(provision.kind),
    lines: [
      disclosureInWords(provision).replace(' every test below ', ' every one of its tests '),
      confidenceInWords(provision),
      `${daysInWords(provision)}. ${nationsInWords(provision)}.`,
    ],
    beingChecked: isBeingChecked(provision),
  };
}

function keptIn(answers: AskedPicks['answers']): readonly string[] {
  const kept = answers['picks'];
  return kept === undefined || typeof kept === 'string' || 'year' in kept ? [] : kept;
}

function isStored({ within, field }: LawPlace, typed: readonly TypedPick[]): boolean {
  const stored = picksOf(valueAt(within, field.path)).map(({ provisionId, why }) =>
    keptPick({ provisionId: provisionId ?? '', why: why ?? '' }),
  );
  const same = typed.map(({ provisionId, why }) =>
    keptPick({ provisionId, why: why.replace(/\r\n?/g, '\n') }),
  );
  return JSON.stringify(stored) === JSON.stringify(same);
}

function inWords(pick: TypedPick): string {
  return picksTyped([pick]).map(pickInWords).join();
}
