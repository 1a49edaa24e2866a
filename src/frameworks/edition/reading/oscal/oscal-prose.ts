import { oscalPart, propertyOf, type OscalControl } from './oscal-catalog.js';

/** The prose of the parts of a control that have one of these names, with all that stands within them, a part a line. */
export function proseOf({ parts, params }: OscalControl, names: readonly string[]): string {
  const labels = new Map(params.map(({ id, label }) => [id, label ?? id]));
  const lines: string[] = [];
  const waiting = [...parts].reverse().map((given) => ({ given, isAsked: false }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const read = oscalPart.safeParse(next.given);
    if (!read.success) continue;
    const { name, prose, props, parts: inner } = read.data;
    const isAsked = next.isAsked || names.includes(name);
    if (isAsked && prose !== '') lines.push(labelled(propertyOf(props, 'label'), prose));
    waiting.push(...[...inner].reverse().map((given) => ({ given, isAsked })));
  }
  return lines
    .join('\n')
    .replace(INSERTED, (_, id: string) => `[${labels.get(id) ?? id}]`)
    .trim();
}

const INSERTED = /\{\{\s*insert:\s*param,\s*([\w.-]+)\s*\}\}/g;

function labelled(label: string | undefined, prose: string): string {
  return label === undefined ? prose : `${label} ${prose}`;
}
