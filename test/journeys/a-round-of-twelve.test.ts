import { parse } from 'csv-parse/sync';
import type { Uuid } from '../../src/kernel/identifiers.js';
import { newId } from '../../src/kernel/identifiers.js';
import { DECLARATION_QUESTIONS } from '../../src/review-method/independence/declaration-questions.js';
import { registered } from '../support/deployments.js';
import { interestedParty, type Answered, type InterestedParty } from '../support/interested-party.js';
import { anOrganisation } from '../support/organisations.js';
import {
  AS_AT,
  answersTo,
  pastTheLedger,
  scoresFor,
  servedReviewWorld,
  type Part,
  type ServedReviewWorld,
} from '../support/reviews.js';
import {
  ACKNOWLEDGED,
  ANSWERED,
  CAST,
  EXPECTED,
  FOUND,
  MODERATED,
  PUBLISHED,
  SCORED,
  SENTENCE,
  csvInShort,
  lineInShort,
  type Name,
} from '../support/round-by-hand.js';
import { trustsOfRound, type TrustOfRound, type Voice } from '../support/trusts-of-round.js';

const SCORED_ONES = ['Well', 'Badly', 'Late', 'Two', 'Partner', 'Open'] as const;
const SAID = { reason: 'It was decided by the programme board.', post: 'Director of the review' };
const SEARCHED = {
  names: 'SIM\nHigh Intensity Network',
  places: 'Contract register',
  searchedBy: 'Head of services',
};
const NO_INTEREST = Object.fromEntries(DECLARATION_QUESTIONS.map(({ code }) => [code, false]));

interface Table {
  readonly summary: { readonly sentence: string };
  readonly lines: readonly Readonly<Record<string, unknown>>[];
}

