import { z } from 'zod';
import type { KindIntroduction } from '../../evidence/register.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import { newId } from '../../kernel/identifiers.js';
import type { Issue } from '../../kernel/refusal.js';
import { isNoAnswer } from '../../kernel/words/no-answer.js';
import { saysNothing as isEmptySentence } from '../../kernel/words/says-nothing.js';
import { columnsOf, made, recordedKind, type RecordedClass } from '../../platform/database/recorded.js';
import type { Fields, Form, ValuesOf } from '../../web/form/form.js';
import { once } from '../../web/form/kinds/hidden.js';
import type { ClaimTopic } from '../claims/claim-topics.js';
import type { DeploymentDetail } from '../finding/deployment-view.js';
import type { SchemeHappening } from '../finding/scheme-sections.js';
import { besideSources } from './beside-sources.js';
import type { SchemeEntries } from './scheme-entries.js';
import { SchemeEntry, type EntryGround, type SaidIn } from './scheme-entry.entity.js';

/** One entry as its page shows it: what it is called, and what it says line by line. */
export interface EntryShown {
  readonly title: string;
  readonly lines: readonly { readonly key: string; readonly value: string | null; readonly href?: string }[];
}

/** What all standing entries of a kind say together. */
export interface ToldTogether {
  /** One sentence that says what is known; null where nothing is. */
  readonly known: string | null;
  /** Sentences that say what nobody has answered. */
  readonly unanswered: readonly string[];
  /** What a reader must know, computed from the entries: a single point of failure. */
  readonly cautions?: readonly string[];
  readonly happened?: readonly Omit<SchemeHappening, 'saidBy'>[];
}

/** How a kind of entry is declared: what is asked, kept, shown and told together. */
export interface EntryDeclaration<T extends SchemeEntry, F extends Fields> {
  readonly recorded: RecordedClass<T>;
  /** The last part of its addresses, such as `posts` in `/deployments/:key/posts`. */
  readonly path: string;
  readonly singular: string;
  readonly plural: string;
  readonly heading: string;
  /** What its page says before anything else: what is recorded here, and what never. */
  readonly lead: string;
  /** Its place among the sections of a scheme. */
  readonly order: number;
  /** Domains of the framework that it bears on: `SIM-WRK`. */
  readonly bearsOn: readonly string[];
  /** What sources claim of the same stands beside it, told apart. */
  readonly topics: readonly ClaimTopic[];
  readonly form: Form<F>;
  /** The answers as the entry keeps them. */
  readonly said: (values: ValuesOf<F>) => SaidIn<T>;
  /** The entry as the form shows it before it is mended; what is null is left out unless said otherwise. */
  readonly asked?: (entry: T) => object;
  /** What the JSON API says of one: every property of its own. */
  readonly out: z.ZodObject;
  readonly shown: (entry: T) => EntryShown;
  /** What those that stand say together; `elsewhere` holds the kinds that are read `alongside`. */
  readonly together: (
    standing: readonly T[],
    scheme: DeploymentDetail,
    elsewhere: SchemeEntries,
  ) => ToldTogether;
  /** Other kinds without which this one cannot be told: posts, for their cover. */
  readonly alongside?: readonly RecordedClass<SchemeEntry>[];
  /** Faults of an entry, as it is said today, beside the others that stand; none unless said. */
  readonly beside?: (entry: T, others: readonly T[], today: CalendarDay) => readonly Issue[];
  /** A page of its own in place of the common one, and what it shows further. */
  readonly page?: {
    readonly template: string;
    readonly model: (standing: readonly T[], scheme: DeploymentDetail, elsewhere: SchemeEntries) => object;
  };
}

/** A kind of entry for the pages, the API, the service and the register, which know no kind by name. */
export interface EntryKind {
  /** The recorded kind: `team-post`. */
  readonly name: string;
  readonly recorded: RecordedClass<SchemeEntry>;
  readonly path: string;
  readonly heading: string;
  readonly lead: string;
  readonly order: number;
  readonly bearsOn: readonly string[];
  readonly topics: readonly ClaimTopic[];
  readonly introduction: KindIntroduction;
  /** The properties that entries of this kind say, in the order of the form. */
  readonly properties: readonly string[];
  readonly form: Form;
  /** The same form for recording a new one: sent twice, it is the same act. */
  readonly tell: Form;
  readonly out: z.ZodObject;
  readonly makes: (answers: object, ground: EntryGround) => SchemeEntry;
  readonly mends: (entry: SchemeEntry, answers: object) => void;
  readonly asked: (entry: SchemeEntry) => object;
  readonly shown: (entry: SchemeEntry) => EntryShown;
  /** What must be read to tell of it: itself, and the kinds alongside. */
  readonly reads: readonly RecordedClass<SchemeEntry>[];
  readonly together: (entries: SchemeEntries, scheme: DeploymentDetail) => ToldTogether;
  readonly beside: (
    entry: SchemeEntry,
    others: readonly SchemeEntry[],
    today: CalendarDay,
  ) => readonly Issue[];
  readonly template: string;
  readonly model: (entries: SchemeEntries, scheme: DeploymentDetail) => object;
}

