import { recordFileJsonSchema } from './record-file.js';

interface Schema {
  readonly description?: string;
  readonly 'x-labels'?: Readonly<Record<string, string>>;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: unknown;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly type?: string;
}

/** Every part of the published schema with its path; parts of a list and choices count as parts of their field. */
function parts(schema: Schema, path = ''): [path: string, part: Schema][] {
  const inside = [...(schema.anyOf ?? []), ...(schema.items ? [schema.items] : [])];
  return [
    [path, schema],
    ...inside.flatMap((part) => parts(part, path)),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, part]) => parts(part, `${path}.${name}`)),
  ];
}

/** Paragraphs of Schedule 1 are told by how they are written, so that one which does not exist can be recorded. */
function isPatternOf(field: Schema): boolean {
  return parts(field).some(([, part]) => part.pattern !== undefined);
}

function isNumber(field: Schema): boolean {
  return parts(field).some(([, part]) => part.type === 'integer');
}

const all = parts(recordFileJsonSchema() as Schema);
const fields = all.flatMap(([path, { properties }]) =>
  Object.entries(properties ?? {}).map(([name, field]) => [`${path}.${name}`, field] as const),
);

describe('The published schema of a record', () => {
  it('says of every field what it means, in words', () => {
    expect(fields.length).toBeGreaterThan(150);
    const unsaid = fields.filter(([, { description }]) => !/^[A-Z0-9].*\S/.test(description ?? ''));
    expect(unsaid.map(([path]) => path)).toEqual([]);
  });

  it('has words for every code, and no two codes of one vocabulary in the same words', () => {
    const vocabularies = fields.flatMap(([path, field]) =>
      field['x-labels'] ? [[path, field, field['x-labels']] as const] : [],
    );
    expect(vocabularies.length).toBeGreaterThan(30);
    for (const [path, field, labels] of vocabularies) {
      const codes = parts(field).flatMap(([, part]) => part.enum ?? []);
      if (!isPatternOf(field) && !isNumber(field))
        expect([path, codes]).toEqual([path, [...Object.keys(labels), 'NOT_KNOWN']]);
      expect([path, Object.keys(labels).filter((code) => !/^\w[\w.]*$/.test(code))]).toEqual([path, []]);
      expect([path, Object.values(labels).filter((label) => !/\S/.test(label))]).toEqual([path, []]);
      expect([path, new Set(Object.values(labels)).size]).toEqual([path, Object.keys(labels).length]);
    }
  });

  it('leaves no name open, so that a misspelt one is a fault', () => {
    const open = all.filter(
      ([, { properties, additionalProperties }]) => properties && additionalProperties !== false,
    );
    expect(open.map(([path]) => path)).toEqual([]);
  });

  it('is titled', () => {
    expect(recordFileJsonSchema()).toMatchObject({
      title: expect.stringMatching(/Candour/),
      description: expect.stringMatching(/NOT_KNOWN/),
    });
  });
});
