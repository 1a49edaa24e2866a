import type { CalendarDay } from '../../../kernel/days/calendar-day.js';
import { newId } from '../../../kernel/identifiers.js';
import { adding, changing, type Act } from '../../../ledger/act.js';
import { made } from '../../../platform/database/recorded.js';
import { Organisation, type FormerName } from '../../organisation.entity.js';
import { factsOfTrust } from '../facts-from-files.js';
import type { TrustsFile } from './trusts-file.js';

/** What an edition does to a trust. Reopening it and giving it back a former name are what older files would do. */
export type TrustChangeKind = 'added' | 'renamed' | 'named as before' | 'closed' | 'reopened' | 'corrected';

/** One thing that an edition would change about one trust, as it stands and as it would stand. */
export interface TrustChange {
  readonly kind: TrustChangeKind;
  readonly code: string;
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What importing a file would do as things stand. */
export interface TrustsPlan {
  readonly changes: readonly TrustChange[];
  /** Changes that are not made because nobody allowed them by the code of the trust. */
  readonly heldBack: readonly TrustChange[];
  readonly unchanged: number;
  /** Trusts of the register that the file does not name; they stay as they are. */
  readonly notInFile: number;
  readonly acts: readonly Act[];
}

/** The kinds that happen only where the code of the trust was named. */
const BACKWARDS: readonly TrustChangeKind[] = ['named as before', 'reopened'];

/** Compares a file of trusts with the register: `allowed` are the codes of trusts that may be reopened or renamed back. */
export function trustsPlan(
  file: TrustsFile,
  held: ReadonlyMap<string, Organisation>,
  allowed: ReadonlySet<string>,
): TrustsPlan {
  const source = sourceOf(file);
  const compared = file.rows.map((row) => {
    const facts = factsOfTrust(row, source);
    const known = held.get(facts.key);
    return known
      ? comparison(known, facts, { file, isAllowed: allowed.has(row.code) })
      : addition(facts, source);
  });
  const inFile = new Set(file.rows.map(({ code }) => code));
  const trusts = [...held.values()].filter(({ odsCode }) => odsCode !== null);
  return {
    changes: compared.flatMap(({ changes }) => changes),
    heldBack: compared.flatMap(({ heldBack }) => heldBack),
    unchanged: compared.filter(({ act, heldBack }) => act === null && heldBack.length === 0).length,
    notInFile: trusts.filter(({ odsCode }) => !inFile.has(odsCode ?? '')).length,
    acts: compared.flatMap(({ act }) => act ?? []),
  };
}

/** The words under which facts from this file stand in the register. */
function sourceOf({ name, edition }: Pick<TrustsFile, 'name' | 'edition'>): string {
  return `Organisation Data Service, file ${name}, edition of ${edition.toString()}`;
}

interface Comparison {
  readonly changes: readonly TrustChange[];
  readonly heldBack: readonly TrustChange[];
  readonly act: Act | null;
}

type Facts = ReturnType<typeof factsOfTrust>;

/** What the file says of a trust. Its type and other names are not in it, and stay. */
const SAID = [
  'name',
  'publishedName',
  'nationalGrouping',
  'geography',
  'town',
  'county',
  'postcode',
  'openedOn',
  'closedOn',
] as const;

function addition(facts: Facts, source: string): Comparison {
  const { odsCode, name, closedOn } = facts;
  const record = made(Organisation, { ...facts, id: newId(), formerNames: null });
  const change: TrustChange = { kind: 'added', code: odsCode ?? '', name, before: null, after: closedOn };
  return { changes: [change], heldBack: [], act: adding('import', Organisation, record, source) };
}

function comparison(
  held: Organisation,
  facts: Facts,
  { file, isAllowed }: { readonly file: TrustsFile; readonly isAllowed: boolean },
): Comparison {
  const all = changesBetween(held, facts, file.edition.latestDay);
  const heldBack = isAllowed ? [] : all.filter(({ kind }) => BACKWARDS.includes(kind));
  const stays = (kind: TrustChangeKind): boolean => heldBack.some((change) => change.kind === kind);
  const wanted = {
    ...Object.fromEntries(SAID.map((property) => [property, facts[property]])),
    ...(stays('named as before') ? { name: held.name, publishedName: held.publishedName } : {}),
    ...(stays('reopened') ? { closedOn: held.closedOn } : {}),
  };
  const changes = all.filter((change) => !heldBack.includes(change));
  if (changes.length === 0) return { changes, heldBack, act: null };
  const formerNames = changes.some(({ kind }) => kind === 'renamed' || kind === 'named as before')
    ? [...(held.formerNames ?? []), formerName(held, file)]
    : held.formerNames;
  const change = (organisation: Organisation): void => {
    Object.assign(organisation, wanted, { formerNames, source: facts.source, confidence: facts.confidence });
  };
  return {
    changes,
    heldBack,
    act: changing('import', Organisation, held.id, { reason: facts.source, change }),
  };
}

function changesBetween(held: Organisation, facts: Facts, day: CalendarDay): TrustChange[] {
  const about = { code: facts.odsCode ?? '', name: held.name };
  const changes: TrustChange[] = [];
  const tell = (kind: TrustChangeKind, before: string | null, after: string | null): void =>
    void changes.push({ ...about, kind, before, after });
  if (held.name !== facts.name)
    tell(hadName(held, facts.name) ? 'named as before' : 'renamed', held.name, facts.name);
  if (held.closedOn === null && facts.closedOn !== null) tell('closed', null, facts.closedOn);
  if (isOpenAgain(held, facts, day)) tell('reopened', held.closedOn, facts.closedOn);
  const told = changes.map(({ kind }) => kind);
  for (const property of SAID) {
    if (held[property] === facts[property] || property === 'name') continue;
    if (property === 'publishedName' && held.name !== facts.name) continue;
    if (property === 'closedOn' && (told.includes('closed') || told.includes('reopened'))) continue;
    tell('corrected', held[property], facts[property]);
  }
  return changes;
}

/** Whether a trust that had closed by this day would be open on it, with a later closing day or with none. */
function isOpenAgain(held: Organisation, { closedOn }: Facts, day: CalendarDay): boolean {
  return held.closedOn !== null && held.closedOn <= day && (closedOn === null || closedOn > day);
}

function hadName({ formerNames }: Organisation, name: string): boolean {
  return (formerNames ?? []).some((former) => former.name.toLowerCase() === name.toLowerCase());
}

/** The name that the file no longer has: from when it was held is what the names before it say. */
function formerName({ name, formerNames }: Organisation, file: TrustsFile): FormerName {
  return {
    name,
    from: formerNames?.at(-1)?.until ?? null,
    until: file.edition.value,
    source: `${sourceOf(file)}, which no longer has it`,
  };
}