const GROUND_OUT = {
  id: z.uuid(),
  saidOn: z.iso.date().meta({ description: 'The day on which the trust recorded it.' }),
  published: z.boolean(),
  withdrawnOn: z.iso.date().nullable(),
  withdrawnBecause: z.string().nullable(),
};

/** Declares a kind of entry once; whatever all kinds have in common follows from it. */
export function entryKind<T extends SchemeEntry, F extends Fields>(given: EntryDeclaration<T, F>): EntryKind {
  const { recorded, path, heading, lead, order, bearsOn, topics, form, singular, plural, page } = given;
  const own = (entry: SchemeEntry): T => {
    if (entry instanceof recorded) return entry;
    throw new TypeError(`Expected a ${recorded.name}.`);
  };
  const said = (answers: object): SaidIn<T> => given.said(form.schema.parse(answers));
  const properties = Object.keys(given.out.shape);
  mustBeSaid(recorded, properties);
  const answers = form.and(`${form.id}Answers`, {});
  return {
    name: recordedKind(recorded).kind,
    ...{ recorded, path, heading, lead, order, bearsOn, topics, properties },
    introduction: {
      ...{ recorded, singular, plural, fields: fieldsInWords(answers) },
      bearing: { heading, what: lead, bearsOn },
    },
    form: answers,
    tell: form.and(`Record${recorded.name}`, { once: once(newId) }),
    out: given.out.extend(GROUND_OUT),
    makes: (answers, ground) => made(recorded, { ...ground, ...said(answers) } as T),
    mends: (entry, answers) => {
      Object.assign(own(entry), said(answers));
    },
    asked: (entry) => given.asked?.(own(entry)) ?? answersIn(own(entry), properties),
    shown: (entry) => given.shown(own(entry)),
    reads: [recorded, ...(given.alongside ?? [])],
    together: (entries, scheme) =>
      besideSources(given.together(entries.standing(recorded), scheme, entries), scheme.claims, topics),
    beside: (entry, others, today) => [
      ...saysNothing(answers, entry),
      ...(given.beside?.(own(entry), others.map(own), today) ?? []),
    ],
    template: page?.template ?? 'deployments/entries/showing/views/entries.njk',
    model: (entries, scheme) => page?.model(entries.standing(recorded), scheme, entries) ?? {},
  };
}

/** The API says every property that a kind keeps: one that is forgotten is a fault in the code. @throws Error while loading. */
function mustBeSaid(recorded: RecordedClass<SchemeEntry>, properties: readonly string[]): void {
  const ground = new Set(columnsOf(SchemeEntry).keys());
  const kept = [...columnsOf(recorded).keys()].filter((name) => !ground.has(name));
  const silent = kept.filter((name) => !properties.includes(name));
  if (silent.length > 0) throw new Error(`The API of ${recorded.name} does not say ${silent.join(', ')}.`);
}

/** Words that look like an answer and are none, such as "TBC": what nobody has answered must not look answered. */
function saysNothing(form: Form, entry: SchemeEntry): readonly Issue[] {
  const typed = new Map<string, unknown>(Object.entries(entry));
  return form.drawn.flatMap(({ name, kind, wording: { label, called = label } }) => {
    const written = kind.endsWith('text') ? [typed.get(name)].flat() : [];
    const isNone = written.some(
      (text) =>
        typeof text === 'string' &&
        (kind === 'long-text' ? isEmptySentence(text, [label, called]) : isNoAnswer(text)),
    );
    return isNone ? [{ field: name, text: SAYS_NOTHING }] : [];
  });
}

const SAYS_NOTHING = 'This says nothing. Write it in a sentence, or leave it out where it may be left out.';

function answersIn(entry: object, properties: readonly string[]): object {
  const said = new Set(properties);
  const known = Object.entries(entry) as readonly (readonly [string, unknown])[];
  return Object.fromEntries(known.filter(([name, value]) => said.has(name) && value !== null));
}

function fieldsInWords(form: Form): NonNullable<KindIntroduction['fields']> {
  const fields = form.drawn.map(({ name, wording, look }) => {
    const label = wording.called ?? wording.label;
    const choices = look.choices?.map((one) => [one.value, one.label] as const);
    return [name, choices ? { label, words: Object.fromEntries(choices) } : label] as const;
  });
  return Object.fromEntries(fields);
}
