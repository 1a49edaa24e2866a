import { z } from 'zod';
import type { Issue } from '../../kernel/refusal.js';
import type { TypedAnswer, Choice, Field, FieldReading } from './field.js';

/** The fields of a form by name; names become input names, JSON keys and ids. */
export type Fields = Readonly<Record<string, Field>>;

/** What a form yields when every answer will do. */
export type ValuesOf<F extends Fields> = z.output<z.ZodObject<SchemasOf<F>>>;

/** The fields of a form, for naming its `Asked` and `Reading`. */
export type FieldsOf<Defined> = Defined extends Form<infer F> ? F : never;

/** The values of a form, for naming what its schema yields. */
export type ValuesIn<Defined> = ValuesOf<FieldsOf<Defined>>;

type StrictSchema<F extends Fields> = z.ZodObject<SchemasOf<F>, z.core.$strict>;

type SchemasOf<F extends Fields> = { -readonly [Name in keyof F]: F[Name]['schema'] };

/** One fault, and the box that the error summary leads to (absent when no box is at fault). */
export interface FormIssue extends Issue {
  readonly href?: string;
  /** The one of several boxes that is at fault; all of them when absent. */
  readonly part?: string;
}

/** Everything typed, by field name. */
export type TypedAnswers = Readonly<Record<string, TypedAnswer>>;

/** A form as a page shows it: spread it into the page's model. */
export interface Asked<F extends Fields = Fields> {
  readonly form: Form<F>;
  readonly answers: TypedAnswers;
  readonly issues: readonly FormIssue[];
  /** What somebody else saved since the page was shown, beside what this person typed. */
  readonly meanwhile?: TypedAnswers;
}

/** The outcome of reading what was sent. */
export type Reading<F extends Fields> =
  | { readonly ok: true; readonly values: ValuesOf<F>; readonly answers: TypedAnswers }
  | ({ readonly ok: false } & Asked<F>);

/** What a form is made of. */
export interface FormDefinition<F extends Fields> {
  /** The name in the OpenAPI document, such as `RecordDeployment`. */
  readonly id: string;
  readonly fields: F;
  /** Rules that join several answers; asked only when each answer will do by itself. */
  readonly rules?: (values: ValuesOf<F>) => readonly Issue[];
}

/** A field as its macro draws it. */
export interface DrawnField extends Pick<Field, 'kind' | 'wording' | 'look'> {
  readonly name: string;
}

/** One schema that drives the page, the JSON API and its document. Make it with `defineForm`. */
export class Form<F extends Fields = Fields> {
  readonly id: string;
  /** The rule for the JSON API, which refuses names it does not know; its `id` names it in the OpenAPI document. */
  readonly schema: StrictSchema<F>;
  /** The fields in the order in which they are asked. */
  readonly drawn: readonly DrawnField[];

  constructor(private readonly definition: FormDefinition<F>) {
    this.id = definition.id;
    this.schema = schemaOf(definition);
    this.drawn = Object.entries(definition.fields).map(([name, { kind, wording, look }]) => ({
      name,
      kind,
      wording,
      look,
    }));
  }

  /** The field as its macro draws it; a template that asks for one that is not there is at fault. */
  field(name: string): DrawnField {
    const drawn = this.drawn.find((field) => field.name === name);
    if (drawn === undefined) throw new TypeError(`${this.id} has no field ${name}`);
    return drawn;
  }

  /** The form before anything is typed, or filled with what is stored. */
  asked(stored: Partial<ValuesOf<F>> = {}): Asked<F> {
    return { form: this, answers: this.retyped(stored), issues: [] };
  }

  /** What would have been typed for the stored values. */
  retyped(stored: Partial<ValuesOf<F>>): TypedAnswers {
    return this.each((name, field) => field.retype(own(stored, name)));
  }

