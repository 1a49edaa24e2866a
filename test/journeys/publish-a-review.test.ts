import { createHash } from 'node:crypto';
import { readContent } from '../../src/publication/content/content-text.js';
import { MET_ABOUT, released, settledReview, statedLate } from '../support/publication.js';
import { PageReader } from '../support/page-reader.js';
import {
  pastTheLedger,
  servedReviewWorld,
  startedReview,
  type ServedReviewWorld,
} from '../support/reviews.js';

describe('A result is prepared by one person, released by another, and read by everyone, without scripts', () => {
  let world: ServedReviewWorld;
  let visitor: PageReader;

  beforeAll(async () => {
    world = await servedReviewWorld();
    visitor = new PageReader(world.address);
  });

  afterAll(() => world.close());

  it('shows the promise before the result, and the result with every layer after it', async () => {
    const { reviewId } = await settledReview(world);
    await visitor.open('/publications');
    await visitor.follow('Example joint response team');
    expect(visitor.text).toContain('Nothing has been published yet.');
    expect(visitor.text).toContain('First promised for 1 March 2027');
    expect(visitor.text).not.toContain('Prepare a release');

    const lead = await world.reader('lead');
    await lead.open(`/publications/reviews/${reviewId}`);
    await lead.follow('Prepare a release');
    await lead.press('Prepare the result');
    expect(lead.notice).toBe('The result was prepared');
    expect(lead.text).toContain('You prepared this, so another person who leads the review releases it.');

    const other = await world.reader('otherLead');
    await other.open(`/publications/reviews/${reviewId}`);
    await other.follow('Release 1, prepared on');
    await other.press('Publish this result');
    expect(other.notice).toBe('The result was published');

    await visitor.open('/publications');
    await visitor.follow('Example joint response team');
    expect(visitor.status).toBe(200);
    expect(visitor.find('.candour-result__rating').text()).toBe('Cease');
    for (const words of [
      'One is enough, whatever the other scores.',
      'We were in the room and nobody wrote it down.',
      'We see this otherwise.',
      'Minority view: reviewer',
      'The rota may be of another team.',
      'Reviewer A',
      'The scores of 3 people count, each given without seeing those of the others',
      'No action has been set yet.',
    ])
      expect(visitor.text).toContain(words);
    expect(visitor.find(`#${MET_ABOUT}`).text()).toContain('0, not consistent');
  });

  it('leads with what happened, says one thing once, and unfolds a domain for whoever asks', async () => {
    const headings = visitor
      .find('main h2')
      .toArray()
      .map((heading) => heading.attribs['id']);
    expect(headings.indexOf('happened')).toBeLessThan(headings.indexOf('red-lines'));
    expect(headings.indexOf('scores')).toBeGreaterThan(headings.indexOf('actions'));
    expect(visitor.text.split('was scored 2 or 3 on evidence that can carry it')).toHaveLength(2);
    expect(visitor.find('details.candour-domain')).toHaveLength(
      visitor.find('[id^="scores-"][id$="-caption"]').length,
    );
    expect(visitor.find('details.candour-domain[open]')).toHaveLength(0);
    await visitor.open(visitor.find('#red-lines ~ table a').attr('href') ?? '');
    const unfolded = visitor.find('details.candour-domain[open]');
    expect(unfolded).toHaveLength(1);
    expect(unfolded.find(`#${MET_ABOUT}`).text()).toContain('0, not consistent');
  });

  it('serves the same bytes for ever under one number, and their fingerprint', async () => {
    const { reviewId } = await settledReview(world);
    const name = await released(world, reviewId);
    const [page, api] = await Promise.all([
      fetch(`${world.address}/publications/${name}/result.json`),
      fetch(`${world.address}/api/v1/publications/${name}/content`),
    ]);
    const bytes = await page.text();
    expect(await api.text()).toBe(bytes);
    const release = (await (await fetch(`${world.address}/api/v1/publications/${name}`)).json()) as {
      contentHash: string;
      serial: number;
    };
    expect(createHash('sha256').update(bytes, 'utf8').digest('hex')).toBe(release.contentHash);
    expect(page.headers.get('etag')).toBe(`"${release.contentHash}"`);
    expect(page.headers.get('cache-control')).toContain('immutable');

    const unchanged = await fetch(`${world.address}/api/v1/publications/${name}/content`, {
      headers: { 'if-none-match': `"${release.contentHash}"` },
    });
    expect(unchanged.status).toBe(304);

    await statedLate(world, reviewId, 'Said after release one.');
    await released(world, reviewId);
    const later = await fetch(`${world.address}/publications/${String(release.serial)}/result.json`);
    expect(await later.text()).toBe(bytes);
    await visitor.open(`/publications/${String(release.serial)}`);
    expect(visitor.text).toContain('There is a newer release');
    expect(visitor.text).not.toContain('Said after release one.');

    const csv = await (await fetch(`${world.address}/publications/${name}/scores.csv`)).text();
    const { criteria } = readContent(bytes);
    expect(csv.split('\r\n').filter((line) => line.includes(',SIM-'))).toHaveLength(criteria.length * 5);
  });

  it('leaves a tombstone where a result was withdrawn, for pages and programs alike', async () => {
    const { reviewId } = await settledReview(world);
    const name = await released(world, reviewId);
    const lead = await world.reader('lead');
    await lead.open(`/publications/reviews/${reviewId}`);
    await lead.follow('Propose to withdraw release 1');
    await lead.press('Propose to withdraw the result');
    expect(lead.status).toBe(422);
    expect(lead.issues).toHaveLength(3);
    await lead
      .fill('Which post answers for this?', 'Director of the review programme')
      .fill('What is the reason?', 'It identifies a patient.')
      .fill('What is the legal basis?', 'UK GDPR Article 17')
      .press('Propose to withdraw the result');
    expect(lead.notice).toBe('Your proposal waits for another person who leads the review');
    expect(lead.text).not.toContain('Agree');
    expect((await visitor.open(`/publications/${name}`)).status).toBe(200);
    const other = await world.reader('otherLead');
    await (await other.open('/proposals')).follow('Withdraw release 1');
    await other.press('Agree');
    expect(other.notice).toBe('You agreed, and it was done');

    await visitor.open(`/publications/${name}`);
    expect(visitor.status).toBe(410);
    expect(visitor.text).toContain('It identifies a patient.');
    expect(visitor.text).toContain('UK GDPR Article 17');
    expect(visitor.find('.nhsuk-summary-list').text()).toMatch(/[0-9a-f]{64}/);
    expect(visitor.text).not.toContain('We were in the room');
    for (const path of [`/publications/${name}/result.json`, `/publications/${name}/scores.csv`])
      expect((await fetch(world.address + path)).status).toBe(410);
    const api = await fetch(`${world.address}/api/v1/publications/${name}/content`);
    expect([api.status, api.headers.get('content-type')]).toEqual([
      410,
      'application/problem+json; charset=utf-8',
    ]);
  });

  it('stops a release that names somebody, until those words are withheld', async () => {
    const { reviewId } = await settledReview(world);
    await statedLate(world, reviewId, 'The guardian told us so, and 3 patients heard it.');
    const lead = await world.reader('lead');
    await lead.open(`/publications/reviews/${reviewId}/prepare`);
    await lead.press('Prepare the result');
    const other = await world.reader('otherLead');
    await other.open(lead.path);
    expect(other.text).toContain('Stops the release');
    expect(other.text).not.toContain('Publish this result');
    const stopped = await fetch(`${world.address}/api/v1${lead.path.replace('/publications', '')}/release`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await world.token('otherLead')}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ looked: ['yes'] }),
    });
    expect(stopped.status).toBe(409);

    await lead.open(`/publications/reviews/${reviewId}/prepare`);
    await lead.fill('Words to withhold', 'the guardian').press('Prepare the result');
    expect(lead.issues).toEqual(['Enter why words are withheld, as readers will see it']);
    await lead.fill('Why are words withheld?', 'They name a person').press('Prepare the result');
    await other.open(lead.path);
    await other.press('Publish this result');
    expect(other.status).toBe(422);
    await other
      .choose('I have looked at every place that was found, and each may be published')
      .press('Publish this result');
    expect(other.text).toContain('[withheld] told us so, and 3 patients heard it.');
    expect(other.text).toContain('withheld in 1 place, each shown as [withheld]. Reason: They name a person');
  });

  it('stops a release that holds an NHS number, on its page and for programs', async () => {
    const { reviewId } = await settledReview(world);
    await statedLate(world, reviewId, 'They read the record of 943 476 5919 aloud.');
    const lead = await world.reader('lead');
    await lead.open(`/publications/reviews/${reviewId}/prepare`);
    await lead.press('Prepare the result');
    const other = await world.reader('otherLead');
    await other.open(lead.path);
    expect(other.text).toContain('Looks like an NHS number. Withhold it.');
    expect(other.text).toContain('Stops the release');
    expect(other.text).not.toContain('Publish this result');
    await other.open(`/publications/reviews/${reviewId}/prepare`);
    const _csrf = other.find('input[name=_csrf]').attr('value') ?? '';
    const form = new URLSearchParams({ _csrf, looked: 'yes' });
    const sent = await fetch(`${world.address}${lead.path}/release`, {
      method: 'POST',
      body: form,
      headers: { cookie: other.cookies.header(), 'sec-fetch-site': 'same-origin' },
    });
    expect([sent.status, await sent.text()]).toEqual([
      409,
      expect.stringContaining('it names or identifies somebody'),
    ]);
    const asked = await fetch(`${world.address}/api/v1${lead.path.replace('/publications', '')}/release`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await world.token('otherLead')}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ looked: ['yes'] }),
    });
    expect([asked.status, asked.headers.get('content-type'), await asked.json()]).toEqual([
      409,
      'application/problem+json; charset=utf-8',
      expect.objectContaining({
        detail: expect.stringContaining('it names or identifies somebody') as string,
      }),
    ]);
    await visitor.open(`/publications/reviews/${reviewId}`);
    expect(visitor.text).toContain('Nothing has been published yet.');
  });

  it('says publicly that a promised day passed, and who refused by what law', async () => {
    const { reviewId } = await settledReview(world);
    world.clock.setTo('2027-03-03');
    await visitor.open('/publications');
    expect(visitor.find('table:has(#overdue-results-caption)').text()).toContain('2 days');
    const lead = await world.reader('lead');
    await lead.open(`/publications/reviews/${reviewId}`);
    expect(lead.text).toContain('Due, not published 2 days after the day first promised');
    await lead.follow('Propose to refuse to publish');
    await lead
      .fill('Which post answers for this?', 'Director')
      .fill('What is the reason?', 'A court has ordered it.')
      .fill('What is the legal basis?', 'The order')
      .press('Propose to refuse');
    await visitor.open(`/publications/reviews/${reviewId}`);
    expect(visitor.text).not.toContain('A court has ordered it.');
    await (await (await world.reader('otherLead')).open(lead.path)).press('Agree');
    await visitor.open(`/publications/reviews/${reviewId}`);
    expect(visitor.text).toContain('A court has ordered it.');
  });

  it('opens nothing of a preparation to those who do not lead the review', async () => {
    const { reviewId } = await settledReview(world);
    const lead = await world.reader('lead');
    await lead.open(`/publications/reviews/${reviewId}/prepare`);
    await lead.press('Prepare the result');
    for (const part of ['submitter', 'first', 'group', 'admin', 'stranger'] as const) {
      const reader = await world.reader(part);
      expect((await reader.open(lead.path)).status).toBe(403);
      expect((await reader.open(`/publications/reviews/${reviewId}/prepare`)).status).toBe(403);
    }
    const auditor = await world.reader('auditor');
    expect((await auditor.open(lead.path)).status).toBe(200);
    expect(auditor.text).not.toContain('Publish this result');
  });

  it('says how many promised days passed in silence when they are more than are shown', async () => {
    world.clock.setTo('2026-11-23');
    await startedReview(world);
    world.clock.setTo('2027-03-03');
    await pastTheLedger(
      world.superuser,
      `INSERT INTO reviews.review SELECT another.* FROM (SELECT t FROM reviews.review t ORDER BY id DESC LIMIT 1) AS found (one),
         generate_series(1, 101) AS nth, jsonb_populate_record(found.one,
           jsonb_build_object('id', md5('review ' || nth)::uuid, 'deployment_id', md5('scheme ' || nth)::uuid)) AS another`,
    );
    await visitor.open('/publications');
    expect(visitor.find('table:has(#overdue-results-caption) tbody tr')).toHaveLength(100);
    expect(visitor.text).toMatch(
      /1\d\d results are due and not published\. The 100 that are longest overdue/,
    );
  });
});
