import fc from 'fast-check';
import { EVIDENCE_GRADES } from '../../../src/review-method/scoring/evidence-grade.js';
import { mustMeetByHand } from '../result-by-hand.js';
import * as moderating from './acts-of-moderation.js';
import * as choosing from './acts-of-the-panel.js';
import { FORGERIES, forge } from './forgeries.js';
import { forgeResult, RESULT_LIES } from './forged-results.js';
import { goOn } from './going-on.js';
import { SMALL_FRAMEWORK } from './small-framework.js';
import { LEADS, PANEL, RESERVE, seated, type Stage } from './stage.js';

/** One act that is drawn. */
export interface DrawnAct {
  /** What a failing sequence tells of it. */
  readonly called: string;
  readonly does: (stage: Stage) => Promise<unknown>;
}

const CODES = Object.keys(SMALL_FRAMEWORK);
const who = fc.constantFrom(...PANEL, ...PANEL, ...RESERVE);
const by = fc.constantFrom(...LEADS);
const criterion = fc.constantFrom(...CODES.slice(0, 5), ...CODES.slice(0, 5), ...CODES);
const stance = fc.constantFrom('confirm', 'confirm', 'confirm', 'dissent');
const stances = fc.array(fc.option(stance, { freq: 4 }), { minLength: 7, maxLength: 7 });
const wanted: fc.Arbitrary<moderating.Wanted> = fc.oneof(
  fc.constant({ score: '3', grade: 'A' } as const),
  fc.record({ score: fc.constantFrom('3', '2', '1', '0'), grade: fc.constantFrom(...EVIDENCE_GRADES) }),
  fc.record({ score: fc.constantFrom('U', 'X', 'N'), grade: fc.constant(null) }),
);

function act<Given extends object>(
  called: string,
  given: fc.Arbitrary<Given>,
  does: (stage: Stage, given: Given) => Promise<unknown>,
): fc.Arbitrary<DrawnAct> {
  return given.map((drawn) => ({
    called: `${called} ${JSON.stringify(drawn)}`,
    does: (stage) => does(stage, drawn),
  }));
}

const ABOUT_WHO_SCORES = [
  act('set aside', fc.record({ who, by }), async (stage, given) => {
    await choosing.exclude(stage, given.who, given.by);
    const second = given.by === 'lead' ? 'otherLead' : 'lead';
    return choosing.decideSecond(stage, given.who, { by: second, agrees: true });
  }),
  act('end', fc.record({ who, by }), (stage, given) => choosing.end(stage, given.who, given.by)),
  act('come back', fc.record({ who, by }), (stage, given) => choosing.comeBack(stage, given.who, given.by)),
  act('exclude', fc.record({ who, by }), (stage, given) => choosing.exclude(stage, given.who, given.by)),
  act('decide second', fc.record({ who, by, agrees: fc.constantFrom(true, true, false) }), (stage, given) =>
    choosing.decideSecond(stage, given.who, given),
  ),
  act('declare an interest', fc.record({ who }), (stage, given) =>
    choosing.declareInterest(stage, given.who),
  ),
  act(
    'decide on interests',
    fc.record({ who, by, outcome: fc.constantFrom('continue', 'exclude') }),
    (stage, given) => choosing.decideInterest(stage, given.who, given),
  ),
  act(
    'join',
    fc.record({ who: fc.constantFrom(...RESERVE), as: fc.constantFrom('reviewer', 'lived-experience') }),
    (stage, given) => choosing.join(stage, given.who, given.as),
  ),
  act('lock', fc.record({ who }), (stage, given) => choosing.lock(stage, given.who)),
];

