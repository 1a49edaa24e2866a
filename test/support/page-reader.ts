import { type CheerioAPI, load } from 'cheerio';
import { CookieJar } from './cookie-jar.js';
import { bodyOf, type FileToSend, filesByInput, type Found } from './form-body.js';

/**
 * A visitor without scripts: opens pages, follows links and redirects, fills forms by the words a person reads, and sends
 * them as a browser would. Anything that is not on the page is an error that names what was looked for.
 */
export class PageReader {
  readonly cookies = new CookieJar();
  /** The address of the page, below the site. */
  path = '/';
  status = 0;
  headers = new Headers();
  /** The response as it came. */
  html = '';
  private $: CheerioAPI = load('');

  /** The site's address, and the way to it where that is not the plain one. */
  constructor(
    private readonly site: string,
    private readonly ask: typeof fetch = fetch,
  ) {}

  /** The same page in another window of the same browser: what is pressed in one does not move the other. */
  twin(): PageReader {
    return Object.assign(new PageReader(this.site, this.ask), this);
  }

  /** Opens an address of the site, and follows redirects. */
  open(path: string): Promise<this> {
    return this.request(path, {});
  }

  /** Follows the first link or button-like link with these words. */
  follow(words: string): Promise<this> {
    const link = this.$('a[href]').filter((_, a) => tidy(this.$(a).text()).startsWith(words));
    return this.open(required(link.attr('href'), `a link “${words}”`));
  }

  /** Types into the box with this label (or name), in place of what is there. */
  fill(label: string, text: string): this {
    const box = this.labelled(label);
    if (box.is('textarea')) box.text(text);
    else box.attr('value', text);
    return this;
  }

  /** Fills the boxes of a date under this question; leaves out what is not given. */
  fillDate(question: string, date: { day?: string; month?: string; year?: string }): this {
    const group = this.group(question);
    for (const [part, text] of Object.entries(date))
      required(group.find(`input[name$="-${part}"]`).first(), `the ${part} of “${question}”`).attr(
        'value',
        text,
      );
    return this;
  }

  /** Chooses a radio or ticks a box with this label; under a question when several have the same label. */
  choose(label: string, question?: string): this {
    const box = this.labelled(label, question === undefined ? undefined : this.group(question));
    if (box.attr('type') === 'radio')
      this.$(`input[type=radio][name="${box.attr('name') ?? ''}"]`).removeAttr('checked');
    box.attr('checked', '');
    return this;
  }

  /** Takes a tick away. */
  untick(label: string): this {
    this.labelled(label).removeAttr('checked');
    return this;
  }

  /** Selects an option by its words. */
  select(label: string, option: string): this {
    const list = this.labelled(label);
    list.find('option').removeAttr('selected');
    const chosen = list.find('option').filter((_, one) => tidy(this.$(one).text()) === option);
    required(chosen.attr('value'), `the option “${option}”`);
    chosen.attr('selected', '');
    return this;
  }

  /** Chooses files to send with the form. */
  attach(label: string, ...files: FileToSend[]): this {
    const [input] = this.labelled(label);
    if (input) filesByInput.set(input, files);
    return this;
  }

  /** Presses the button with these words (the page's first submit button unless said). */
  press(words?: string): Promise<this> {
    const buttons = this.$.root().find('button:not([type=button]), input[type=submit]');
    const inMain = this.$('main').find(buttons);
    const pressed =
      words === undefined
        ? inMain.first()
        : buttons.filter((_, b) => tidy(this.$(b).text()) === words).first();
    const form = pressed.parents('form').first();
    if (form.length === 0) throw new Error(`There is no button ${words ?? ''} on ${this.path}`);
    const action = form.attr('action') ?? this.path;
    const body = bodyOf(this.$, form, pressed);
    if ((form.attr('method') ?? 'get').toLowerCase() === 'post')
      return this.request(action, { method: 'POST', body });
    return this.open(`${action}?${new URLSearchParams(body as URLSearchParams).toString()}`);
  }

  /** Everything in `main`, as one line of words. */
  get text(): string {
    return tidy(this.$('main').text());
  }

  get title(): string {
    return tidy(this.$('title').text());
  }

  get heading(): string {
    return tidy(this.$('h1').text());
  }

  /** The sentences of the error summary, which comes first in main. */
  get issues(): readonly string[] {
    return this.$('main .nhsuk-error-summary li')
      .map((_, li) => tidy(this.$(li).text()))
      .get();
  }

  /** The notice at the top of the page. */
  get notice(): string {
    return tidy(this.$('.nhsuk-notification-banner__content').text());
  }

  /** What the box with this label holds. */
  value(label: string): string {
    const box = this.labelled(label);
    return box.is('textarea') ? box.text() : (box.attr('value') ?? '');
  }

  /** True when the radio or box with this label is chosen. */
  isChosen(label: string, question?: string): boolean {
    return this.labelled(label, question === undefined ? undefined : this.group(question)).is('[checked]');
  }

  /** The page for anything else, by a CSS selector. */
  find(selector: string): Found {
    return this.$.root().find(selector);
  }

  private async request(
    path: string,
    init: { method?: string; body?: URLSearchParams | FormData },
  ): Promise<this> {
    const url = new URL(path, new URL(this.path, this.site));
    const response = await this.ask(url, {
      ...init,
      redirect: 'manual',
      headers: { cookie: this.cookies.header(), 'sec-fetch-site': 'same-origin', accept: 'text/html' },
    });
    this.cookies.keep(response.headers);
    this.path = url.pathname + url.search + url.hash;
    const next = response.headers.get('location');
    if (next !== null && response.status >= 300 && response.status < 400) {
      await response.arrayBuffer();
      if (new URL(next, url).origin === url.origin) return this.open(next);
    }
    this.status = response.status;
    this.headers = response.headers;
    this.html = await response.text();
    this.$ = load(this.html);
    return this;
  }

  private labelled(words: string, within?: Found): Found {
    const labels = (within ?? this.$.root().find('body')).find('label');
    const label = labels
      .filter((_, one) => tidy(this.$(one).text()).replace(/ \(optional\)$/, '') === words)
      .first();
    const named = this.$.root().find(`[name="${words.replaceAll('"', '\\"')}"]`);
    const target = label.attr('for');
    return required(
      target === undefined ? named.first() : this.$.root().find(`[id="${target}"]`),
      `“${words}”`,
    );
  }

  private group(question: string): Found {
    const legend = this.$('legend').filter(
      (_, one) => tidy(this.$(one).text()).replace(/ \(optional\)$/, '') === question,
    );
    return required(legend.first().parents('fieldset').first(), `the question “${question}”`);
  }
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function required<T extends string | Found>(found: T | undefined, what: string): T {
  if (found === undefined || found.length === 0) throw new Error(`The page has no ${what}`);
  return found;
}
