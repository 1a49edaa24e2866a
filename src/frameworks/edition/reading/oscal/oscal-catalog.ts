import { z } from 'zod';

const property = z.looseObject({ name: z.string(), value: z.string(), group: z.string().optional() });
const link = z.looseObject({ href: z.string(), rel: z.string().optional(), text: z.string().optional() });
const things = z.array(z.unknown()).default([]);
const properties = z.array(property).default([]);

/** A part of a control: prose, and parts within it that are read in their turn. */
export const oscalPart = z.looseObject({
  name: z.string(),
  prose: z.string().default(''),
  props: properties,
  parts: things,
});

/** A control; controls within it are read in their turn. */
export const oscalControl = z.looseObject({
  id: z.string(),
  title: z.string(),
  props: properties,
  params: z.array(z.looseObject({ id: z.string(), label: z.string().optional() })).default([]),
  links: z.array(link).default([]),
  parts: things,
  controls: things,
});

/** A group; what is within it is read in its turn, so that a catalog may be of any depth. */
export const oscalGroup = z.looseObject({
  id: z.string().optional(),
  title: z.string(),
  props: properties,
  groups: things,
  controls: things,
});

const resource = z.looseObject({
  uuid: z.string(),
  title: z.string().optional(),
  props: properties,
  citation: z.looseObject({ text: z.string() }).optional(),
});

/** The catalog itself. What Candour does not read of it may be there and is left out. */
export const oscalCatalog = z.looseObject({
  metadata: z.looseObject({
    title: z.string(),
    'last-modified': z.string(),
    version: z.string(),
    'oscal-version': z.string().regex(/^1\.\d+\.\d+$/, 'must be a version of OSCAL 1, such as 1.2.2'),
    props: properties,
    parties: z.array(z.looseObject({ name: z.string().optional() })).default([]),
  }),
  groups: things,
  controls: things,
  'back-matter': z.looseObject({ resources: z.array(resource).default([]) }).optional(),
});

/** A control that was read. */
export type OscalControl = z.output<typeof oscalControl>;
/** A catalog that was read. */
export type OscalCatalog = z.output<typeof oscalCatalog>;
/** A property of anything in a catalog. */
export type OscalProperty = z.output<typeof property>;

/** What stands under `catalog` where JSON is an OSCAL catalog; null for any other JSON. */
export function catalogIn(content: unknown): unknown {
  const found = z.object({ catalog: z.looseObject({}) }).safeParse(content);
  return found.success ? found.data.catalog : null;
}

/** The value of a property by its name, whatever namespace it is in; undefined where it is not there. */
export function propertyOf(props: readonly OscalProperty[], name: string): string | undefined {
  return props.find((each) => each.name === name)?.value;
}
