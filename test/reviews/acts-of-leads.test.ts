import type { DrawnAct } from '../support/acts-of-leads/drawn-acts.js';
import {
  answer,
  closeModeration,
  closeReplies,
  decideReply,
  prepare,
  propose,
  release,
  reply,
} from '../support/acts-of-leads/acts-of-moderation.js';
import { decideSecond, end, exclude } from '../support/acts-of-leads/acts-of-the-panel.js';
import { reviewOf } from '../support/acts-of-leads/drawn-reviews.js';
import { FORGERIES, forge } from '../support/acts-of-leads/forgeries.js';
import { RESULT_LIES, forgeResult } from '../support/acts-of-leads/forged-results.js';
import { goOnToTheEnd } from '../support/acts-of-leads/going-on.js';
import { played, playedAndHeld } from '../support/acts-of-leads/held-to-the-records.js';
import { PANEL, withSmallFramework, type Scorer, type Stage } from '../support/acts-of-leads/stage.js';
import { reviewWorld, type ReviewWorld } from '../support/reviews.js';

const RED_LINE = 'SIM-POL-01';
const ORDINARY = 'SIM-POL-03';
const ABOUT = { by: 'lead', criterion: RED_LINE, about: 'lived' } as const;
const BEST = { by: 'lead', score: '3', grade: 'A' } as const;

/**
 * What whoever leads a review does, alone or with another lead, in whatever order, with what reviewers and the trust say
 * between. The bound and the result are computed by hand, from the public file and from what the test noted down itself.
 */
describe('Whatever whoever leads a review does, in whatever order', () => {
  let world: ReviewWorld;

  beforeAll(async () => {
    world = await reviewWorld();
    await withSmallFramework(world);
  });

  afterAll(() => world.close());

  it('what is published is what reviewers carry: no rating rises above their lowest scores without them', async () => {
    const tried = await playedAndHeld(world, { numRuns: 3, maxActs: 30 });
    const done = new Set(tried.flatMap(({ what, refusedBecause }) => (refusedBecause === null ? what : [])));
    expect([...done]).toEqual(expect.arrayContaining(['propose', 'confirm', 'release']));
  });

  it('no row that they write past the services is taken, nor a result that says anything else than the records', async () => {
    const drawn = reviewOf({ [RED_LINE]: ['1', '2', '2'], [ORDINARY]: ['0', '2', '3'] });
    const stage = await played(world, drawn, [
      does((review) => propose(review, [RED_LINE, ORDINARY], BEST)),
      does((review) => say(review, RED_LINE, 'second')),
      ...FORGERIES.map((what) => does((review) => forge(review, what, ABOUT))),
      does(goOnToTheEnd),
      ...RESULT_LIES.map((lie) => does((review) => forgeResult(review, lie, 'lead'))),
    ]);
    const refused = stage.history.filter(({ what }) => what.startsWith('forge'));
    expect(refused.length).toBeGreaterThan(RESULT_LIES.length + 7);
    expect(refused.filter(({ refusedBecause }) => refusedBecause?.includes('syntax'))).toEqual([]);
  });

  it('a proposal that not everybody confirmed does not lift a red line', async () => {
    const stage = await played(world, reviewOf({ [RED_LINE]: ['1', '3', '2'] }), [
      does((review) => propose(review, [RED_LINE], BEST)),
      does((review) => say(review, RED_LINE, 'second', 'lived')),
    ]);
    expect(stage.record.newest(RED_LINE)?.said.size).toBe(2);
  });

  it('nothing rises above the score of a reviewer whose part was ended', async () => {
    const stage = await played(world, reviewOf({ [RED_LINE]: ['0', '2', '2'] }), [
      does((review) => end(review, 'first', 'lead')),
      does((review) => propose(review, [RED_LINE], BEST)),
      does((review) => say(review, RED_LINE, 'second', 'lived')),
    ]);
    expect(stage.record.seat('first').ended).toBe(true);
  });

  it('nothing is closed, prepared or released by a panel that lacks somebody, whatever is tried', async () => {
    const stage = await played(world, reviewOf({ [RED_LINE]: ['2', '2', '0'] }), [
      does((review) => propose(review, [RED_LINE], { ...BEST, score: '2' })),
      does((review) => setAside(review, 'lived')),
      later(10),
      does((review) => closeModeration(review, 'lead')),
      later(30),
      does((review) => closeReplies(review, 'lead')),
      does((review) => prepare(review, 'lead')),
      does((review) => release(review, 'otherLead')),
    ]);
    expect(stage.record.seat('third')).toMatchObject({ joinedLater: true, locked: true });
  });

  it('scores set aside after the result was published lead to a second one, with somebody who joined blind', async () => {
    const drawn = reviewOf({ [RED_LINE]: ['2', '2', '0'], [ORDINARY]: ['1', '2', '3'] });
    const { releases } = await played(world, drawn, [
      does(goOnToTheEnd),
      does((review) => setAside(review, 'lived')),
    ]);
    expect(releases.map(({ file }) => file.panel.scored.map(({ became }) => became).sort())).toEqual([
      ['counts', 'counts', 'counts'],
      ['counts', 'counts', 'counts', 'set-aside'],
    ]);
  });

  it('what a reply changed is settled again where scores are set aside and the reviewers meet anew', async () => {
    const { releases } = await played(world, reviewOf({ [ORDINARY]: ['0', '2', '2'] }), [
      does((review) => propose(review, [ORDINARY], { ...BEST, score: '2' })),
      does((review) => say(review, ORDINARY, ...PANEL)),
      does((review) => closeModeration(review, 'lead')),
      does((review) => reply(review, ORDINARY)),
      does((review) => decideReply(review, 'lead', { score: '1', grade: 'A' })),
      does((review) => say(review, ORDINARY, ...PANEL)),
      later(30),
      does((review) => closeReplies(review, 'lead')),
      does((review) => setAside(review, 'second')),
      does((review) => propose(review, [ORDINARY], { ...BEST, score: '2' })),
      does((review) => say(review, ORDINARY, 'first', 'lived')),
    ]);
    expect(releases).toHaveLength(1);
  });
});

function does(act: (stage: Stage) => Promise<unknown>): DrawnAct {
  return { called: String(act), does: act };
}

function later(days: number): DrawnAct {
  return does((stage) => {
    stage.later(days);
    return Promise.resolve();
  });
}

async function say(stage: Stage, criterion: string, ...names: readonly Scorer[]): Promise<void> {
  for (const name of names) await answer(stage, name, { criteria: [criterion], stance: 'confirm' });
}

async function setAside(stage: Stage, name: Scorer): Promise<void> {
  await exclude(stage, name, 'lead');
  await decideSecond(stage, name, { by: 'otherLead', agrees: true });
}
