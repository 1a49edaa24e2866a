import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { OpenToAll } from '../../access/requirement.js';
import { NotFound } from '../../kernel/refusal.js';
import {
  isPickable,
  PROVISION_KINDS,
  provisionKinds,
  type Provision,
} from '../../legal-basis/provisions/provision.js';
import { provisionById, provisions } from '../../legal-basis/provisions/provisions.js';
import {
  instrumentNames,
  searchProvisions,
} from '../../legal-basis/provisions/searching/search-provisions.js';
import { nations } from '../../legal-basis/record/transfer/nation.js';
import { NarrowedBy } from '../../web/asking/names-asked.js';
import type { Download } from '../../web/answer/download.js';
import { Page } from '../../web/answer/page.js';
import { addressWith, lostPlace, typedIn, type TypedQuery } from '../../web/list-request.js';
import { capitalised } from '../../web/words.js';
import { codeOfAddress } from '../citations/law-citing.js';
import {
  caseByCaseInWords,
  confidenceInWords,
  daysInWords,
  disclosureInWords,
  isBeingChecked,
  nationsInWords,
  offencesLeftOut,
  placeInWords,
  provisionKindInWords,
} from './provision-in-words.js';
import { searchTyped } from './provision-query.js';
import { provisionSheet } from './provision-sheet.js';

const WHY = 'Law is for everyone to read.';
const A_PAGE = 25;

/** The list of provisions of law, for everyone: what each is, what it does and does not, and how sure that is. */
@ApiExcludeController()
@Controller()
export class ProvisionsPages {
  @Get('provisions')
  @OpenToAll(WHY)
  @NarrowedBy('q', 'kind', 'nation', 'instrument', 'after')
  list(@Query() query: TypedQuery): Page {
    const search = searchTyped(query);
    const found = searchProvisions(search);
    const from = placeAfter(found, typedIn(query, 'after'));
    const shown = found.slice(from, from + A_PAGE);
    const narrowing = {
      q: search.words,
      kind: search.kind,
      nation: search.nation,
      instrument: search.instrument,
    };
    const last = shown.at(-1);
    const isMore = from + A_PAGE < found.length;
    return new Page(
      'data-sharing/looking-up/views/list.njk',
      {
        title: 'Provisions of law',
        q: search.words,
        kinds: choices('Any kind', provisionKinds.map(kindChoice), search.kind),
        nations: choices(
          'Any nation',
          nations.map(({ code, label }) => [code, label] as const),
          search.nation,
        ),
        instruments: choices(
          'Any instrument',
          instrumentNames.map((name) => [name, name] as const),
          search.instrument,
        ),
        all: provisions.length,
        leftOut: offencesLeftOut(provisions),
        found: found.length,
        isNarrowed: found.length < provisions.length,
        provisions: shown.map(inList),
        next: isMore && last ? addressWith('/provisions', { ...narrowing, after: last.id }) : null,
        sheet: addressWith('/provisions.csv', narrowing),
      },
      { cacheSeconds: 300 },
    );
  }

  @Get('provisions.csv')
  @OpenToAll(WHY)
  @NarrowedBy('q', 'kind', 'nation', 'instrument')
  sheet(@Query() query: TypedQuery): Download {
    return provisionSheet(searchProvisions(searchTyped(query)));
  }

  @Get('provisions/:id')
  @OpenToAll(WHY)
  one(@Param('id') id: string): Page {
    const provision = provisionById(id);
    if (!provision) throw new NotFound();
    return new Page(
      'data-sharing/looking-up/views/one.njk',
      {
        title: provision.short,
        caption: 'Provision of law',
        back: { href: '/provisions', text: 'All provisions' },
        provision,
        ...told(provision),
        code: codeOfAddress(provision.source),
      },
      { cacheSeconds: 300 },
    );
  }
}

function inList(provision: Provision) {
  const { id, short, title, whatItDoes } = provision;
  return {
    ...{ id, short, title, whatItDoes },
    kind: provisionKindInWords(provision.kind),
    nations: nationsInWords(provision),
    beingChecked: isBeingChecked(provision),
    isPickable: isPickable(provision),
  };
}

function told(provision: Provision) {
  return {
    kind: provisionKindInWords(provision.kind),
    disclosure: disclosureInWords(provision),
    confidence: confidenceInWords(provision),
    beingChecked: isBeingChecked(provision),
    facts: factsOf(provision),
    limbs: limbsOf(provision),
  };
}

function factsOf(provision: Provision) {
  const { whose, whatItDoes, whatItDoesNot, bases, excludes } = provision;
  return [
    { key: 'Where it stands', value: placeInWords(provision) || 'In no instrument' },
    { key: 'Where it applies', value: nationsInWords(provision) },
    { key: 'In force', value: daysInWords(provision) },
    { key: 'Whose it is', value: whose === '-' ? 'Nobody’s in particular' : capitalised(whose) },
    { key: 'What it does', value: capitalised(whatItDoes) },
    { key: 'Its limits', values: whatItDoesNot.split('; ').map(capitalised) },
    ...(excludes === undefined ? [] : [{ key: 'What it does not reach', values: excludes.map(capitalised) }]),
    { key: 'Case by case', value: caseByCaseInWords(provision) },
    ...(bases.length === 0 ? [] : [{ key: 'Usual basis in data protection law', values: bases }]),
  ];
}

function limbsOf({ limbs }: Provision) {
  if (!limbs) return [];
  const { substantialPublicInterest: interest, policyDocument, reasonForNoConsent } = limbs;
  return [
    ...(interest === undefined
      ? []
      : [{ key: 'Substantial public interest', value: interest ? 'Has to be shown' : 'Is not asked for' }]),
    { key: 'Policy document', value: capitalised(policyDocument) },
    ...(reasonForNoConsent === undefined
      ? []
      : [{ key: 'Reason for no consent', value: capitalised(reasonForNoConsent) }]),
  ];
}

function kindChoice(kind: keyof typeof PROVISION_KINDS): readonly [string, string] {
  const [words = ''] = PROVISION_KINDS[kind].split(':', 1);
  return [kind, capitalised(words.replace(/^an? /, ''))];
}

function choices(any: string, offered: readonly (readonly [string, string])[], chosen: string | undefined) {
  return [['', any] as const, ...offered].map(([value, text]) => ({
    value,
    text,
    selected: value === (chosen ?? ''),
  }));
}

/** Where the list goes on after this provision; the beginning where none is named. */
function placeAfter(found: readonly { readonly id: string }[], after: string): number {
  const place = found.findIndex(({ id }) => id === after) + 1;
  if (place === 0 && after !== '') throw lostPlace('after');
  return place;
}
