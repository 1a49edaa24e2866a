import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parseEdition } from '../../src/frameworks/edition/parse-edition.js';
import { newId } from '../../src/kernel/identifiers.js';
import { answersHash } from '../../src/reviews/self-review/answers.js';
import { SigningService } from '../../src/reviews/self-review/signing.service.js';
import { anyPair } from '../support/edition-pairs.js';
import { NarrowScreen } from '../support/narrow-screen.js';
import { movingRounds, WHY } from '../support/moving-rounds.js';
import {
  agreedBy,
  publishedByTwo,
  servedReviewWorld,
  submitted,
  type Part,
  type ServedReviewWorld,
} from '../support/reviews.js';

describe('A round whose trusts have not submitted moves to a newer edition, and back', () => {
  let world: ServedReviewWorld;
  const {
    drafted,
    proposed,
    moved,
    header,
    answers,
    keptOf,
    hashOf,
    answered,
    signed,
    stored,
    moveBySql,
    sqlAs,
  } = movingRounds(() => world);

  beforeAll(async () => {
    world = await servedReviewWorld();
    for (const key of ['candour-2026-12', 'letter-2021-05', 'position-2023-03']) {
      const name = `${key}.yaml`;
      await publishedByTwo(world.candour, await world.as('admin'), {
        name,
        bytes: readFileSync(`frameworks/${name}`),
      });
    }
  }, 120_000);

  afterAll(() => world.close());

  it('and loses nothing of twenty drafts: each answer stands where the editions say, and going back restores the hash', async () => {
    await fc.assert(
      fc.asyncProperty(anyPair, async ({ from, to, expected }) => {
        const { reviewId, roundId, before } = await drafted(await stored(from));
        await moved(roundId, await stored(to));
        const now = new Map((await answers(reviewId)).map((answer) => [answer.criterion, answer]));
        for (const { was, becomes } of expected) {
          const answer = before.find(({ criterion }) => criterion === was);
          if (was !== null && becomes !== null)
            expect(now.get(becomes)).toEqual({ ...answer, criterion: becomes });
          if (was === null && becomes !== null) expect([becomes, now.has(becomes)]).toEqual([becomes, false]);
        }
        const kept = await keptOf(reviewId);
        const retired = expected.flatMap(({ was, becomes }) => (becomes === null ? [was] : []));
        expect(kept.map(({ criterion }) => criterion).sort()).toEqual(retired.sort());
        expect(now.size + kept.length).toBe(before.length);
        const hash = await hashOf(reviewId);
        await answered(reviewId, to.criteria.at(-1)?.id ?? '');
        expect(await hashOf(reviewId)).not.toBe(hash);
        await moved(roundId, from.id);
        expect(await answers(reviewId)).toEqual(before);
        const { criteria } = from;
        expect(await hashOf(reviewId)).toBe(
          answersHash(
            criteria.map(({ id }) => id),
            before,
          ),
        );
        expect(await keptOf(reviewId)).toHaveLength(1);
      }),
      { numRuns: 20, endOnFailure: true, includeErrorInReport: true },
    );
  }, 120_000);

  it('from the letter of 2021 to the position of 2023: eight criteria stay answered, the rest is kept', async () => {
    const { reviewId, roundId, before } = await drafted('letter-2021-05');
    const hash = await hashOf(reviewId);
    const asked = (key: string) =>
      parseEdition(readFileSync(`frameworks/${key}.yaml`)).criteria.map(({ id }) => id);
    const stay = asked('letter-2021-05').filter((id) => asked('position-2023-03').includes(id));
    await moved(roundId, 'position-2023-03');
    expect((await answers(reviewId)).map(({ criterion }) => criterion)).toEqual(stay.sort());
    expect(await keptOf(reviewId)).toHaveLength(before.length - stay.length);
    await moved(roundId, 'candour-2026-12');
    expect((await answers(reviewId)).map(({ criterion }) => criterion)).toEqual(
      before.map(({ criterion }) => criterion),
    );
    await moved(roundId, 'position-2023-03');
    await moved(roundId, 'letter-2021-05');
    expect(await hashOf(reviewId)).toBe(hash);
    const page = await (await world.reader('group')).open(`/rounds/${roundId}/editions`);
    expect(page.text).toContain(`back to letter-2021-05 from position-2023-03. The reason: ${WHY.reason}`);
    await page.open(`/rounds/${roundId}`);
    expect(page.text).toContain('Round: edition of the framework');
    expect(page.text).toContain(WHY.reason);
  });

  it('on pages: a lead sees what it does and proposes it, a trust sees its own answers, and reads them again', async () => {
    const { reviewId, roundId } = await drafted('candour-2026-11');
    const trust = await world.reader('submitter');
    await trust.open(`/reviews/${reviewId}/editions/candour-2026-12`);
    expect(trust.text).toContain('SIM-DAT-01: Reworded');
    expect(trust.text).toContain('What the trust says about SIM-DAT-01.');
    const late = await world.reader('submitter');
    await late.open(`/reviews/${reviewId}/answers/SIM-DAT-01`);
    const lead = await (await world.reader('lead')).open(`/rounds/${roundId}`);
    await lead.follow('Editions of this round, and what a move to another would do');
    await lead.follow('candour-2026-12');
    expect(lead.text).not.toContain('What the trust says about');
    await lead.press('Propose to move the round');
    expect(lead.issues).toEqual(['Enter the reason']);
    await lead.fill('Why does the round move?', WHY.reason).press('Propose to move the round');
    const proposal = lead.path;
    await lead.open(proposal);
    expect(lead.text).not.toContain('Agree');
    const other = await (await world.reader('otherLead')).open(proposal);
    await other.press('Agree');
    expect(other.text).toContain('You agreed, and it was done');
    await late.fill('Why?', 'I answer what the old page asked.').press('Save and continue');
    expect([late.status, late.text]).toEqual([
      409,
      expect.stringContaining('I answer what the old page asked.'),
    ]);
    await trust.open(`/reviews/${reviewId}/answers/SIM-DAT-01`);
    expect(trust.text).toContain(
      'The answer that counts was given to SIM-DAT-01 of edition candour-2026-11, which asked:',
    );
    await trust.fill('Why?', 'Read again.').press('Save and continue');
    expect((await answers(reviewId)).find(({ criterion }) => criterion === 'SIM-DAT-01')?.reason).toBe(
      'Read again.',
    );
  });

  it('on pages without barriers at 320 and 1280 pixels', async () => {
    const { reviewId, roundId } = await drafted('letter-2021-05');
    const screen = await NarrowScreen.open();
    const look = async (part: Part, path: string) => {
      const reader = await (await world.reader(part)).open(path);
      expect([path, reader.status]).toEqual([path, 200]);
      expect([path, await screen.faultsOf(world.address + path, reader)]).toEqual([path, []]);
      expect([path, await screen.faultsWhenWide()]).toEqual([path, []]);
    };
    await look('lead', `/rounds/${roundId}/editions/position-2023-03`);
    await look('submitter', `/reviews/${reviewId}/editions/position-2023-03`);
    await look('otherLead', `/proposals/${await proposed(roundId, 'position-2023-03')}`);
    await moved(roundId, 'candour-2026-11');
    await moved(roundId, 'letter-2021-05');
    await moved(roundId, 'position-2023-03');
    await look('group', `/rounds/${roundId}/editions`);
    await look('lead', `/rounds/${roundId}/editions/letter-2021-05`);
    await look('submitter', `/reviews/${reviewId}/kept-answers`);
    await look('submitter', `/reviews/${reviewId}/answers/SIM-POL-01`);
    await screen.close();
  }, 60_000);

  it('and whoever signed signs again, unless the round goes back to what they signed', async () => {
    const { reviewId, roundId } = await drafted('candour-2026-11');
    await signed(reviewId);
    await moved(roundId, 'candour-2026-12');
    const submit = async () => world.service(SigningService).submit(await world.as('submitter'), reviewId);
    await expect(submit()).rejects.toThrow('Answers changed after they were signed');
    const hash = await hashOf(reviewId);
    const content = JSON.stringify({});
    const past = `INSERT INTO reviews.submission (id, revision, review_id, organisation_id, outcome, answers_hash, content, content_hash, submitted_by, submitted_on)
      VALUES ('${newId()}', 1, '${reviewId}', '${world.trustId}', 'approved', '${hash}', '${content}',
        encode(sha256(convert_to('${content}', 'UTF8')), 'hex'), '${world.personId('submitter')}', '2026-11-23')`;
    expect(await sqlAs('submitter', past)).toContain('must each sign these answers first');
    await moved(roundId, 'candour-2026-11');
    await submit();
  });

  it('never once somebody submitted: not by page, not by program, not past the application', async () => {
    const { reviewId, roundId } = await drafted('candour-2026-11');
    const waits = await proposed(roundId, 'candour-2026-12');
    const { criteria } = await header(reviewId);
    await submitted(world, reviewId, criteria);
    const says = 'What was submitted never moves';
    await expect(proposed(roundId, 'candour-2026-12')).rejects.toThrow(says);
    await expect(agreedBy(world, 'otherLead', waits)).rejects.toThrow(
      'what was submitted or published never moves',
    );
    const page = await (await world.reader('lead')).open(`/rounds/${roundId}/editions/candour-2026-12`);
    expect([page.text.includes(says), page.find('main button').length]).toEqual([true, 0]);
    const answer = await fetch(`${world.address}/api/v1/rounds/${roundId}/editions/candour-2026-12`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await world.token('lead')}`, 'content-type': 'application/json' },
      body: JSON.stringify({ ...WHY, version: 1 }),
    });
    expect([answer.status, await answer.text()]).toEqual([409, expect.stringContaining(says)]);
    expect(await sqlAs('otherLead', await moveBySql(roundId, waits))).toContain('never moves');
    await page.open(`/proposals/${waits}`);
    expect(page.text).toContain('a trust submitted its self-review');
  });

  it('nor by one alone, to an older edition, in silence, or with a trail that drops an answer', async () => {
    const { roundId } = await drafted('candour-2026-11');
    await expect(proposed(roundId, 'letter-2021-05')).rejects.toThrow('This is neither');
    await expect(proposed(roundId, 'candour-2026-11')).rejects.toThrow('asks this edition already');
    await expect(proposed(roundId, 'candour-2026-12', 'submitter')).rejects.toThrow();
    const waits = await proposed(roundId, 'candour-2026-12');
    await expect(agreedBy(world, 'lead', waits)).rejects.toThrow('You proposed this');
    expect(await sqlAs('lead', await moveBySql(roundId, waits, { by: 'lead' }))).toContain(
      'does not decide it',
    );
    const dropped = await moveBySql(roundId, waits, {
      trail: `jsonb_set(t, '{first,SIM-POL-01}', '"SIM-POL-02"')`,
    });
    expect(await sqlAs('otherLead', dropped)).toContain('follows from the two editions');
    expect(await sqlAs('otherLead', await moveBySql(roundId, waits))).toContain('moves the round');
    expect(
      await sqlAs(
        'lead',
        `UPDATE reviews.round SET criteria = '{SIM-POL-01}', revision = revision + 1 WHERE id = '${roundId}'`,
      ),
    ).toContain('what a round asks is fixed');
    await agreedBy(world, 'otherLead', waits);
  });

  it('nor when too little time is left to answer', async () => {
    const { roundId } = await drafted('candour-2026-11');
    const waits = await proposed(roundId, 'candour-2026-12');
    world.clock.setTo('2026-12-01');
    await expect(proposed(roundId, 'candour-2026-12', 'otherLead')).rejects.toThrow(
      'Too little time is left',
    );
    await expect(agreedBy(world, 'otherLead', waits)).rejects.toThrow(
      'while its trusts have time to answer it',
    );
    world.clock.setTo('2026-11-23');
  });
});
