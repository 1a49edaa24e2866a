import type { Uuid } from '../../src/kernel/identifiers.js';
import { aFlow, drafted } from '../support/data-flows.js';
import type { PageReader } from '../support/page-reader.js';
import { servedReviewWorld, type ServedReviewWorld } from '../support/reviews.js';

const ODD_TEXTS = [
  ['emoji', '👩🏽‍⚕️ They agreed 👍'],
  ['right to left', 'مرحبا \u202eabc'],
  ['SQL', "'); DROP TABLE data_sharing.data_flow; --"],
  ['a template', '{{ 7 * 7 }} {% include "x" %} ${1}'],
  ['markup', '<script>alert(1)</script> &amp; </textarea><b>'],
  ['a formula', '=HYPERLINK("http://example.org")'],
  ['line ends', 'one\r\ntwo\rthree\n\nfour'],
  ['leading blanks', '\n   indented\n\ttabbed  '],
  ['combining marks', 'e\u0301\u0327\u0300'],
  ['zero width', 'a\u200bb\u200dc\ufeff'],
  ['the name of a code', 'NOT_KNOWN stands there'],
  ['a backslash', 'C:\\u0000\\ud800'],
] as const;

describe('Odd answers on the pages of a data flow are kept as typed or refused in words', () => {
  let world: ServedReviewWorld;
  let trust: PageReader;
  let draft: Uuid;

  beforeAll(async () => {
    world = await servedReviewWorld();
    trust = await world.reader('submitter');
    draft = await drafted(world);
  }, 120_000);

  afterAll(() => world.close());

  it.each(ODD_TEXTS)('%s on a page of the form', async (_what, typed) => {
    const address = `/data-flows/${draft}/parties-and-purpose`;
    await trust.open(address);
    await trust.fill('The purpose in words', typed).press();
    expect(trust.status).toBe(200);
    await trust.open(address);
    expect(trust.value('The purpose in words')).toBe(stored(typed));
    expect(trust.find('main script').length).toBe(0);
  });

  it.each(ODD_TEXTS)('%s in an item of a list, and where it is removed', async (_what, typed) => {
    await trust.open(`/data-flows/${draft}/consent-profiles/new`);
    await trust.fill('How a person withdraws', typed).press();
    expect(trust.status).toBe(200);
    const last = trust.find('button[value^="consent-profiles/"][value$="/remove"]').length - 1;
    await trust.open(`/data-flows/${draft}/consent-profiles/${String(last)}`);
    expect(trust.value('How a person withdraws')).toBe(stored(typed));
    await trust.open(`/data-flows/${draft}/consent-profiles/${String(last)}/remove`);
    expect(trust.find('main script').length).toBe(0);
    await trust.press('Remove it');
    expect(trust.notice).toContain('It was removed');
  });

  it.each(ODD_TEXTS)(
    '%s as an explanation that everybody who may read the flow reads',
    async (_what, typed) => {
      const id = await drafted(world, aFlow({ necessityText: '' }));
      await trust.open(`/data-flows/${id}/submit`);
      const names = trust
        .find('main textarea')
        .map((_, one) => one.attribs['name'] ?? '')
        .get();
      expect(names).toContain('R-GEN-03');
      for (const name of names) trust.fill(name, typed);
      await trust.press('Submit this version');
      expect(trust.notice).toBe('The flow was submitted');
      expect(trust.find('.candour-finding__said .candour-as-typed').first().text()).toBe(
        stored(typed).trim(),
      );
      expect(trust.find('main script').length).toBe(0);
    },
  );

  it.each(ODD_TEXTS)('%s as the reason for putting a draft aside', async (_what, typed) => {
    const id = await drafted(world);
    await trust.open(`/data-flows/${id}/put-aside`);
    await trust.fill('Why is this draft put aside?', typed).press('Put this draft aside');
    expect(trust.notice).toContain('The draft was put aside');
    await trust.open(`/data-flows/${id}`);
    expect(trust.find('.candour-as-typed').first().text().trim()).toBe(stored(typed).trim());
    expect(trust.find('main script').length).toBe(0);
    await trust.press('Take this draft up again');
    expect(trust.notice).toContain('taken up again');
  });

  it.each([
    ['nothing', 422, ''],
    ['a NUL', 422, 'version=1&purposeText=a%00b'],
    ['a lone surrogate', 303, 'version=1&purposeText=%ED%A0%80'],
    ['100 kB', 422, `version=1&purposeText=${'x'.repeat(100_000)}`],
    ['a title on two lines', 422, 'version=1&title=a%0Ab'],
    ['an answer twice', 422, 'version=1&purposeText=a&purposeText=b'],
    ['a code that is none', 422, 'version=1&status=%27OR+1%3D1'],
    ['a party that is none', 422, 'version=1&senderOrgId=nobody'],
    ['a list where one is asked', 422, 'version=1&status[]=ACTIVE&status=ACTIVE&status=CEASED'],
    ['a day that is none', 422, 'version=1&startDate-day=31&startDate-month=2&startDate-year=2020'],
    ['a year in words', 422, 'version=1&startDate-year=nineteen'],
    ['a version that is none', 422, 'version=minus+one&title=x'],
    ['an old version', 409, 'version=0&title=Something+else'],
    ['a version twice', 422, 'version=1&version=2'],
    ['"I do not know" beside another answer', 422, 'version=1&purposeCodes=OTHER&purposeCodes=NOT_KNOWN'],
    ['a prototype', 303, 'version=1&__proto__=x&constructor=y&title[__proto__]=z'],
    ['a step that leads away', 303, 'version=1&next=%2F%2Fexample.org%2Fnew'],
    ['a step that is two', 303, 'version=1&next=parties%2Fnew&next=tasks'],
    ['a number that is none', 303, 'version=1&next=parties%2F999999%2Fremove'],
    [
      'a thousand fields',
      303,
      `version=1&${Array.from({ length: 1000 }, (_, i) => `f${String(i)}=1`).join('&')}`,
    ],
  ])(
    '%s, on a page of the form, for an item, for its removal and at submission',
    async (_what, expected, body) => {
      const page = [
        'parties-and-purpose',
        'parties/new',
        'parties/0',
        'parties/0/remove',
        'submit',
        'new-version',
        'put-aside',
        'take-up',
      ];
      for (const below of page) {
        const id = await drafted(world);
        const { status, text, location } = await sent(`/data-flows/${id}/${below}`, body);
        expect([below, [303, 404, 409, 422].includes(status) ? 'answered' : status]).toEqual([
          below,
          'answered',
        ]);
        if (below === 'parties-and-purpose') expect(status).toBe(expected);
        if (status === 422) expect(text).toContain('There is a problem');
        if (status === 303) expect(location).toMatch(/^\/data-flows\//);
        expect((await trust.open(`/data-flows/${id}`)).status).toBe(200);
      }
    },
  );

  it.each([
    ['no reason', 422, 'version=1', 'Enter the reason'],
    ['blanks', 422, 'version=1&reason=+%0D%0A', 'Enter the reason'],
    ['1,001 characters', 422, `version=1&reason=${'x'.repeat(1001)}`, '1,000 characters'],
    ['a NUL', 422, 'version=1&reason=a%00b', 'There is a problem'],
    ['a reason twice', 422, 'version=1&reason=a&reason=b', 'There is a problem'],
    ['no version', 422, 'reason=Kept+as+typed', 'lost its place'],
    ['an old version', 409, 'version=0&reason=Kept+as+typed', 'changed since you opened it'],
  ])('%s when a draft is put aside', async (_what, expected, body, words) => {
    const id = await drafted(world);
    const { status, text } = await sent(`/data-flows/${id}/put-aside`, body);
    expect(status).toBe(expected);
    expect(text).toContain(words);
    if (body.includes('Kept')) expect(text).toContain('Kept as typed');
    await trust.open(`/data-flows/${id}`);
    expect(trust.text).toContain('Put this draft aside');
  });

  it('a form that is sent twice does its act once', async () => {
    const id = await drafted(world, aFlow({ parties: [] }));
    await trust.open(`/data-flows/${id}/parties/new`);
    const again = await world.reader('submitter');
    await again.open(`/data-flows/${id}/parties/new`);
    await trust.fill('The party’s name', 'Once').press();
    await again.fill('The party’s name', 'Once').press();
    expect(again.status).toBe(409);
    expect(again.value('The party’s name')).toBe('Once');
    expect(trust.find('.candour-items__item').length).toBe(1);

    const first = await drafted(world);
    const [one, two] = [await world.reader('submitter'), await world.reader('submitter')];
    await one.open(`/data-flows/${first}/submit`);
    await two.open(`/data-flows/${first}/submit`);
    for (const reader of [one, two]) {
      for (const box of reader
        .find('main textarea')
        .map((_, b) => b.attribs['name'] ?? '')
        .get())
        reader.fill(box, 'Said.');
      await reader.press('Submit this version');
      expect([reader.status, reader.path]).toEqual([200, `/data-flows/${first}`]);
    }
    await one.follow('Make a new version');
    await two.open(`/data-flows/${first}/new-version`);
    await one.fill('Why is there a new version?', 'The recipient changed.').press('Make a new version');
    await two.fill('Why is there a new version?', 'The recipient changed.').press('Make a new version');
    expect(two.path).toBe(one.path);
    expect(two.notice).toContain('There is a newer version already');
  });

  async function sent(
    path: string,
    body: string,
  ): Promise<{ status: number; text: string; location: string | null }> {
    await trust.open(path.replace(/new-version$/, ''));
    const token = trust.find('input[name="_csrf"]').first().attr('value') ?? '';
    const response = await fetch(world.address + path, {
      method: 'POST',
      body: `${body}&_csrf=${encodeURIComponent(token)}`,
      redirect: 'manual',
      headers: {
        cookie: trust.cookies.header(),
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/x-www-form-urlencoded',
      },
    });
    return {
      status: response.status,
      text: await response.text(),
      location: response.headers.get('location'),
    };
  }
});

/** A text as the service keeps it: line ends as one, nothing else touched. */
function stored(typed: string): string {
  return typed.replace(/\r\n?/g, '\n');
}
