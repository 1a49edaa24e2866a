import {
  confidenceInWords,
  daysInWords,
  disclosureInWords,
  isBeingChecked,
  nationsInWords,
  placeInWords,
  provisionKindInWords,
} from '../data-sharing/looking-up/provision-in-words.js';
import type { Json } from '../kernel/canonical-json.js';
import type { Provision } from '../legal-basis/provisions/provision.js';
import { provisionById } from '../legal-basis/provisions/provisions.js';
import { searchProvisions } from '../legal-basis/provisions/searching/search-provisions.js';
import { capitalised, plural } from '../web/words.js';
import { succeeded, unusable, type CommandResult } from './command-result.js';

/** `candour provisions list [WORDS…]`: every provision of law, or those that words find. */
export function provisionsListCommand(words: readonly string[]): Promise<CommandResult> {
  const found = searchProvisions({ words: words.join(' ') });
  const lines = found.map(
    ({ id, kind, short, title }) => `${id.padEnd(22)}  ${kind.padEnd(19)}  ${short}: ${title}`,
  );
  return Promise.resolve(
    succeeded([...lines, `${capitalised(plural(found.length, 'provision'))}.`], found.map(asJson)),
  );
}

/** `candour provisions explain ID`: everything that a person can read of one provision. */
export function provisionsExplainCommand(id: string): Promise<CommandResult> {
  const provision = provisionById(id.toLowerCase());
  if (!provision)
    return Promise.resolve(
      unusable([`There is no provision ${id}. candour provisions list finds one by words.`]),
    );
  return Promise.resolve(succeeded(linesOf(provision), asJson(provision)));
}

function linesOf(provision: Provision): string[] {
  const { short, title, whose, whatItDoes, whatItDoesNot, tests, source, official, note } = provision;
  return [
    `${short}: ${title}`,
    provisionKindInWords(provision.kind),
    disclosureInWords(provision),
    confidenceInWords(provision),
    `Where it stands: ${placeInWords(provision) || 'in no instrument'}. Where it applies: ${nationsInWords(provision)}.`,
    `In force: ${daysInWords(provision)}.`,
    `Whose it is: ${whose}.`,
    `What it does: ${whatItDoes}`,
    `Its limits: ${whatItDoesNot}.`,
    ...tests.map((test) => `To ask: ${test}`),
    ...(note === undefined ? [] : [`Note: ${note}`]),
    `Source: ${source ?? 'general knowledge'}${isBeingChecked(provision) ? ' (reference being checked)' : ''}.`,
    ...(official === undefined ? [] : [`Official text: ${official}`]),
  ];
}

/** As its file says it, without what an entry does not say. */
function asJson(provision: Provision): Json {
  return JSON.parse(JSON.stringify(provision)) as Json;
}