  /** Reads a form body. Unknown names are ignored, and every fault of every field is told at once. */
  read(body: unknown): Reading<F> {
    const heard = this.each((name, field) =>
      field.read((part) => own(body, part === undefined ? name : `${name}-${part}`)),
    );
    const answers = this.each((name) => heard[name]?.answer ?? '');
    const values = this.each((name) => heard[name]?.value);
    const checked = this.schema.safeParse(values);
    const issues = [...this.heardFaults(heard), ...this.schemaFaults(checked, heard)];
    if (checked.success && issues.length === 0) return { ok: true, values: checked.data, answers };
    return { ok: false, form: this, answers, issues: this.inOrder(issues) };
  }

  /** The same form with the choices that are offered now, for fields whose choices are `offered`. */
  offering(choices: Readonly<Record<string, readonly Choice[]>>): Form<F> {
    const offered = this.each((name, field) => {
      const now = choices[name];
      return now === undefined ? field : (field.offer?.(now) ?? field);
    });
    return new Form({ ...this.definition, fields: { ...this.definition.fields, ...offered } });
  }

  /** A form of another name that asks the same and more, whatever that is. */
  and(id: string, more: Fields): Form {
    const { fields, rules } = this.definition;
    return new Form<Fields>({
      id,
      fields: { ...fields, ...more },
      rules: (values) => rules?.(values as ValuesOf<F>) ?? [],
    });
  }

  /** Issues told by a service, with the boxes they are about. */
  pointed(issues: readonly Issue[]): readonly FormIssue[] {
    return issues.map((issue) => ({ ...this.hrefOf(issue.field), ...issue }));
  }

  private heardFaults(heard: Readonly<Record<string, FieldReading>>): FormIssue[] {
    return Object.entries(heard).flatMap(([name, { fault, part }]) =>
      fault === undefined ? [] : [{ field: name, text: fault, ...this.hrefOf(name, part) }],
    );
  }

  private schemaFaults(
    checked: z.ZodSafeParseResult<unknown>,
    heard: Readonly<Record<string, FieldReading>>,
  ): FormIssue[] {
    const faults: FormIssue[] = [];
    for (const { path, message } of checked.error?.issues ?? []) {
      const name = String(path[0] ?? '');
      if (heard[name]?.fault !== undefined || faults.some((fault) => fault.field === name)) continue;
      faults.push({ field: name, text: message, ...this.hrefOf(name) });
    }
    return faults;
  }

  private inOrder(issues: readonly FormIssue[]): FormIssue[] {
    const place = (issue: FormIssue): number => this.drawn.findIndex((field) => field.name === issue.field);
    return [...issues].sort((a, b) => place(a) - place(b));
  }

  private hrefOf(name: string, part?: string): Pick<FormIssue, 'href' | 'part'> {
    const kind = this.drawn.find((field) => field.name === name)?.kind;
    if (kind === undefined || kind === 'hidden') return {};
    if (!kind.endsWith('date')) return { href: `#${name}` };
    return { href: `#${name}-${part ?? 'day'}`, ...(part !== undefined && { part }) };
  }

  private each<T>(make: (name: string, field: Field) => T): Record<string, T> {
    return Object.fromEntries(
      Object.entries(this.definition.fields).map(([name, field]) => [name, make(name, field)]),
    );
  }
}

/** Defines a form once for the page, the JSON API and the OpenAPI document. */
export function defineForm<const F extends Fields>(definition: FormDefinition<F>): Form<F> {
  return new Form(definition);
}

function schemaOf<F extends Fields>({ id, fields, rules }: FormDefinition<F>): StrictSchema<F> {
  const shape = Object.fromEntries(
    Object.entries(fields).map(([name, { schema, wording }]) => [
      name,
      schema.meta({ description: wording.label, ...schema.meta() }),
    ]),
  ) as SchemasOf<F>;
  const object = z.strictObject(shape, { error: 'Send the answers as one JSON object.' });
  return object
    .superRefine((values, context) => {
      for (const { field, text } of rules?.(values) ?? [])
        context.addIssue({ code: 'custom', path: [field], message: text });
    })
    .meta({ id });
}

function own(sent: unknown, name: string): unknown {
  if (typeof sent !== 'object' || sent === null || !Object.hasOwn(sent, name)) return undefined;
  return (sent as Readonly<Record<string, unknown>>)[name];
}
