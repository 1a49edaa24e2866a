import { Form, type Asked } from '../form/form.js';

/** One text that somebody typed and the page no longer asks for. */
export interface TypedInVain {
  readonly name: string;
  readonly label: string;
  readonly text: string;
}

const WORDS: ReadonlySet<string> = new Set(['text', 'long-text']);

/**
 * What was typed into forms that a page was asked to show again and does not show, because their turn is over: somebody
 * else was quicker. It is shown beside the page, so that nothing typed is lost.
 */
export function typedInVain(model: object, html: string): readonly TypedInVain[] {
  const parts: readonly unknown[] = [model, ...Object.values<unknown>({ ...model })];
  return parts.filter(isAskedAgain).flatMap(({ form, answers }) =>
    form.drawn.flatMap(({ name, kind, wording }) => {
      const text = answers[name];
      const lost = typeof text === 'string' && text.trim() !== '' && !html.includes(` name="${name}"`);
      return lost && WORDS.has(kind) ? [{ name, label: wording.label, text }] : [];
    }),
  );
}

function isAskedAgain(value: unknown): value is Asked {
  if (typeof value !== 'object' || value === null || !('form' in value) || !('answers' in value))
    return false;
  return (
    value.form instanceof Form && 'issues' in value && Array.isArray(value.issues) && value.issues.length > 0
  );
}
