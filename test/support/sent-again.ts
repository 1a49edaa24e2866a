import { load } from 'cheerio';
import type { Client } from 'pg';
import type { Part } from '../../src/demo-world/personas.js';
import type { Form } from '../../src/web/form/form.js';
import type { FoundField, FoundForm } from './found-form.js';

/** A form that carries a token, and the cookie of who met it. */
export interface OfferedOnce extends FoundForm {
  readonly cookie: string;
}

/** Where forms are sent, and what was recorded is counted. */
interface Served {
  readonly address: string;
  readonly superuser: Client;
}

/** What a form says, by the name of the field. */
type Said = ReadonlyMap<string, readonly string[]>;

const [YEAR = '', MONTH = '', DAY = ''] = new Date().toISOString().split('T', 1).join('').split('-');

/** What is put where the first choice and a few words will not do, by the address and the name of the field; the last that fits. */
const FITTING: readonly (readonly [RegExp, string])[] = [
  [/-year$/, '2025'],
  [/-(day|month)$/, '1'],
  [/ (happenedOn|orderedOn)-year$/, YEAR],
  [/ (happenedOn|orderedOn)-month$/, MONTH],
  [/ (happenedOn|orderedOn)-day$/, DAY],
  [/ (dueOn|reviewDue)-year$/, '2099'],
  [/ periodTo-month$/, '3'],
  [/ periodTo-day$/, '31'],
  [/ (effectiveOn-.*|scope|criterion|flow|website)$/, ''],
  [/ year$/, 'Y0'],
  [/activity.* period$/, '2019-Q2'],
  [/ places$/, '1'],
  [/ successor$/, 'RWK'],
  [/ namedPeople$/, 'A, B'],
  [/ (address|note)$/, 'https://example.org/paper'],
  [/ (money|amount|people|baseline|unitCost|value|happened|received|aboutPolice|upheld|daysWithout)$/, '1'],
  [/ (withoutPlan|withPlan|closedSince|partlyUpheld|notUpheld|toOmbudsman|wholeTimeEquivalent)$/, '1'],
  [/successors.* (ended|different|people)$/, 'The night team ended.'],
];

/** Forms that the demo world does not offer now, with the tests that send them again. */
export const SENT_AGAIN_ELSEWHERE: Readonly<Record<string, string>> = {
  AskForMeeting: 'reviews/meetings',
  CorrectEntry: 'deployments/renaming',
  MakeStatement: 'reviews/statements',
  ReplyToFinding: 'reviews/findings-and-replies',
  SayWhatContradicts: 'reviews/meetings',
};

/** True for a form that carries a token of its page. */
export function carriesOnce({ fields }: FoundForm): boolean {
  return fields.some(({ name }) => name === 'once');
}

/**
 * Sends a form, sends it again, and then with other words under the same token: the second must do nothing and answer as
 * the first, and the third must be refused with everything typed and a new token, which takes it. Returns
 * what is amiss; null where its turn is over, so that nothing could be tried.
 */
export async function faultsOfSendingAgain(
  world: Served,
  form: OfferedOnce,
): Promise<readonly string[] | null> {
  const said: Said = new Map(form.fields.map((field) => [field.name, fitting(form, field)]));
  const first = await sent(world, form, said);
  if (first.status === 409) return null;
  if (first.status !== 200 && first.status !== 303)
    return [`was not taken: ${String(first.status)} ${first.issues}`];
  if (first.events === 0) return ['recorded nothing'];
  const again = await sent(world, form, said);
  const faults: string[] = [];
  if (again.status !== first.status || again.place !== first.place || again.events !== 0)
    faults.push(
      `is not the same again: ${String(again.status)} ${again.issues}, ${String(again.events)} events`,
    );
  const words = form.fields.find(
    ({ name, kind }) => kind === 'words' && /^[A-Z][a-z]* [a-z]/.test(said.get(name)?.[0] ?? ''),
  );
  const other = words ?? form.fields.find(({ kind, others }) => kind === 'choice' && others.length > 0);
  if (!other) return [...faults, 'has nothing that could be said otherwise'];
  const changed = new Map(said).set(
    other.name,
    words ? ['The panel says otherwise.'] : other.others.slice(0, 1),
  );
  const otherwise = await sent(world, form, changed);
  if (otherwise.status !== 409 || otherwise.events !== 0)
    return [...faults, `took other words under its token: ${String(otherwise.status)} ${otherwise.issues}`];
  const fresh = otherwise.value('once');
  if (fresh === '' || fresh === said.get('once')?.[0]) faults.push('carries no new token');
  if (words && otherwise.value(words.name) !== 'The panel says otherwise.')
    faults.push('loses what was typed');
  const anew = await sent(world, form, new Map(changed).set('once', [fresh]));
  if (anew.issues.includes('sent before')) faults.push('does not take it under the new token');
  return faults;
}

function fitting({ action }: FoundForm, { name, kind, usual }: FoundField): readonly string[] {
  if (name.endsWith('-unsure')) return [];
  if (kind !== 'words') return usual;
  const found = FITTING.findLast(([pattern]) => pattern.test(`${action} ${name}`));
  return found ? [found[1]] : usual;
}

interface Answered {
  readonly status: number;
  readonly place: string;
  readonly issues: string;
  /** How many events the sending left. */
  readonly events: number;
  readonly value: (name: string) => string;
}

async function sent(world: Served, form: OfferedOnce, said: Said): Promise<Answered> {
  const before = await countedEvents(world);
  const entries = [...said].flatMap(([name, values]) =>
    values.map((value) => [name, value] as [string, string]),
  );
  const answer = await fetch(world.address + form.action, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(entries),
    headers: { accept: 'text/html', cookie: form.cookie, 'sec-fetch-site': 'same-origin' },
  });
  const $ = load(await answer.text());
  const box = (name: string) =>
    $('main [name]')
      .filter((_, one) => $(one).attr('name') === name)
      .first();
  return {
    status: answer.status,
    place: answer.headers.get('location') ?? '',
    issues: $('main .nhsuk-error-summary').text().replace(/\s+/g, ' ').trim(),
    events: (await countedEvents(world)) - before,
    value: (name) => (box(name).is('textarea') ? box(name).text() : (box(name).attr('value') ?? '')),
  };
}

async function countedEvents({ superuser }: Served): Promise<number> {
  const { rows } = await superuser.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM ledger.event',
  );
  return rows[0]?.count ?? 0;
}

/** Addresses of forms with a token that no link led to, because it leads to one page of a kind. */
export async function addressesOfTokens(address: string, part: Part | null): Promise<readonly string[]> {
  if (part === 'submitter') return ['/deployments/new'];
  if (part !== 'commissioner') return [];
  const listed = await fetch(`${address}/api/v1/deployments?limit=100`);
  const { items } = (await listed.json()) as { readonly items: readonly { readonly key: string }[] };
  return items.map(({ key }) => `/deployments/${key}/halts/new`);
}

/** Whatever ends the turn of others is sent after them. */
export function turnOf({ action }: FoundForm): number {
  return ['acknowledge', 'count', 'stopped', 'check', 'lift'].findIndex((step) =>
    action.endsWith(`/${step}`),
  );
}

/** True for a form as it stands on a page. */
export function isShownAs({ drawn }: Form, { fields }: FoundForm): boolean {
  return drawn.every(({ name }) =>
    fields.some((field) => field.name === name || field.name.startsWith(`${name}-`)),
  );
}
