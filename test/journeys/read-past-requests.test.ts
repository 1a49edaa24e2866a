import { writeFileSync } from 'node:fs';
import { readRegisterFiles } from '../../src/deployments/loading/files/read-register.js';
import { SourceLoading } from '../../src/deployments/loading/source-loading.js';
import { OPERATOR } from '../../src/identity/actor.js';
import { newId } from '../../src/kernel/identifiers.js';
import { Verification } from '../../src/ledger/verification/verification.js';
import { SuccessionsService } from '../../src/organisations/succeeding/successions.service.js';
import { somebody, withTheRegister } from '../support/deployments.js';
import { NarrowScreen } from '../support/narrow-screen.js';
import { pageFaults } from '../support/page-faults.js';
import { PageReader } from '../support/page-reader.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';

const REVIEW = '/past-requests/review-of-sim-2021';
const NONE_KNOWN = 'Not known to have answered; no answer was found in the sources read';

interface ToldRequest {
  readonly trustsAsked: number;
  readonly knownAnswers: number;
  readonly trusts: readonly {
    readonly key: string;
    readonly nameThen: string;
    readonly gave: string;
    readonly now: readonly { readonly key: string }[];
    readonly answer: string;
    readonly answers: readonly string[];
    readonly thenConfidence: string;
    readonly sources: readonly { readonly ref: string }[];
  }[];
  readonly readings: readonly { readonly dated: string | null }[];
  readonly counts: readonly { readonly count: number }[];
}

