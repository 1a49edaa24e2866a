import { createHash } from 'node:crypto';
import { EvidenceService } from '../../src/evidence/documents/evidence.service.js';
import { newId } from '../../src/kernel/identifiers.js';
import { ReviewsQueries } from '../../src/reviews/reviews.queries.js';
import { SelfReviewService, type AnswerToGive } from '../../src/reviews/self-review/self-review.service.js';
import { NarrowScreen } from '../support/narrow-screen.js';
import { pageFaults } from '../support/page-faults.js';
import type { PageReader } from '../support/page-reader.js';
import {
  answersTo,
  servedReviewWorld,
  startedReview,
  submitted,
  withPanel,
  type Part,
  type ServedReviewWorld,
} from '../support/reviews.js';

const MINUTES = 'Minutes of the joint meeting.\nNobody from the police was asked to leave.\n';

describe('A trust offers documents as evidence, and those who may read them fetch them, without scripts', () => {
  let world: ServedReviewWorld;
  let screen: NarrowScreen;
  let reviewId: string;

  beforeAll(async () => {
    [world, screen] = await Promise.all([servedReviewWorld(), NarrowScreen.open()]);
    ({ reviewId } = await startedReview(world));
  });

  afterAll(async () => {
    await screen.close();
    await world.close();
  });

  async function offering(): Promise<PageReader> {
    const trust = await world.reader('submitter');
    await trust.open(`/reviews/${reviewId}`);
    await trust.follow('Documents offered as evidence');
    return trust.follow('Offer a document');
  }

  async function offered(title: string, content: string): Promise<PageReader> {
    const trust = await offering();
    trust.fill('What is this document?', title).attach('The document', { name: 'x.txt', content });
    trust.fillDate('When was it made?', { month: '6', year: '2021' });
    trust.select('Which sort of document is it?', 'Minutes or notes of a meeting');
    trust
      .choose('Your trust and the reviewers of this scheme only')
      .fill('Why not everyone?', 'It names staff.');
    return trust.press('Keep this document');
  }

  it('says what is missing, keeps what was typed, and then keeps the document under its fingerprint', async () => {
    const trust = await offering();
    await trust.fill('What is this document?', 'Minutes').press('Keep this document');
    expect(trust.status).toBe(422);
    expect(trust.issues).toEqual([
      'Select which sort of document it is',
      'Select the document',
      'Enter when it was made',
      'Select who may read it',
    ]);
    expect(trust.value('What is this document?')).toBe('Minutes');
    trust.select('Which sort of document is it?', 'Minutes or notes of a meeting');
    trust.choose('Nobody but your trust and auditors').choose('It bears no date');
    await trust.attach('The document', { name: 'm.txt', content: MINUTES }).press('Keep this document');
    expect(trust.issues).toEqual(['Enter why not everyone may read it']);

    await offered('Minutes of June 2021', MINUTES).then((reader) => reader.follow('Minutes of June 2021'));
    const reader = await world.reader('guardian');
    await reader.open(`/evidence/about/review/${reviewId}`);
    await reader.follow('Minutes of June 2021');
    expect(reader.text).toContain(createHash('sha256').update(MINUTES).digest('hex'));
    expect(reader.text).toContain('June 2021');
    expect(reader.text).toContain('Minutes or notes of a meeting');
    const link = reader.find('a[href$="/content"]').attr('href') ?? '';
    const saved = await fetch(world.address + link, { headers: { cookie: reader.cookies.header() } });
    expect(await saved.text()).toBe(MINUTES);
    expect(saved.headers.get('content-disposition')).toContain(
      'attachment; filename="Minutes-of-June-2021.txt"',
    );
    expect(saved.headers.get('content-security-policy')).toContain('sandbox');
    expect(saved.headers.get('cache-control')).toContain('no-store');
  });

  it('can be named in an answer, and the same content sent twice is one document', async () => {
    const first = await offered('Rota of the team', 'A rota.');
    const again = await offered('Rota of the team', 'A rota.');
    expect(again.path).toBe(first.path);
    expect(again.notice).toContain('is here already, as you describe it');
    const { rows } = await world.superuser.query(
      "SELECT 1 FROM evidence.item WHERE title = 'Rota of the team'",
    );
    expect(rows).toHaveLength(1);
    const trust = await world.reader('submitter');
    await trust.open(`/reviews/${reviewId}/answers/SIM-POL-02`);
    trust.choose('2 – Mostly consistent').choose('B – A record made at the time, from one party.');
    await trust.choose('Rota of the team').fill('Why?', 'See the rota.').press('Save and continue');
    await trust.open(`/reviews/${reviewId}/answers/SIM-POL-02`);
    expect(trust.isChosen('Rota of the team')).toBe(true);
    expect(trust.text).toContain('Minutes or notes of a meeting, dated June 2021');
  });

  it('has no barriers on its pages, in error too', async () => {
    const trust = await offering();
    const page = await screen.show(world.address + trust.path, trust);
    if (!page) return;
    expect(await pageFaults(page)).toEqual([]);
    await page.click('main form button');
    expect(await page.locator('.nhsuk-error-summary').count()).toBe(1);
    expect(await pageFaults(page)).toEqual([]);
    expect(await screen.faultsOf(`${world.address}/evidence/about/review/${reviewId}`, trust)).toEqual([]);
  });

  it('cannot be named by somebody to whom it is not open', async () => {
    const document = await offered('Kept back', 'Kept back.').then(() => documentId('Kept back'));
    const other = await startedReview(world);
    const submitter = await world.as('submitter');
    const named = { ...answersTo(['SIM-POL-01'])[0], evidenceIds: [document] } as AnswerToGive;
    await world.service(SelfReviewService).answer(submitter, other.reviewId, named);
    const nowhere = { ...named, evidenceIds: [newId()] };
    await expect(
      world.service(SelfReviewService).answer(submitter, other.reviewId, nowhere),
    ).rejects.toMatchObject({ issues: [{ field: 'evidenceIds' }] });
  });

  it('opens to cleared reviewers when the trust submits, except what is privileged', async () => {
    const document = await documentId('Minutes of June 2021');
    const { criteria } = await world.service(ReviewsQueries).header(await world.as('submitter'), reviewId);
    await world.service(EvidenceService).offer(await world.as('submitter'), {
      ...{ about: { kind: 'review', id: reviewId }, title: 'Legal advice', content: Buffer.from('Advice.') },
      documentType: 'CORRESPONDENCE',
      ...{ dated: null, audience: 'privileged', whyNotEveryone: 'Legal advice.' },
    });
    const advice = await documentId('Legal advice');
    await withPanel(world, reviewId);
    expect(await opened('first', [document, advice])).toEqual([false, false]);
    await submitted(world, reviewId, criteria);
    expect(await opened('first', [document, advice])).toEqual([true, false]);
    const scoring = await world.reader('first');
    await scoring.open(`/reviews/${reviewId}/scores/${criteria[0] ?? ''}`);
    expect(scoring.text).toMatch(
      /Minutes of June 2021, Minutes or notes of a meeting(?: \(named by the trust\))?, dated/,
    );
    expect(await opened('stranger', [document, advice])).toEqual([false, false]);
    expect(await opened('group', [document, advice])).toEqual([false, false]);
    expect(await opened('admin', [document, advice])).toEqual([false, false]);
    expect(await opened('auditor', [document, advice])).toEqual([true, true]);
    expect(await opened('guardian', [document, advice])).toEqual([true, true]);
    const late = await world.reader('submitter');
    expect((await late.open(`/evidence/about/review/${newId()}`)).status).toBe(404);
  });

  async function documentId(title: string): Promise<string> {
    const { rows } = await world.superuser.query<{ id: string }>(
      'SELECT id FROM evidence.item WHERE title = $1',
      [title],
    );
    return rows[0]?.id ?? 'none';
  }

  /** Which of these documents this person can fetch; the others look as if they were not there. */
  async function opened(part: Part, ids: readonly string[]): Promise<boolean[]> {
    const reader = await world.reader(part);
    const statuses: number[] = [];
    for (const id of ids) statuses.push((await reader.open(`/evidence/${id}/content`)).status);
    expect(statuses.every((status) => [200, 403, 404].includes(status))).toBe(true);
    return statuses.map((status) => status === 200);
  }

  it.each([
    ['an empty file', '', 'is empty'],
    ['a program', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0]), 'must be a PDF'],
    [
      'a picture that is broken',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82]),
      'damaged',
    ],
    ['text with a NUL', 'a\0b', 'must be a PDF'],
    ['more than ten megabytes', 'x'.repeat(10 * 1024 * 1024 + 1), 'must be smaller than 10MB'],
  ])('does not keep %s, and says what to do', async (_what, content, words) => {
    const trust = await offering();
    trust.fill('What is this document?', 'Odd').attach('The document', { name: 'odd.pdf', content });
    trust.select('Which sort of document is it?', 'Something else');
    trust.choose('It bears no date').choose('Your trust, the reviewers, and later perhaps everyone');
    await trust.press('Keep this document');
    expect(trust.status).toBe(422);
    expect(trust.issues.join(' ')).toContain(words);
    expect(trust.value('What is this document?')).toBe('Odd');
  });

  it('takes documents from programs too, and describes them the same way', async () => {
    const form = new FormData();
    const told = {
      title: 'DPIA, version 2',
      documentType: 'DPIA',
      dated: '2021-06-02',
      audience: 'everyone',
    };
    for (const [name, value] of Object.entries(told)) form.set(name, value);
    form.set('file', new File(['An assessment.'], 'dpia.txt'));
    const address = `${world.address}/api/v1/evidence`;
    const authorization = `Bearer ${await world.token('submitter')}`;
    const kept = await fetch(`${address}/about/review/${reviewId}`, {
      method: 'POST',
      headers: { authorization },
      body: form,
    });
    expect(kept.status).toBe(201);
    const document = (await kept.json()) as { id: string };
    expect(document).toMatchObject({ ...told, bytes: 14 });
    const list = await fetch(`${address}?kind=review&id=${reviewId}`, { headers: { authorization } });
    expect(((await list.json()) as { items: unknown[] }).items).toContainEqual(document);
    const content = await fetch(`${address}/${document.id}/content`, { headers: { authorization } });
    expect(await content.text()).toBe('An assessment.');
    const nothing = await fetch(`${address}/about/review/${reviewId}`, {
      method: 'POST',
      headers: { authorization },
      body: new FormData(),
    });
    expect(nothing.status).toBe(422);
  });
});