const ABOUT_WHAT_COUNTS = [
  act('propose', fc.record({ criterion, by, wanted }), (stage, given) =>
    moderating.propose(stage, [given.criterion], { ...given.wanted, by: given.by }),
  ),
  act('meet', fc.record({ by, wanted, stances }), async (stage, given) => {
    const criteria = mustMeetByHand(stage.record.asFile());
    await moderating.propose(stage, criteria, { ...given.wanted, by: given.by });
    await everybodySays(stage, given);
  }),
  act('meet about one', fc.record({ criterion, by, wanted, stances }), async (stage, given) => {
    await moderating.propose(stage, [given.criterion], { ...given.wanted, by: given.by });
    await everybodySays(stage, given);
  }),
  act('say', fc.record({ criterion, who, stance }), (stage, given) =>
    moderating.answer(stage, given.who, {
      ...{ stance: given.stance, criteria: unansweredBy(stage, given.who).slice(0, 1) },
    }),
  ),
  act('everybody says', fc.record({ stances }), everybodySays),
  act('speak for a reviewer', fc.record({ by, criterion }), (stage, given) =>
    moderating.speakFor(stage, given.by, given.criterion),
  ),
  act('second', fc.record({ by, criterion }), (stage, given) =>
    moderating.second(stage, given.by, given.criterion),
  ),
  act('ask', fc.record({ who: fc.oneof(by, who), criterion }), (stage, given) =>
    moderating.ask(stage, given.who, given.criterion),
  ),
  act('reply', fc.record({ criterion }), (stage, given) => moderating.reply(stage, given.criterion)),
  act('accept a reply', fc.record({ criterion, by, wanted, stances }), async (stage, given) => {
    await moderating.reply(stage, given.criterion);
    if (await moderating.decideReply(stage, given.by, given.wanted)) await everybodySays(stage, given);
  }),
  act('decide a reply', fc.record({ by, wanted: fc.option(wanted) }), (stage, given) =>
    moderating.decideReply(stage, given.by, given.wanted),
  ),
];

const STEPS = [
  act('close moderation', fc.record({ by }), (stage, given) => moderating.closeModeration(stage, given.by)),
  act('settle the findings', fc.record({ by }), (stage, given) => moderating.closeReplies(stage, given.by)),
  act('prepare', fc.record({ by }), (stage, given) => moderating.prepare(stage, given.by)),
  act('release', fc.record({ by }), (stage, given) => moderating.release(stage, given.by)),
  act(
    'move the date',
    fc.record({ day: fc.constantFrom('2027-02-01', '2027-04-01', '2027-06-01') }),
    (stage, given) => moderating.moveDate(stage, given.day),
  ),
];

const FORGED = [
  act(
    'forge',
    fc.record({ what: fc.constantFrom(...FORGERIES), by, criterion, about: who }),
    (stage, given) => forge(stage, given.what, given),
  ),
  act('forge a result', fc.record({ lie: fc.constantFrom(...RESULT_LIES), by }), (stage, given) =>
    forgeResult(stage, given.lie, given.by),
  ),
];

const LATER = act('wait', fc.record({ days: fc.integer({ min: 1, max: 12 }) }), (stage, { days }) => {
  stage.later(days);
  return Promise.resolve();
});

/** Honest steps come often, so that what is tried is tried at every stage of a review. */
const ON = [1, 2, 3, 4, 5, 6, 7, 8].map(() => act('go on', fc.constant({}), (stage) => goOn(stage)));

/** Sequences of acts of whoever leads a review, with those of reviewers and the trust between them, and honest steps. */
export function drawnActs(most: number): fc.Arbitrary<readonly DrawnAct[]> {
  const all = [...ABOUT_WHO_SCORES, ...ABOUT_WHAT_COUNTS, ...STEPS, ...FORGED, LATER, ...ON];
  return fc.array(fc.oneof(...all), { minLength: Math.ceil(most / 2), maxLength: most });
}

/** Everybody who has a seat speaks to everything that waits for them, each in one way, or is silent. */
async function everybodySays(
  stage: Stage,
  { stances: said }: { readonly stances: readonly ('confirm' | 'dissent' | null)[] },
): Promise<void> {
  for (const [at, { name }] of seated(stage).entries()) {
    const criteria = unansweredBy(stage, name);
    const own = said[at] ?? null;
    if (criteria.length > 0 && own !== null) await moderating.answer(stage, name, { criteria, stance: own });
  }
}

function unansweredBy({ record }: Stage, name: string): readonly string[] {
  return CODES.filter((code) => record.newest(code)?.said.has(name) === false);
}
