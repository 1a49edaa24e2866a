import type { Found } from './form-body.js';
import type { PageReader } from './page-reader.js';

/** One field of a form as it stands on a page. */
export interface FoundField {
  readonly name: string;
  readonly kind: 'words' | 'choice' | 'hidden' | 'secret' | 'token' | 'file';
  /** What the page sends for it when whoever fills it in takes the first choice and writes a few words. */
  readonly usual: readonly string[];
  /** What else could be chosen, where the page offers a choice. */
  readonly others: readonly string[];
}

/** A form found on a page, for sending without a browser. */
export interface FoundForm {
  readonly page: string;
  readonly action: string;
  readonly withFiles: boolean;
  readonly fields: readonly FoundField[];
}

/** The forms of the page that ask for something, each with what it would usually send. */
export function formsOn(page: PageReader): readonly FoundForm[] {
  const forms = page.find('main form[method="post"]').toArray();
  return forms
    .map((element) => page.find('main form[method="post"]').filter((_, one) => one === element))
    .map((form) => ({
      page: page.path,
      action: form.attr('action') ?? page.path,
      withFiles: form.attr('enctype') === 'multipart/form-data',
      fields: fieldsOf(form),
    }))
    .filter(({ fields }) => fields.some(({ kind }) => kind !== 'token'));
}

function fieldsOf(form: Found): readonly FoundField[] {
  const names = form.find('[name]').map((_, box) => box.attribs['name'] ?? '');
  return [...new Set(names.get())].filter((name) => name !== '').map((name) => fieldOf(form, name));
}

function fieldOf(form: Found, name: string): FoundField {
  const boxes = form.find('[name]').filter((_, box) => box.attribs['name'] === name);
  const type = boxes.is('textarea') ? 'textarea' : (boxes.attr('type') ?? 'text');
  const value = boxes.attr('value') ?? '';
  const plain = { name, others: [] };
  if (name === '_csrf') return { ...plain, kind: 'token', usual: [value] };
  if (boxes.is('select')) return chosenOf(name, lastOption(boxes), valuesOf(boxes.find('option')));
  if (type === 'radio' || type === 'checkbox') return chosenOf(name, value || 'on', valuesOf(boxes));
  if (type === 'hidden' || boxes.is('button')) return { ...plain, kind: 'hidden', usual: [value] };
  if (type === 'password') return { ...plain, kind: 'secret', usual: ['a lamp beside the window'] };
  if (type === 'file') return { ...plain, kind: 'file', usual: [] };
  return { ...plain, kind: 'words', usual: [value || usualWords(name)] };
}

function chosenOf(name: string, chosen: string, offered: readonly string[]): FoundField {
  return {
    name,
    kind: 'choice',
    usual: [chosen],
    others: offered.filter((one) => one !== '' && one !== chosen),
  };
}

function valuesOf(boxes: Found): readonly string[] {
  return boxes.map((_, box) => box.attribs['value'] ?? '').get();
}

function lastOption(list: Found): string {
  return list.find('option').last().attr('value') ?? '';
}

function usualWords(name: string): string {
  if (name.endsWith('-day') || name.endsWith('-month')) return '1';
  if (name.endsWith('-year')) return '2027';
  return /email/i.test(name) ? 'somebody@example.org' : 'A few words';
}
