import { load } from 'cheerio';
import { Client } from 'pg';
import { QUESTION_PAGES } from '../../src/concerns/questions/question-page.js';
import type { Part } from '../../src/demo-world/personas.js';
import { crawl, kindOf } from '../support/crawl.js';
import { everyForm } from '../support/every-form.js';
import { ONE_OF_EACH, servedDemoWorld, type ServedDemoWorld } from '../support/demo-world.js';
import { formsOn, type FoundField, type FoundForm } from '../support/found-form.js';
import { ODD_INPUTS, type OddInput } from '../support/odd-inputs.js';
import type { PageReader } from '../support/page-reader.js';
import {
  addressesOfTokens,
  carriesOnce,
  faultsOfSendingAgain,
  isShownAs,
  SENT_AGAIN_ELSEWHERE,
  turnOf,
} from '../support/sent-again.js';

const MOST_PAGES_OF_ONE_KIND = 1;
const FEWEST_FORMS = 30;
/** Each form meets one in so many of the inputs, and each input one in so many of the forms; all meet all in `npm run test:long`. */
const ONE_IN = process.env['CANDOUR_LONG'] === 'yes' ? 1 : 3;
const AT_ONCE = 4;
/** What a page shows of a fault that was not foreseen: a stack, a driver’s words, the inside of a statement. */
const INSIDES =
  /\n\s+at \S+ \(|node_modules|QueryFailedError|TypeError:|invalid input syntax|relation "|violates /;

/** A form with the person who found it. */
interface Offered extends FoundForm {
  readonly who: string;
  readonly cookie: string;
}

/** What is put in which fields of a form; the rest is filled in as usual. */
interface Filling {
  readonly what: string;
  readonly values: (field: FoundField) => readonly string[];
}

describe('Whatever people send, every form takes it as it is or says what to do about it', () => {
  let world: ServedDemoWorld;
  let offered: readonly Offered[];

  beforeAll(async () => {
    world = await servedDemoWorld();
    const found = new Map<string, Offered>();
    for (const part of ONE_OF_EACH) await collect(part, found);
    offered = [...found.values()];
  }, 600_000);

  afterAll(() => world.close());

  it('finds the forms of the pages that people meet', () => {
    expect(offered.length).toBeGreaterThanOrEqual(FEWEST_FORMS);
    expect(ODD_INPUTS.length).toBeGreaterThanOrEqual(40);
  });

  it('what is sent again is done once, and other words under the same token are refused, kept, and taken under a new one', async () => {
    const superuser = new Client({ connectionString: world.database.superuserUrl });
    await superuser.connect();
    const forms = offered.filter(carriesOnce).sort((one, other) => turnOf(one) - turnOf(other));
    const tried: Offered[] = [];
    const faults: string[] = [];
    for (const form of forms) {
      const found = await faultsOfSendingAgain({ address: world.address, superuser }, form);
      if (found) tried.push(form);
      faults.push(...(found ?? []).map((fault) => `${form.who}, ${form.page} → ${form.action}: ${fault}`));
    }
    await superuser.end();
    expect(faults).toEqual([]);
    const carrying = [...(await everyForm()).values()].filter(({ drawn }) =>
      drawn.some(({ name }) => name === 'once'),
    );
    const unmet = carrying
      .filter((form) => !tried.some((found) => isShownAs(form, found)))
      .map(({ id }) => id);
    expect(unmet.sort()).toEqual(Object.keys(SENT_AGAIN_ELSEWHERE).sort());
  }, 120_000);

  it('nothing odd is ever a fault, nothing of the inside is shown, and nothing typed is lost', async () => {
    const faults: string[] = [];
    let cases = 0;
    for (const [nth, form] of offered.entries()) {
      const met = ODD_INPUTS.map((input, place) => ({ input, turn: nth + place }));
      const odd = met
        .filter(({ turn }) => turn % ONE_IN === 0)
        .flatMap(({ input, turn }) => fillingsOf(form, input, turn % (3 * ONE_IN) === 0));
      const waiting = [...odd, STALE, AS_USUAL, AS_USUAL];
      cases += waiting.length;
      const send = async (): Promise<void> => {
        for (let filling = waiting.shift(); filling !== undefined; filling = waiting.shift()) {
          const fault = await faultOf(form, filling);
          if (fault !== null)
            faults.push(`${form.who}, ${form.page} → ${form.action}, ${filling.what}: ${fault}`);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, send));
    }
    expect(faults).toEqual([]);
    expect(cases).toBeGreaterThanOrEqual(offered.length * Math.floor(ODD_INPUTS.length / ONE_IN));
  }, 600_000);

  /** Every form that this person meets and nobody before them did. */
  async function collect(part: Part | null, found: Map<string, Offered>): Promise<void> {
    const visitor = await world.visitAs(part);
    const look = (page: PageReader): void => {
      for (const form of formsOn(page)) {
        const kind = `${kindOf(form.action)} ${form.fields.map(({ name }) => name).join()}`;
        if (!found.has(kind))
          found.set(kind, { ...form, who: part ?? 'a visitor', cookie: visitor.cookies.header() });
      }
    };
    await crawl(visitor, MOST_PAGES_OF_ONE_KIND, look);
    for (const path of await addressesOfTokens(world.address, part)) look(await visitor.open(path));
    if (part === null) await fileOn(visitor, look);
  }

  /** The questions that people who file are asked, which no link leads to, and what their receipt opens. */
  async function fileOn(visitor: PageReader, look: (page: PageReader) => void): Promise<void> {
    await visitor.open('/answers/online');
    await visitor.press();
    for (const { slug } of QUESTION_PAGES) look(await visitor.open(`/answers/${slug}`));
    look(await visitor.open('/answers/check'));
    const filed = await fetch(`${world.address}/api/v1/concerns`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ words: 'Something happened.' }),
    });
    const { reference, secret } = (await filed.json()) as { reference: string; secret: string };
    look(await visitor.open('/answers/return'));
    await visitor.fill('Reference', reference).fill('Code', secret).press();
    for (const path of ['', '/sharing', '/back']) look(await visitor.open(`/answers/yours${path}`));
  }

  async function faultOf(form: Offered, filling: Filling): Promise<string | null> {
    const sent = form.fields.map((field) => ({ field, values: filling.values(field) }));
    const entries = sent.flatMap(({ field: { name }, values }) =>
      values.map((value) => [name, value] as const),
    );
    const response = await fetch(world.address + form.action, {
      method: 'POST',
      redirect: 'manual',
      body: form.withFiles ? multipart(entries) : urlEncoded(entries),
      headers: {
        ...(!form.withFiles && { 'content-type': 'application/x-www-form-urlencoded' }),
        ...{ accept: 'text/html', cookie: form.cookie, 'sec-fetch-site': 'same-origin' },
      },
    });
    const html = await response.text();
    if (response.status >= 500) return `a fault, ${String(response.status)}`;
    if (INSIDES.test(html)) return 'shows its inside';
    if (html.includes('<script>alert') || html.includes('<img src=x')) return 'runs what was typed';
    if (response.status === 400) return 'does not say what to do';
    if (response.status === 422 && !html.includes('nhsuk-error-summary__list'))
      return 'asks again without a reason';
    return KEEPING.has(response.status) ? faultOfPage(html, sent) : null;
  }
});

