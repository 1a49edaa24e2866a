import type { CheerioAPI } from 'cheerio';

/** Elements found on a page. */
export type Found = ReturnType<ReturnType<CheerioAPI['root']>['find']>;

/** One element of a page. */
export type FoundElement = Found[number];

/** A file as a test sends it. */
export interface FileToSend {
  readonly name: string;
  readonly type?: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
}

/** Files chosen for a file input of a page that is being filled in. */
export const filesByInput = new WeakMap<FoundElement, readonly FileToSend[]>();

/** What a browser sends for a form as it stands (HTML, "constructing the entry list"), with the button that was pressed. */
export function bodyOf($: CheerioAPI, form: Found, pressed: Found): URLSearchParams | FormData {
  const entries: [string, string | File][] = [];
  form.find('input, select, textarea').each((_, element) => {
    const name = $(element).attr('name');
    if (name === undefined || name === '' || $(element).is('[disabled]')) return;
    for (const value of valuesOf($, element)) entries.push([name, value]);
  });
  const button = pressed.attr('name');
  if (button !== undefined) entries.push([button, pressed.attr('value') ?? '']);
  return form.attr('enctype') === 'multipart/form-data' ? multipart(entries) : urlEncoded(entries);
}

function valuesOf($: CheerioAPI, element: FoundElement): readonly (string | File)[] {
  const type = ($(element).attr('type') ?? 'text').toLowerCase();
  if (element.name === 'textarea') return [asSent($(element).text())];
  if (element.name === 'select') return selected($, element);
  if (type === 'radio' || type === 'checkbox')
    return $(element).is('[checked]') ? [$(element).attr('value') ?? 'on'] : [];
  if (type === 'submit' || type === 'button' || type === 'reset' || type === 'image') return [];
  if (type === 'file') return chosen(element);
  return [asSent($(element).attr('value') ?? '').replace(/\r\n/g, '')];
}

function selected($: CheerioAPI, element: FoundElement): readonly string[] {
  const options = $(element).find('option:not([disabled])');
  const marked = options.filter('[selected]');
  const option = marked.length > 0 ? marked.last() : options.first();
  return option.length === 0 ? [] : [option.attr('value') ?? option.text()];
}

function chosen(element: FoundElement): readonly File[] {
  const files = filesByInput.get(element) ?? [];
  if (files.length === 0) return [new File([], '', { type: 'application/octet-stream' })];
  return files.map(
    ({ name, type, content }) => new File([content], name, { type: type ?? 'application/octet-stream' }),
  );
}

/** Line ends travel as CRLF, whatever was typed. */
function asSent(text: string): string {
  return text.replace(/\r\n?|\n/g, '\r\n');
}

function urlEncoded(entries: readonly [string, string | File][]): URLSearchParams {
  return new URLSearchParams(
    entries.map(([name, value]): [string, string] => [name, typeof value === 'string' ? value : value.name]),
  );
}

function multipart(entries: readonly [string, string | File][]): FormData {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
}