describe('A round of twelve trusts, from the asking to the results', () => {
  let world: ServedReviewWorld;
  let roundId: Uuid;
  let criteria: readonly string[] = [];
  const trusts = new Map<string, TrustOfRound>();
  const reviews = new Map<string, Uuid>();
  const parties = new Map<Part | null, InterestedParty>();

  beforeAll(async () => {
    world = await servedReviewWorld();
    for (const trust of await trustsOfRound(world, CAST))
      trusts.set(trust.name.replace(/^Example | Trust$/g, ''), trust);
  }, 120_000);

  afterAll(() => world.close());

  function party(part: Part | null): InterestedParty {
    const known = parties.get(part) ?? interestedParty(world, part);
    parties.set(part, known);
    return known;
  }

  function trust(name: Name): TrustOfRound {
    const found = trusts.get(name);
    if (!found) throw new Error(`${name} is not in the round.`);
    return found;
  }

  function review(name: Name, scheme = 1): Uuid {
    return reviews.get(`${name} ${String(scheme)}`) ?? '';
  }

  /** The id of what was done; whatever is refused ends the test with the words of the refusal. */
  async function done(asked: Promise<Answered>): Promise<Uuid> {
    const { status, text, body } = await asked;
    if (status >= 400) throw new Error(`${String(status)} ${text}`);
    return String(body['id']);
  }

  const by = (name: Name, voice: Voice, path: string, body?: unknown) =>
    done(trust(name).post(voice, path, body));
  const asPart = (part: Part, path: string, body?: unknown) => done(party(part).post(path, body));

  async function answersAll(name: Name, scheme = 1): Promise<void> {
    await by(name, 'submitter', `reviews/${review(name, scheme)}/answers`, { items: answersTo(criteria) });
  }

  async function submits(name: Name): Promise<void> {
    await answersAll(name);
    const path = `reviews/${review(name)}`;
    for (const [voice, capacity] of [
      ['guardian', 'CALDICOTT_GUARDIAN'],
      ['officer', 'DATA_PROTECTION_OFFICER'],
      ['executive', 'EXECUTIVE_APPROVER'],
    ] as const)
      await by(name, voice, `${path}/signatures`, { capacity, stance: 'attest', version: criteria.length });
    await by(name, 'submitter', `${path}/submission`);
  }

  async function table(): Promise<Table> {
    return (await party(null).get<Table>(`rounds/${roundId}/table`)).body;
  }

  it('is opened, and asks all twelve in one act', async () => {
    roundId = await asPart('lead', 'rounds', {
      ...{ title: 'Round of twelve', framework: 'candour-2026-11', asAt: AS_AT },
      ...{ selfReviewDue: '2026-12-11', scoringDue: '2027-01-15', publicationDate: PUBLISHED },
    });
    const codes = [...trusts.values()].map(({ odsCode }) => odsCode).join('\n');
    await asPart('lead', `rounds/${roundId}/scope`, { ...SAID, pick: 'codes', codes });
    for (const [name, { schemes }] of trusts) {
      if (name === 'False') continue;
      for (const [at, deploymentId] of schemes.entries())
        reviews.set(
          `${name} ${String(at + 1)}`,
          await asPart('lead', `rounds/${roundId}/reviews`, { deploymentId }),
        );
    }
    ({ criteria } = (await party('lead').get<{ criteria: string[] }>(`rounds/${roundId}`)).body);
    expect([reviews.size, criteria.length]).toEqual([8, 75]);
    expect((await table()).summary.sentence).toContain(
      '12 asked, 0 acknowledged, 12 have said nothing since',
    );
  }, 60_000);

  it('is acknowledged by ten of them; one merges and one says nothing', async () => {
    world.clock.setTo(ACKNOWLEDGED);
    for (const [name, { post }] of trusts)
      if (name !== 'Silent' && name !== 'Merged')
        await done(post('submitter', `rounds/${roundId}/scope/acknowledgement`));
    for (const [of, id] of reviews)
      if (!of.startsWith('Silent'))
        await done(trust(of.split(' ')[0] as Name).post('submitter', `reviews/${id}/acknowledgement`));
    world.clock.setTo('2026-12-01');
    const admin = await party('admin').page(`/organisations/${trust('Merged').key}/successor`);
    admin
      .fill('Which organisation took over?', trust('Well').odsCode)
      .fill('Where is this said?', 'An order.');
    await admin.fillDate('When?', { day: '1', month: '12', year: '2026' }).press('Record');
    expect(admin.notice).toBe('Recorded who took over');
    const removal = await asPart('lead', `rounds/${roundId}/scope/${trust('Merged').id}/removal`, SAID);
    expect((await party('lead').post(`proposals/${removal}/agreement`)).status).toBe(409);
    await asPart('otherLead', `proposals/${removal}/agreement`);
  });

  it('asks a trust about a scheme that only sources know; the dispute is decided against it by somebody else', async () => {
    await pastTheLedger(
      world.superuser,
      `INSERT INTO deployments.deployment (id, revision, key, title, area, state_code, state_claims, state_confidence,
        state_note, overlays, registered_by, fictional, published, taken_up)
      VALUES ('${newId()}', 1, 'sources-know', 'Example street team', 'Exampleshire', 'UNKNOWN', '{}', 'B', '', '{}',
        'sources', true, true, false)`,
    );
    const path = `rounds/${roundId}/named-schemes`;
    const asked = { ...SAID, scheme: 'sources-know', trust: trust('Dispute').odsCode };
    const naming = await asPart('lead', path, asked);
    const disputed = { says: 'DISPUTED', reason: 'The council ran it.', post: 'Chief executive' };
    expect((await trust('Nil').post('submitter', `${path}/${naming}/answer`, disputed)).status).toBe(409);
    await by('Dispute', 'submitter', `${path}/${naming}/answer`, disputed);
    const stands = { ...SAID, outcome: 'STANDS' };
    expect((await party('lead').post(`${path}/${naming}/decision`, stands)).status).toBe(409);
    await asPart('otherLead', `${path}/${naming}/decision`, stands);
  });

  it('is answered in time by five, late by one, and half by one', async () => {
    world.clock.setTo(ANSWERED);
    for (const name of ['Well', 'Badly', 'Two', 'Partner', 'Open'] as const) await submits(name);
    await answersAll('Two', 2);
    world.clock.setTo('2026-12-14');
    await submits('Late');
  }, 120_000);

  it('takes one nil return, and sets a false one aside that a group challenges', async () => {
    world.clock.setTo('2026-12-08');
    const path = `rounds/${roundId}/nil-returns`;
    const honest = await by('Nil', 'submitter', path, SEARCHED);
    expect((await trust('False').post('submitter', path, SEARCHED)).text).toContain(
      'Scheme 1 of Example False',
    );
    const { body } = await party(null).get<{ key: string }>(`deployments/${trust('False').schemes[0] ?? ''}`);
    const notSchemes = `${body.key}, It is a telephone line.`;
    const wrong = await by('False', 'submitter', path, { ...SEARCHED, notSchemes });
    world.clock.setTo('2026-12-09');
    await by('Nil', 'executive', `${path}/${honest}/signature`);
    await by('False', 'executive', `${path}/${wrong}/signature`);
    expect((await table()).lines.filter(({ standing }) => standing === 'NIL')).toHaveLength(2);
    world.clock.setTo('2026-12-15');
    await asPart('group', `${path}/${wrong}/challenges`, { statement: 'Officers came to our members.' });
    const proposal = await asPart('lead', `${path}/${wrong}/setting-aside`, SAID);
    expect((await table()).lines.filter(({ standing }) => standing === 'NIL')).toHaveLength(2);
    await asPart('otherLead', `proposals/${proposal}/agreement`);
  });

  it('hears a partner agency, whose account stands beside the trust’s', async () => {
    const [police] = await registered(
      world.candour,
      anOrganisation({ name: 'Example Vale Police', odsCode: 'RP1', type: 'POLICE_FORCE' }),
    );
    await pastTheLedger(
      world.superuser,
      `INSERT INTO identity.membership (id, revision, person_id, role, organisation_id, granted_on)
        VALUES ('${newId()}', 1, '${world.personId('stranger')}', 'POLICE_PARTNER', '${police?.id ?? ''}', '2026-01-01')`,
    );
    const { body } = await party(null).get<{ key: string }>(
      `deployments/${trust('Partner').schemes[0] ?? ''}`,
    );
    const path = `rounds/${roundId}/partner-returns`;
    const asking = { ...SAID, scheme: body.key, partner: 'RP1', dueOn: '2027-01-08' };
    const request = await asPart('lead', path, asking);
    await asPart('stranger', `${path}/${request}/signature`, {
      ...{ tookPart: 'YES', since: '2018-09', staff: 'One constable, in visits.', records: 'Care plans.' },
      ...{ basis: 'An agreement of 2018.', people: 30, complaints: 12, stopped: 'Visits go on.' },
      ...{ searched: 'Command and control.', post: 'Head of mental health' },
    });
    const { text } = await party(null).get(path);
    expect(text).toContain('One constable, in visits.');
  });

  it('has panels proposed and accepted as a whole, declared once', async () => {
    world.clock.setTo('2026-12-16');
    await asPart('lead', `rounds/${roundId}/led`, { reviews: [...reviews.values()] });
    const declared = { answers: NO_INTEREST, differs: [] };
    await asPart('lead', `rounds/${roundId}/declarations`, declared);
    const panel = (['first', 'second', 'lived'] as const).map((part) => world.personId(part));
    const lived = world.personId('lived');
    const terms = { people: panel, outside: [lived], size: 3, load: 10, avoidOwnRegion: false, seed: 7 };
    const proposed = await asPart('lead', `rounds/${roundId}/panels`, terms);
    await asPart('lead', `panels/${proposed}/acceptance`);
    for (const id of reviews.values())
      await asPart('lead', `reviews/${id}/assignments`, {
        ...{ personId: world.personId('otherLead'), capacity: 'lead', outsideNhsEngland: false },
      });
    for (const part of ['first', 'second', 'lived', 'otherLead'] as const)
      await asPart(part, `rounds/${roundId}/declarations`, declared);
  }, 60_000);

  it('asks a trust for something, and its silence about that is public', async () => {
    const asks = { criterion: 'SIM-DIS-01', asks: 'The discharge policy of 2022.', dueOn: '2026-12-30' };
    await asPart('first', `reviews/${review('Open')}/information-requests`, asks);
    world.clock.setTo(SCORED);
    const { body } = await party(null).get<{ requests: { standing: string; daysLate: number }[] }>(
      `rounds/${roundId}/information-requests`,
    );
    expect(body.requests).toMatchObject([{ standing: 'OVERDUE', daysLate: 6 }]);
  });

  it('is scored blind, moderated, replied to, and published on the promised day', async () => {
    for (const name of SCORED_ONES) {
      const { codes, score, grade } = FOUND[name];
      const different = Object.fromEntries(
        criteria.filter((code) => codes.test(code)).map((code) => [code, { score, grade }]),
      );
      for (const part of ['first', 'second', 'lived'] as const) {
        const items = scoresFor(criteria, different).map(({ grade: of, ...score }) => ({
          ...score,
          ...(of !== null && { grade: of }),
        }));
        await asPart(part, `reviews/${review(name)}/scores`, { items });
        await asPart(part, `reviews/${review(name)}/lock`);
      }
    }
    world.clock.setTo(MODERATED);
    for (const name of SCORED_ONES) await asPart('lead', `reviews/${review(name)}/moderation-close`);
    world.clock.setTo('2027-01-12');
    const items = [{ criterion: 'SIM-POL-01', kind: 'error', text: 'It was another team.' }];
    const replied = await trust('Badly').post('submitter', `reviews/${review('Badly')}/replies`, { items });
    expect(replied).toMatchObject({ status: 201 });
    const [reply = ''] = replied.body['ids'] as string[];
    await asPart('lead', `replies/${reply}/decision`, {
      accepted: false,
      reasons: 'The rota says this team.',
    });
    world.clock.setTo('2027-01-21');
    for (const name of SCORED_ONES) await asPart('lead', `reviews/${review(name)}/replies-close`);
    world.clock.setTo(PUBLISHED);
    for (const name of [...SCORED_ONES, 'Silent'] as const) {
      const because = { publishedAnywayBecause: 'Nearly all scores are the same, which alpha cannot rate.' };
      const prepared = await asPart('lead', `reviews/${review(name)}/preparations`, because);
      expect((await party('lead').post(`preparations/${prepared}/release`, { looked: ['yes'] })).status).toBe(
        409,
      );
      await asPart('otherLead', `preparations/${prepared}/release`, { looked: ['yes'] });
    }
  }, 240_000);

  it('leaves the very table that was worked out by hand', async () => {
    world.clock.setTo('2027-03-02');
    const { lines, summary } = await table();
    expect(lines.map(lineInShort)).toEqual(EXPECTED);
    expect(summary.sentence).toBe(SENTENCE);
    const page = await party(null).page(`/rounds/${roundId}/table`);
    expect(page.text).toContain(SENTENCE);
    const rows = page
      .find('main tbody tr')
      .map((_, row) =>
        page
          .find('main tbody tr')
          .filter((__, one) => one === row)
          .text(),
      )
      .get();
    expect(rows.map((row) => /Example (\w+) Trust/.exec(row)?.[1])).toEqual(
      EXPECTED.map((line) => line.split(' ')[0]),
    );
    const csv: Record<string, string>[] = parse(await textAt(`/rounds/${roundId}/table.csv`), {
      columns: true,
    });
    expect(csv.map(csvInShort)).toEqual(EXPECTED);
  });

  it('publishes what the method says of each, worked out by hand, and silence as silence', async () => {
    for (const name of SCORED_ONES) {
      const content = await released(name);
      expect([name, content.rating?.overall]).toEqual([name, FOUND[name].rating]);
      expect(content.criteria).toHaveLength(75);
      const found = content.criteria.filter(({ code }) => FOUND[name].codes.test(code));
      expect(new Set(found.map(({ counted }) => counted?.moderated))).toEqual(new Set([FOUND[name].score]));
    }
    expect(await released('Silent')).toMatchObject({
      ...{ review: { answering: 'NOT_ACKNOWLEDGED' }, rating: { overall: 'UNVERIFIED' } },
    });
    expect(JSON.stringify(await released('Open'))).toContain('The discharge policy of 2022.');
    expect(JSON.stringify(await released('Badly'))).toContain('It was another team.');
    expect(JSON.stringify(await released('Late'))).not.toContain('It was another team.');
  });

  async function textAt(path: string): Promise<string> {
    return (await fetch(world.address + path)).text();
  }

  async function released(name: Name): Promise<Content> {
    const { body } = await party(null).get<{ items: { id: string; reviewId: string }[] }>(
      'publications?limit=50',
    );
    const release = body.items.find(({ reviewId }) => reviewId === review(name));
    return (await party(null).get<Content>(`publications/${release?.id ?? 'none'}/content`)).body;
  }
});

interface Content {
  readonly rating: { readonly overall: string } | null;
  readonly criteria: readonly {
    readonly code: string;
    readonly counted: { readonly moderated: string } | null;
  }[];
}