/** Answers after which what was typed can be sent again, or must be changed: each of their pages holds it. */
const KEEPING: ReadonlySet<number> = new Set([403, 409, 413, 415, 422]);

const STALE: Filling = {
  what: 'a stale version',
  values: ({ name, usual }) => (name === 'version' ? ['0'] : usual),
};
const AS_USUAL: Filling = { what: 'the usual, sent twice', values: ({ usual }) => usual };

/** Where words are asked for, so that it may be kept; and, for a third of each, in every field besides. */
function fillingsOf(
  { fields }: FoundForm,
  { what, values }: OddInput,
  everywhere: boolean,
): readonly Filling[] {
  const inEvery: Filling = {
    what: `${what} in every field`,
    values: ({ kind, usual }) => (kind === 'token' ? usual : values),
  };
  const forWords: Filling = {
    what: `${what} for words`,
    values: ({ kind, usual }) => (kind === 'words' ? values : usual),
  };
  const words = fields.filter(({ kind }) => kind === 'words').length;
  return words === 0 ? [inEvery] : [forWords, ...(everywhere ? [inEvery] : [])];
}

/** A page that could not do it holds what was typed, but for secrets. */
function faultOfPage(
  html: string,
  sent: readonly { readonly field: FoundField; readonly values: readonly string[] }[],
): string | null {
  const $ = load(html);
  const lost = sent.filter(({ field: { name, kind }, values }) => {
    if (kind !== 'words') return false;
    const box = $('main [name]').filter((_, one) => $(one).attr('name') === name);
    const inBoxes = box.map((_, one) => $(one).attr('value') ?? '').get();
    const held = box.is('textarea') ? shown(box.text()) : onOneLine(inBoxes.join(''));
    const typed = values.map((one) => (box.is('textarea') ? shown(one) : onOneLine(one)));
    return values.length === 1 ? held !== typed[0] : !typed.every((one) => held.includes(one));
  });
  return lost.length === 0 ? null : `loses what was typed in ${lost.map(({ field }) => field.name).join()}`;
}

/** What a page can show of a text: line ends as one; what is no character at all may go or leave a mark. */
function shown(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replaceAll(LONE, '')
    .replace(/[\0\ufffd]|\p{Surrogate}/gu, '');
}

/** A box of one line has no line ends to show, and blanks at its ends mean nothing. */
function onOneLine(text: string): string {
  return shown(text).replace(/\s/g, '');
}

/** As browsers write forms, but for lone surrogates, which travel as the bytes that they are. */
function urlEncoded(entries: readonly (readonly [string, string])[]): string {
  return entries.map(([name, value]) => `${encodeURIComponent(name)}=${encoded(value)}`).join('&');
}

function encoded(text: string): string {
  return text
    .split(/(\p{Surrogate})/u)
    .map((part) => (/^\p{Surrogate}$/u.test(part) ? LONE : encodeURIComponent(part)))
    .join('');
}

const LONE = '%ED%A0%80';

function multipart(entries: readonly (readonly [string, string])[]): FormData {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
}
