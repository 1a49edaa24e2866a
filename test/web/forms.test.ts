import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { PageReader } from '../support/page-reader.js';
import { sampleApp, stored } from './sample.app.js';

let app: NestFastifyApplication;
let site: string;

beforeAll(async () => {
  app = await sampleApp();
  site = await app.getUrl();
});

afterAll(() => app.close());

async function filled(): Promise<PageReader> {
  const page = await new PageReader(site).open('/form');
  return page
    .fill('Name of the scheme', 'Éxample <b>{{ 7 * 7 }}</b>')
    .fill('What happened?', '\n\nFirst line\r\nsecond 👍 שלום')
    .choose('A carer or relative')
    .choose('Refusal of care')
    .select('Region', 'South')
    .choose('Yes', 'May the reviewers read this?')
    .fillDate('Date of the review', { day: '1', month: 'Nov', year: '2025' })
    .choose('I am not sure', 'When did it begin?')
    .fill('Yearly cost', '1,204.50')
    .fill('Receipt', 'abcd efgh jkmn pqrs')
    .fill('Passphrase', 'correct horse battery');
}

/** The key of a record, which a page carries and nobody reads. */
const A_KEY = '01a22d0f-acff-72ff-8e2c-53da8815f132';

describe('A person who fills in a form without scripts', () => {
  it('sends it, is told once that it was sent, and sees what was stored as it was typed', async () => {
    const page = await (await filled()).press('Continue');
    expect(page.status).toBe(200);
    expect(page.path).toBe('/told');
    expect(page.notice).toBe('Your answers were sent');
    expect(stored.at(-1)).toMatchObject({
      name: 'Éxample <b>{{ 7 * 7 }}</b>',
      story: '\n\nFirst line\nsecond 👍 שלום',
      themes: ['care'],
      share: true,
      reviewedOn: '2025-11-01',
      began: 'not-sure',
      cost: 1204.5,
      receipt: 'ABCDEFGHJKMNPQRS',
      version: 3,
    });
    expect(page.text).toContain('Éxample <b>{{ 7 * 7 }}</b>');
    expect(page.find('dd .candour-as-typed, dd p').eq(1).text()).toBe('\n\nFirst line\nsecond 👍 שלום');
    expect((await page.open('/told')).notice).toBe('');
  });

  it('sees every fault at once, first in main and beside each box, and finds everything as it was typed', async () => {
    const page = await (
      await filled()
    )
      .fill('Name of the scheme', 'x'.repeat(61))
      .fill('Yearly cost', 'about ten')
      .fillDate('Date of the review', { day: '31', month: '2', year: '2025' })
      .press('Continue');
    expect(page.status).toBe(422);
    expect(page.title).toBe('Error: Every kind of question – Candour');
    expect(page.issues).toEqual([
      'Name of the scheme must be 60 characters or fewer. It has 61.',
      'Date of the review must be a real date.',
      'Yearly cost must be a number, like 12.50.',
    ]);
    expect(page.find('main').find('h1, .nhsuk-error-summary').first().is('.nhsuk-error-summary')).toBe(true);
    for (const link of page.find('.nhsuk-error-summary a').toArray())
      expect(page.find(`[id="${String(link.attribs['href']).slice(1)}"]`)).toHaveLength(1);
    expect(page.value('Name of the scheme')).toBe('x'.repeat(61));
    expect(page.value('What happened?')).toBe('\n\nFirst line\nsecond 👍 שלום');
    expect(page.isChosen('A carer or relative')).toBe(true);
    expect(page.isChosen('Refusal of care')).toBe(true);
    expect(page.isChosen('I am not sure')).toBe(true);
    expect(page.value('Yearly cost')).toBe('about ten');
    expect(page.value('reviewedOn-day')).toBe('31');
    expect(page.value('Passphrase')).toBe('');
  });

  it('keeps everything typed when the service says no, and sees it beside the box it is about', async () => {
    const page = await (await filled()).fill('Name of the scheme', 'service').press('Continue');
    expect(page.status).toBe(422);
    expect(page.issues).toEqual(['The service says no']);
    expect(page.find('.nhsuk-error-summary a').attr('href')).toBe('#began-day');
    expect(page.find('#began-error').text()).toContain('The service says no');
    expect(page.value('What happened?')).toContain('First line');
  });

  it('sees both texts when somebody else saved first, and may send again knowingly', async () => {
    const page = await (await filled()).fill('Name of the scheme', 'stale').press('Continue');
    expect(page.status).toBe(409);
    expect(page.issues[0]).toMatch(/^This record changed since you opened it/);
    expect(page.value('What happened?')).toContain('First line');
    expect(page.find('.candour-meanwhile').text()).toContain('Theirs');
    expect(page.value('version')).toBe('9');
    await page.fill('Name of the scheme', 'fresh').fill('Passphrase', 'correct horse').press('Continue');
    expect(stored.at(-1)).toMatchObject({ name: 'fresh', version: 9 });
  });

  it('is told what to do first when it is not the turn of this step', async () => {
    const page = await (await filled()).fill('Name of the scheme', 'slow').press('Continue');
    expect([page.status, page.issues]).toEqual([409, ['Finish the step before this one first.']]);
  });

  it('loses nothing when the service is busy: the texts are on the error page and can be sent again', async () => {
    const page = await filled();
    page.find('main form').append(`<input type="hidden" name="personId" value="${A_KEY}">`);
    await page.fill('Name of the scheme', 'busy').press('Continue');
    expect(page.status).toBe(503);
    expect(page.find('[name=personId]').attr('type')).toBe('hidden');
    expect(page.text).not.toContain(A_KEY);
    expect(page.find('textarea').text()).toContain('First line');
    expect(page.html).not.toContain('correct horse');
    expect(page.find('[name=name]').attr('value')).toBe('busy');
    page.find('[name=name]').attr('value', 'calm');
    const again = await page.press('Send again');
    expect(again.issues).toEqual(['Enter the receipt', 'Enter the passphrase']);
    expect(again.value('What happened?')).toContain('First line');
  });

  it.each([1000, 100_000])(
    'gets %i characters too many back with the limit, never an error',
    async (length) => {
      const page = await (
        await filled()
      )
        .fill('What happened?', '👍'.repeat(length + 2000))
        .press('Continue');
      expect(page.status).toBe(422);
      expect(page.issues[0]).toBe(
        `What happened must be 2,000 characters or fewer. It has ${(length + 2000).toLocaleString('en-GB')}.`,
      );
      expect(page.value('What happened?')).toHaveLength(2 * (length + 2000));
    },
  );

  it('is told plainly when more was sent than can be read at all', async () => {
    const page = await (await filled()).fill('What happened?', 'x'.repeat(3_000_000)).press('Continue');
    expect(page.status).toBe(413);
    expect(page.text).toContain('Use your browser’s Back button');
  });

  it.each([
    ['name=a&name=b', 'This answer was sent more than once. Enter it once.'],
    ['name=%00', 'Name of the scheme contained a hidden character'],
    ['name=a%00b', 'Name of the scheme contained a hidden character'],
    ['name=%ED%A0%80', undefined],
    ['name=%', undefined],
    ['__proto__=1&constructor=2&prototype=3&name=', 'Enter the name of the scheme'],
    ['name[]=a&name[b]=c', 'Enter the name of the scheme'],
    ['', 'Enter the name of the scheme'],
  ])('gets an answer in words for the odd form %p', async (body, issue) => {
    const page = await new PageReader(site).open('/form');
    const response = await fetch(`${site}/form`, {
      method: 'POST',
      headers: {
        cookie: page.cookies.header(),
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: `_csrf=${encodeURIComponent(page.value('_csrf'))}&${body}`,
    });
    expect(response.status).toBe(422);
    if (issue !== undefined) expect(await response.text()).toContain(issue);
  });
});

describe('A person who sends files', () => {
  it('sends them with the form, and they arrive as they were', async () => {
    const page = await new PageReader(site).open('/attach');
    page.fill('What do the files show?', 'Two letters');
    page.attach(
      'Files',
      { name: 'a.txt', content: 'one' },
      { name: 'b c.txt', content: new Uint8Array([0, 255]) },
    );
    expect((await page.press('Add files')).path).toBe('/');
    const sent = stored.at(-1) as { note: string; evidence: { name: string; bytes: Buffer }[] };
    expect(sent.note).toBe('Two letters');
    expect(sent.evidence.map((file) => [file.name, [...file.bytes]])).toEqual([
      ['a.txt', [111, 110, 101]],
      ['b c.txt', [0, 255]],
    ]);
  });

  it('is told which file will not do, and keeps what was typed', async () => {
    const page = await new PageReader(site).open('/attach');
    page
      .fill('What do the files show?', 'A film')
      .attach('Files', { name: 'film.mp4', content: 'x'.repeat(12_000_000) });
    await page.press('Add files');
    expect([page.status, page.issues]).toEqual([422, ['“film.mp4” must be smaller than 1MB.']]);
    expect(page.value('What do the files show?')).toBe('A film');
  });

  it('is told when none was chosen', async () => {
    const page = await new PageReader(site).open('/attach');
    await page.fill('What do the files show?', 'Nothing').press('Add files');
    expect(page.issues).toEqual(['Select the files']);
  });

  it('finds the words on the error page when the form was open for too long, and sends them again', async () => {
    const page = await new PageReader(site).open('/attach');
    page
      .fill('What do the files show?', 'Two letters from the ward, of May')
      .fill('_csrf', 'mangled')
      .attach('Files', { name: 'a.txt', content: 'one' });
    await page.press('Add files');
    expect([page.status, page.find('main textarea').text()]).toEqual([
      403,
      'Two letters from the ward, of May',
    ]);
    await page.press('Send again');
    expect(page.issues).toEqual(['Select the files']);
    expect(page.value('What do the files show?')).toBe('Two letters from the ward, of May');
  });

  it('finds the words that arrived when the sending broke off before its end', async () => {
    const words = 'Two letters from the ward, of June';
    const body = [
      '--b\r\nContent-Disposition: form-data; name="note"\r\n\r\n',
      `${words}\r\n--b\r\nContent-Disposition: form-data; name="evidence"; filename="a.txt"\r\n\r\nhal`,
    ];
    const response = await fetch(`${site}/attach`, {
      method: 'POST',
      body: body.join(''),
      headers: { 'content-type': 'multipart/form-data; boundary=b', 'sec-fetch-site': 'same-origin' },
    });
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining(words)]);
  });

  it('finds every text that was sent under one name, and says that it came more than once', async () => {
    const page = await new PageReader(site).open('/attach');
    const form = new FormData();
    form.append('_csrf', page.value('_csrf'));
    for (const note of ['A letter', 'A film', 'A letter']) form.append('note', note);
    form.append('evidence', new File(['x'], 'x.txt'));
    const response = await fetch(`${site}/attach`, {
      method: 'POST',
      body: form,
      headers: { cookie: page.cookies.header(), 'sec-fetch-site': 'same-origin' },
    });
    const text = await response.text();
    expect([response.status, text]).toEqual([422, expect.stringContaining('sent more than once')]);
    expect(/name="note"[^>]* value="([^"]*)"/.exec(text)?.[1]?.split(/\s+(?=A )/)).toEqual([
      'A letter',
      'A film',
    ]);
  });

  it('cannot send files to a page that asks for none', async () => {
    const form = new FormData();
    form.append('name', new File(['x'], 'x.txt'));
    const response = await fetch(`${site}/form`, { method: 'POST', body: form });
    expect(response.status).toBe(415);
  });
});
