import { SetMetadata } from '@nestjs/common';
import { Unprocessable } from '../../kernel/refusal.js';
import { typedIn, type TypedQuery } from '../list-request.js';

/** The key under which a handler of a page says by which names of an address it is narrowed. */
export const NARROWED_BY = Symbol('narrowed by');

/**
 * The page is narrowed by these names of its address, and refuses all others but those that no site can keep out. One that
 * goes on after an entry takes how many entries there are to be, too.
 */
export function NarrowedBy(...names: readonly string[]): MethodDecorator {
  const known = names.includes('after') ? [...names, 'limit'] : names;
  return SetMetadata<symbol, readonly string[]>(NARROWED_BY, known);
}

/** The key under which a handler says which names of its address may be given several times. */
export const TAKES_SEVERAL = Symbol('takes several');

/** These names of the address may be given several times, and each time counts. */
export function TakesSeveral(...names: readonly string[]): MethodDecorator {
  return SetMetadata<symbol, readonly string[]>(TAKES_SEVERAL, names);
}

/** @throws Unprocessable for names that are given more than once where one counts: any of them would be picked in silence. */
export function refuseRepeated(query: TypedQuery, heardOnce: readonly string[]): void {
  const repeated = heardOnce.filter((name) => Array.isArray(query[name]));
  if (repeated.length === 0) return;
  throw new Unprocessable(
    repeated.map((name) => ({
      field: name,
      text: `“${name}” is given more than once in this address, and only one can count. Give it once.`,
    })),
    'The address asks for more than one thing where only one can be shown.',
  );
}

/** Names that mail programs and search sites put into addresses; they say how somebody came here and ask for nothing. */
const HOW_SOMEBODY_CAME =
  /^(?:utm_\w+|(?:g|d|fb|tw|y|tt)clid|msclkid|gbraid|wbraid|gad_source|igsh|mc_[ce]id|_g[al]|_hs(?:enc|mi)|srsltid)$/;

/** @throws Unprocessable for names that are not known here, with those that are: a misspelt filter would show everything. */
export function refuseUnknownNames(sent: readonly string[], known: readonly string[]): void {
  const unknown = sent.filter((name) => !known.includes(name) && !HOW_SOMEBODY_CAME.test(name));
  if (unknown.length === 0) return;
  const instead =
    known.length === 0 ? 'Nothing can be asked for here.' : `What there is: ${known.join(', ')}.`;
  throw new Unprocessable(
    unknown.map((name) => ({
      field: /[.[\]]/.test(name) ? '' : name,
      text: `“${name.slice(0, LONGEST_SHOWN)}” is not known in this address, so it would narrow nothing. ${instead}`,
    })),
    'The address asks for something that is not known here.',
  );
}

const LONGEST_SHOWN = 40;

/**
 * One of these choices of a query string; nothing where none was made.
 * @throws Unprocessable for several, and for what is none of them: a list that shows everything in its place would be a wrong answer.
 */
export function chosenIn<Choice extends string>(
  query: TypedQuery,
  name: string,
  choices: readonly Choice[],
): Choice | undefined {
  refuseRepeated(query, [name]);
  const typed = typedIn(query, name);
  if (typed === '') return undefined;
  const choice = choices.find((one) => one === typed);
  if (choice !== undefined) return choice;
  const text = `“${typed.slice(0, LONGEST_SHOWN)}” is none of the choices: ${choices.join(', ')}.`;
  throw new Unprocessable([{ field: name, text }], 'The address asks for something that is not known here.');
}
