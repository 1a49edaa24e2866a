import { valueAt, withValueAt } from '../questions/content-at.js';
import { listAt, listNamed, type RecordList } from '../questions/lists.js';
import { nextStretchOf } from '../questions/regimes/next-stretch.js';
import type { Section } from '../questions/sections.js';
import type { FlowContent } from '../../legal-basis/record/flow-content.js';
import { shownList } from '../showing/record-shown.js';

/** Where a person goes after a page is saved, and what is said of a list on the way. */
export interface StepAfterSaving {
  /** Below the flow, such as `/parties/new`. */
  readonly path: string;
  /** True when the person stays on the page, and expects to be told that it was saved. */
  readonly stays: boolean;
  /** A list that the person says is empty, or takes that back; null for any other step. */
  readonly said: { readonly list: RecordList; readonly none: boolean } | null;
}

/** The lists of a page with what is in them; each act is a button that saves the page first, so that nothing is lost. */
export function listsOf(section: Section, content: FlowContent) {
  return section.lists.map((path) => {
    const list = listAt(path);
    const { title, saysNone, items } = shownList(list, content);
    return {
      ...{ key: list.key, singular: list.singular, plural: list.plural, title, saysNone },
      items: items.map(({ name, rows }, index) => ({
        ...{ name, answers: rows.length },
        next: path === 'assertions' ? (nextStretchOf(content, index)?.law ?? null) : null,
      })),
    };
  });
}

/** The step that the pressed button asks for; staying on the page for anything that no button says. */
export function stepAfterSaving(section: Section, body: unknown): StepAfterSaving {
  const pressed = typeof body === 'object' && body !== null && 'next' in body ? body.next : undefined;
  const stay: StepAfterSaving = { path: `/${section.key}`, stays: true, said: null };
  if (typeof pressed !== 'string') return stay;
  if (pressed === 'tasks') return { ...stay, path: '', stays: false };
  const [key = '', act = '', below = ''] = pressed.split('/');
  const list = listNamed(key);
  if (!list || !section.lists.includes(list.path)) return stay;
  if (act === 'none' || act === 'unsaid')
    return { ...stay, path: `/${section.key}#${list.key}`, said: { list, none: act === 'none' } };
  if (act === 'new') return { path: `/${key}/new`, stays: false, said: null };
  if (!/^\d{1,6}$/.test(act)) return stay;
  return { path: `/${key}/${act}${BELOW.has(below) ? `/${below}` : ''}`, stays: false, said: null };
}

/** The pages below that of an item. */
const BELOW: ReadonlySet<string> = new Set(['remove', 'next-law']);

/** The record with what a person says of an empty list; a list that holds something is not touched. */
export function withNoneSaid(content: unknown, { said }: StepAfterSaving): unknown {
  if (!said) return content;
  const stored = valueAt(content, said.list.path);
  if (Array.isArray(stored) && stored.length > 0) return content;
  return withValueAt(content, said.list.path, said.none ? [] : undefined);
}
