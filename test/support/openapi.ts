/** As much of a schema of an OpenAPI 3 document as answers of Candour use. */
export interface Described {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly nullable?: boolean;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Described>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Described;
  readonly items?: Described;
  readonly anyOf?: readonly Described[];
  readonly oneOf?: readonly Described[];
  readonly allOf?: readonly Described[];
}

/** The parts of an OpenAPI document that say what is sent and what is answered. */
export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Described>> };
}

interface Operation {
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema?: Described }>>;
  };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: Described }>> }>
  >;
}

/** The schema of a JSON answer, or nothing where the document describes none. */
export function describedAnswer(document: ApiDocument, path: string, status: number): Described | undefined {
  const operation = document.paths[path.replace(/:(\w+)/g, '{$1}')]?.['get'];
  return operation?.responses[String(status)]?.content?.['application/json']?.schema;
}

/**
 * Where a value is not what the document says: an undeclared property, one that is missing, another type. Written apart
 * from the product's own schemas, which are what is on trial.
 */
export function contradictions(
  document: ApiDocument,
  schema: Described,
  value: unknown,
  at = '',
): readonly string[] {
  if (value === null && (schema.nullable === true || typesOf(schema).includes('null'))) return [];
  const { schemas } = document.components;
  if (schema.$ref !== undefined) {
    const named = schemas[schema.$ref.replace('#/components/schemas/', '')];
    return named === undefined
      ? [`${at}: ${schema.$ref} is not described`]
      : contradictions(document, named, value, at);
  }
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) {
    const faults = choices.map((choice) => contradictions(document, choice, value, at));
    return (
      faults.find((some) => some.length === 0) ?? faults.toSorted((a, b) => a.length - b.length)[0] ?? []
    );
  }
  if (schema.allOf !== undefined)
    return schema.allOf.flatMap((part) => contradictions(document, part, value, at));
  return [...typeFaults(schema, value, at), ...partFaults(document, schema, value, at)];
}

function typeFaults(schema: Described, value: unknown, at: string): readonly string[] {
  const types = typesOf(schema);
  if (types.length > 0 && !types.some((type) => isOf(type, value)))
    return [`${at}: not ${types.join(' or ')}`];
  if (schema.enum !== undefined && !schema.enum.includes(value)) return [`${at}: not one of the words`];
  return 'const' in schema && schema.const !== value ? [`${at}: not the one word`] : [];
}

function partFaults(document: ApiDocument, schema: Described, value: unknown, at: string): readonly string[] {
  const { items } = schema;
  if (Array.isArray(value))
    return items === undefined
      ? []
      : value.flatMap((item: unknown, index) =>
          contradictions(document, items, item, `${at}[${String(index)}]`),
        );
  if (typeof value !== 'object' || value === null || typesOf(schema).length === 0) return [];
  const missing = (schema.required ?? []).filter((name) => !Object.hasOwn(value, name));
  const present = Object.entries(value).flatMap(([name, part]: [string, unknown]) => {
    const declared = schema.properties?.[name] ?? schema.additionalProperties;
    if (declared === undefined || declared === false) return [`${at}.${name}: undeclared`];
    return declared === true ? [] : contradictions(document, declared, part, `${at}.${name}`);
  });
  return [...missing.map((name) => `${at}.${name}: missing`), ...present];
}

function typesOf({ type }: Described): readonly string[] {
  if (type === undefined) return [];
  return typeof type === 'string' ? [type] : type;
}

function isOf(type: string, value: unknown): boolean {
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'null') return value === null;
  return typeof value === type;
}