describe('Anybody reads what was asked of trusts in the past, and of whom no answer is known', () => {
  let world: RunningCandour;

  beforeAll(async () => {
    world = await runningCandour();
    await withTheRegister(world.app);
  }, 60_000);
  afterAll(() => world.close());

  const reader = (): PageReader => new PageReader(world.address);
  const told = async (key = 'review-of-sim-2021'): Promise<ToldRequest> =>
    (await (await fetch(`${world.address}/api/v1/past-requests/${key}`)).json()) as ToldRequest;

  it('on a page that says who asked whom, for what and by when, with readings that differ side by side', async () => {
    const page = await reader().open('/past-requests');
    expect(page.text).toContain('Only a draft is known');
    await page.follow('Review of SIM and similar models by every mental health trust');
    for (const words of [
      'NHS England and NHS Improvement, by its national clinical director for mental health',
      'Is it in line with patient confidentiality and data-sharing law?',
      'No day by which to answer was found.',
      'wrote to mental health trusts to ask them to review',
      'formally wrote to trusts in July 2021 to commission local reviews',
      'The text of the letter was not found.',
    ])
      expect(page.text).toContain(words);
    const { readings } = await told();
    expect(readings.map(({ dated }) => dated)).toEqual(expect.arrayContaining(['2021-05', '2021-07']));
  });

  it('and finds it by who asked, whom, for what and what sources say, here and from the one search', async () => {
    const listed = async (words: string): Promise<readonly string[]> => {
      const answer = await fetch(`${world.address}/api/v1/past-requests?q=${encodeURIComponent(words)}`);
      return ((await answer.json()) as { items: { key: string }[] }).items.map(({ key }) => key);
    };
    expect(await listed('national clinical director')).toContain('review-of-sim-2021');
    expect(await listed('confidentiality data-sharing')).toContain('review-of-sim-2021');
    expect(await listed('nobody-asked-this')).toEqual([]);
    const page = await reader().open('/deployments?q=clinical+director');
    expect(page.find('h2').text()).toContain('Requests of the past, with these words');
    await page.follow('Review of SIM and similar models by every mental health trust');
    expect(page.path).toBe(REVIEW);
    await page.open('/past-requests?q=nobody-asked-this');
    expect(page.text).toContain('No request was found.');
    expect((await fetch(`${world.address}${REVIEW}?at=2026-05-01`)).status).toBe(422);
  });

  it('with the trusts there were then and what they are now, counted, and what the count rests on', async () => {
    const { trusts, trustsAsked, counts } = await told();
    expect([trustsAsked, trusts.length]).toEqual([51, 54]);
    expect(counts.map(({ count }) => count)).toEqual([57, 58, 54]);
    const nowOf = (key: string) => trusts.find((trust) => trust.key === key)?.now.map(({ key: now }) => now);
    expect(nowOf('camden-and-islington')).toEqual(['g6v2s']);
    expect(nowOf('rrp')).toEqual(['g6v2s']);
    expect(nowOf('r1c')).toEqual(['rw1']);
    expect(nowOf('north-west-boroughs-healthcare')).toEqual(['rw4']);
    expect(nowOf('rxx')).toEqual(['rxx']);
    for (const trust of trusts) expect([trust.key, trust.sources.length > 0]).toEqual([trust.key, true]);
    const page = await reader().open(REVIEW);
    expect(page.text).toContain('51 mental health trusts stand on the list of then; they are 48 now.');
    expect(page.text).toContain('Solent NHS Trust: taken over by Hampshire and Isle of Wight Healthcare NHS');
    expect(page.text).toContain('57: Disability News Service reports');
    expect(page.text).toContain('That it was one at the time is inferred.');
    expect(page.text).toContain('The two lists disagree, so it is not counted.');
  });

  it('and nobody is said to have failed: no answer is known, or what was said elsewhere is told with its source', async () => {
    const { trusts, knownAnswers } = await told();
    expect(knownAnswers).toBe(0);
    expect(
      new Set(trusts.filter(({ gave }) => gave === 'MENTAL_HEALTH').map(({ answer }) => answer)),
    ).toEqual(new Set(['NOT_KNOWN']));
    const elsewhere = trusts.filter(({ answers }) => answers.length > 0).map(({ key }) => key);
    expect(elsewhere.sort()).toEqual(['rpg', 'rqy', 'rtq', 'rv5', 'rxx']);
    const page = await reader().open(REVIEW);
    expect(page.text).toContain('This was said before the letter, and is no answer to it.');
    expect(page.text).toContain('none of them is known by name to have answered');
    expect(page.text).toContain('Not named by the source');
    expect(page.text).not.toMatch(/failed to|did not answer|ignored/i);
  });

  it('and of a request that is known from a draft alone, only that', async () => {
    const page = await reader().open('/past-requests/assurance-of-2023');
    expect(page.text).toContain('Only a draft of it is known; whether it was ever made was not found.');
    expect(page.text).toContain('Whether assurances were asked for, collected or published was not found.');
    const foi = await reader().open('/past-requests/reviews-asked-for-in-2022');
    expect(foi.text).toContain('there was no response to its three emails over about three months');
    expect(foi.text).toContain('Whether and when it was answered in the end was not found');
  });

  it('as a table to download, one trust a row', async () => {
    const answer = await fetch(`${world.address}${REVIEW}/trusts.csv`);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const lines = (await answer.text()).trim().split('\r\n');
    expect(lines).toHaveLength(55);
    expect(lines.find((line) => line.includes('Southern Health'))).toContain(
      'Now called Hampshire and Isle of Wight Healthcare NHS Foundation Trust',
    );
    expect(lines.filter((line) => line.includes(NONE_KNOWN))).toHaveLength(51);
    expect((await fetch(`${world.address}/past-requests/nothing/trusts.csv`)).status).toBe(404);
  });

  it('and on the pages of the trust, of whoever took it over, and of the scheme', async () => {
    const asked = 'Review of SIM and similar models by every mental health trust, May 2021: ';
    const trust = await reader().open('/trusts/rxx');
    expect(trust.text).toContain(
      `${asked}Surrey and Borders Partnership NHS Foundation Trust: ${NONE_KNOWN}`,
    );
    const merged = await reader().open('/trusts/g6v2s');
    expect(merged.text).toContain(`${asked}Camden and Islington NHS Foundation Trust: ${NONE_KNOWN}`);
    const scheme = await reader().open('/deployments/surrey');
    expect(scheme.text).toContain(`${asked}Surrey and Borders`);
    const unnamed = await reader().open('/deployments/lincolnshire');
    expect(unnamed.text).toContain(
      `${asked.slice(0, -2)} No source names a trust of this scheme, so that no answer can be looked for`,
    );
    const island = await reader().open('/trusts/r1f');
    expect(island.text).toContain('Isle of Wight NHS Trust: Whether it was asked is not known');
  });

  it('while trusts of the list are typed as mental health trusts, and others are not', async () => {
    const count = async (type: string): Promise<number> => {
      const answer = await fetch(`${world.address}/api/v1/organisations?limit=100&type=${type}`);
      return ((await answer.json()) as { items: unknown[] }).items.length;
    };
    expect(await count('NHS_MH_TRUST')).toBe(51);
    expect((await reader().open('/organisations/r1f')).text).toContain('NHS trust');
  });

  it('and a merger that is taken back is no longer told', async () => {
    const find =
      "SELECT s.id FROM organisations.succession s JOIN organisations.organisation o ON o.id = s.predecessor_id WHERE o.key = 'r1c'";
    const { rows } = await world.superuser.query<{ id: string }>(find);
    await world.app.get(SuccessionsService).withdraw(OPERATOR, rows[0]?.id ?? '', 'A test takes it back');
    const { trusts } = await told();
    expect(trusts.find(({ key }) => key === 'r1c')?.now).toEqual([]);
    expect((await reader().open(REVIEW)).text).toContain(
      'Closed on 30 September 2024; who followed is not recorded',
    );
  });

  it('but nobody types it, and what the files mend is kept as it was before', async () => {
    const loading = world.app.get(SourceLoading);
    const files = [
      { name: 'sources.yaml', bytes: Buffer.from(SOURCES) },
      { name: 'requests.yaml', bytes: Buffer.from(MENDED) },
    ];
    const read = readRegisterFiles(files, '2026-11-30');
    await expect(loading.load(somebody('TRUST_SUBMITTER', newId()), read)).rejects.toThrow();
    const theSourceAndTheRequest = 2;
    expect(await loading.load(OPERATOR, read)).toMatchObject({ added: 0, corrected: theSourceAndTheRequest });
    const page = await reader().open('/past-requests/protocols-asked-of-london-ambulance-service');
    expect(page.text).toContain('About what Another wording');
    expect(page.text).toContain('Before: The service’s part in SIM'.replace('’', "'"));
    expect((await world.app.get(Verification).run()).discrepancies).toEqual([]);
  });

  it('and a file that names nobody, no list or no source is refused with its line', async () => {
    const faulty = MENDED.replace('ods: RRU }', 'list: nowhere }').replace(
      "sources: ['44']",
      "sources: ['99']",
    );
    const files = [
      { name: 'sources.yaml', bytes: Buffer.from(SOURCES) },
      {
        name: 'requests.yaml',
        bytes: Buffer.from(faulty.replace('body: nhs-england', 'body: nobody-at-all')),
      },
    ];
    const load = world.app.get(SourceLoading).load(OPERATOR, readRegisterFiles(files, '2026-11-30'));
    await expect(load).rejects.toMatchObject({
      issues: [
        {
          text: expect.stringMatching(
            /^requests\.yaml, line 6: names nobody-at-all, which neither/,
          ) as string,
        },
        { text: expect.stringMatching(/^requests\.yaml, line 7: There is no list nowhere/) as string },
        {
          text: expect.stringMatching(
            /^requests\.yaml, line 2: cites source 99, which is not listed/,
          ) as string,
        },
      ],
    });
  });

  it('and a machine finds no fault on its pages, on a small telephone and a wide screen', async () => {
    const screen = await NarrowScreen.open();
    const visitor = await reader().open('/past-requests');
    const page = await screen.show(`${world.address}/past-requests`, visitor);
    const faults: string[] = [];
    for (const path of ['/past-requests', REVIEW, '/past-requests/assurance-of-2023'])
      for (const width of page ? [320, 1280] : []) {
        await page?.setViewportSize({ width, height: 900 });
        await page?.goto(`${world.address}${path}`);
        if (page) faults.push(...(await pageFaults(page)));
        const shots = process.env['CANDOUR_SHOTS'];
        if (page && shots)
          writeFileSync(
            `${shots}/${path.replaceAll('/', '_')}-${String(width)}.png`,
            await page.screenshot({ fullPage: true }),
          );
      }
    await screen.close();
    expect(faults).toEqual([]);
  }, 60_000);
});

const SOURCES = `edition: '2026-11-30'
sources:
  - { ref: '44', title: A page, publisher: WhatDoTheyKnow, published: null, urls: ['https://example.org/44'] }
`;

const MENDED = `requests:
  - key: protocols-asked-of-london-ambulance-service
    title: Request of a member of the public on SIM to the London Ambulance Service
    kind: INFORMATION
    standing: MADE
    askedBy: { words: A member of the public, body: nhs-england }
    askedOf: { words: London Ambulance Service, ods: RRU }
    subject: Another wording
    dueNote: No day was found.
    readings:
      - { statement: It asks., sources: ['44'], confidence: A }
    confidence: A
`;
