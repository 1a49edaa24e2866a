import { seededRandom } from '../../../review-method/agreement/seeded-random.js';
import { BARS, type Instance, type PanelToFill, type ProposedPanels } from './instance.js';
import { proposePanels } from './propose.js';

const MANY = 1000;

describe('Panels that are proposed', () => {
  it(`keep every hard constraint, of ${String(MANY)} random rounds`, () => {
    let found = 0;
    for (let seed = 1; seed <= MANY; seed += 1) {
      const instance = randomInstance(seed, { people: 14, panels: 10, places: 3, load: 6 });
      const outcome = proposePanels(instance, seed);
      expect([seed, outcome.found]).not.toEqual([seed, 'nothing-yet']);
      if (outcome.found !== 'panels') continue;
      found += 1;
      expect([seed, faultsOf(instance, outcome.proposed)]).toEqual([seed, []]);
    }
    expect(found).toBeGreaterThan(MANY / 4);
  });

  it('are said to be impossible exactly where an exhaustive search finds none', () => {
    const counts = { panels: 0, impossible: 0, 'nothing-yet': 0 };
    for (let seed = 1; seed <= MANY; seed += 1) {
      const instance = randomInstance(seed + 7_000, { people: 5, panels: 4, places: 2, load: 3 });
      const { found } = proposePanels(instance, seed);
      counts[found] += 1;
      expect([seed, found === 'panels']).toEqual([seed, canBeFilled(instance)]);
    }
    expect(counts.panels).toBeGreaterThan(MANY / 10);
    expect(counts.impossible).toBeGreaterThan(MANY / 10);
    expect(counts['nothing-yet']).toBe(0);
  });

  it('are the same for the same seed, in whatever order the rows come, and others for another seed', () => {
    let others = 0;
    for (let seed = 1; seed <= 200; seed += 1) {
      const instance = randomInstance(seed, { people: 12, panels: 8, places: 2, load: 5 });
      const turned: Instance = {
        people: [...instance.people].reverse(),
        panels: [...instance.panels].reverse(),
        barred: [...instance.barred].reverse(),
      };
      const outcome = proposePanels(instance, seed);
      expect(proposePanels(turned, seed)).toEqual(outcome);
      if (JSON.stringify(told(proposePanels(instance, seed + 1))) !== JSON.stringify(told(outcome)))
        others += 1;
    }
    expect(others).toBeGreaterThan(50);
  });

  it('share the load as evenly as the constraints let them', () => {
    const people = ['a', 'b', 'c', 'd'].map((id) => ({ id, livedExperience: true, outside: true, load: 9 }));
    const panels = ['1', '2', '3', '4', '5', '6'].map((id) => panel(id, 2));
    expect(proposePanels({ people, panels, barred: [] }, 5)).toMatchObject({ found: 'panels', heaviest: 3 });
  });

  it('say that nothing was found yet, and not that there is nothing, when the search is cut short', () => {
    const instance = { people: [], panels: [panel('1', 2)], barred: [] };
    expect(proposePanels(instance, 1, 0)).toEqual({ found: 'nothing-yet', tried: 0 });
  });
});

describe('What cannot be had', () => {
  const others = Array.from({ length: 30 }, (_, place) => ({
    ...{ id: `other ${String(place)}`, livedExperience: false, outside: true, load: 5 },
  }));

  it('is counted: 23 trusts need a lived-experience reviewer, and two people with load 5 give 10 places', () => {
    const lived = ['one', 'two'].map((id) => ({ id, livedExperience: true, outside: false, load: 5 }));
    const panels = Array.from({ length: 23 }, (_, place) => panel(`trust ${String(place)}`, 3));
    const outcome = proposePanels({ people: [...lived, ...others], panels, barred: [] }, 1);
    if (outcome.found !== 'impossible') throw new Error(outcome.found);
    const { why } = outcome;
    expect(why).toMatchObject({
      need: 'lived-experience',
      places: 23,
      available: 10,
      people: ['one', 'two'],
    });
    expect(why.panels).toHaveLength(23);
    expect(why.smallest).toHaveLength(11);
    expect(why.because).toEqual(['load']);
  });

  it('names the bar without which it could be had', () => {
    const lived = [{ id: 'one', livedExperience: true, outside: true, load: 5 }];
    const barred = [{ person: 'one', panel: 'b', because: 'own-region' as const, words: 'so' }];
    const outcome = proposePanels(
      { people: [...lived, ...others], panels: [panel('a', 2), panel('b', 2)], barred },
      1,
    );
    expect(outcome).toMatchObject({
      why: {
        need: 'lived-experience',
        panels: ['a', 'b'],
        places: 2,
        available: 1,
        smallest: ['b'],
        because: ['own-region'],
      },
    });
  });

  it('is a smallest set: of every random round without panels, leaving out any one of it could be filled', () => {
    let seen = 0;
    for (let seed = 1; seed <= 400; seed += 1) {
      const instance = randomInstance(seed + 90_000, { people: 5, panels: 4, places: 2, load: 2 });
      const outcome = proposePanels(instance, seed);
      if (outcome.found !== 'impossible' || outcome.why.need === 'together') continue;
      seen += 1;
      const { need, smallest, places, available } = outcome.why;
      expect(available).toBeLessThan(places);
      const of = (ids: readonly string[]): Instance => ({
        ...instance,
        panels: instance.panels.filter(({ id }) => ids.includes(id)).map((one) => onlyNeeding(one, need)),
      });
      const ids = smallest ?? [];
      expect([seed, canBeFilled(of(ids))]).toEqual([seed, false]);
      for (const left of ids) expect(canBeFilled(of(ids.filter((id) => id !== left)))).toBe(true);
    }
    expect(seen).toBeGreaterThan(50);
  });
});

function panel(id: string, places: number): PanelToFill {
  return { id, places, fewest: 1, needsLivedExperience: true, needsOutside: true };
}

function onlyNeeding(one: PanelToFill, need: string): PanelToFill {
  if (need === 'people') return { ...one, needsLivedExperience: false, needsOutside: false };
  const lived = need === 'lived-experience';
  return { ...one, places: 1, needsLivedExperience: lived, needsOutside: !lived };
}

function told(outcome: ReturnType<typeof proposePanels>): unknown {
  return outcome.found === 'panels' ? [...outcome.proposed].sort() : outcome.found;
}

interface Size {
  readonly people: number;
  readonly panels: number;
  readonly places: number;
  readonly load: number;
}

function randomInstance(seed: number, size: Size): Instance {
  const random = seededRandom(seed);
  const upTo = (most: number): number => 1 + Math.floor(random() * most);
  const share = random();
  const people = Array.from({ length: upTo(size.people) + 1 }, (_, place) => ({
    id: `person ${String(place)}`,
    livedExperience: random() < 0.5,
    outside: random() < 0.5,
    load: upTo(size.load),
  }));
  const panels = Array.from({ length: upTo(size.panels) }, (_, place) => ({
    ...panel(`panel ${String(place)}`, upTo(size.places)),
    ...(random() < 0.3 && { needsLivedExperience: false }),
    ...(random() < 0.3 && { needsOutside: false }),
  }));
  const barred = people.flatMap((person) =>
    panels.flatMap((one) =>
      random() < share * 0.4
        ? [{ person: person.id, panel: one.id, because: BARS[upTo(BARS.length) - 1] ?? BARS[0], words: 'so' }]
        : [],
    ),
  );
  return { people, panels, barred };
}

/** Checks each constraint by itself, from the instance alone. */
function faultsOf({ people, panels, barred }: Instance, proposed: ProposedPanels): readonly string[] {
  const faults: string[] = [];
  const loads = new Map<string, number>();
  for (const one of panels) {
    const seated = proposed.get(one.id) ?? [];
    const known = people.filter(({ id }) => seated.includes(id));
    if (new Set(seated).size !== one.places || known.length !== one.places) faults.push(`${one.id}: places`);
    if (one.needsLivedExperience && !known.some(({ livedExperience }) => livedExperience))
      faults.push(`${one.id}: nobody with lived experience`);
    if (one.needsOutside && !known.some(({ outside }) => outside)) faults.push(`${one.id}: nobody outside`);
    for (const { person, because } of barred.filter((pair) => pair.panel === one.id))
      if (seated.includes(person)) faults.push(`${one.id}: ${person} ${because}`);
    for (const person of seated) loads.set(person, (loads.get(person) ?? 0) + 1);
  }
  for (const { id, load } of people) if ((loads.get(id) ?? 0) > load) faults.push(`${id}: load`);
  return faults;
}

/** Tries every panel of every kind, one after another. */
function canBeFilled({ people, panels, barred }: Instance): boolean {
  const left = new Map(people.map(({ id, load }) => [id, load]));
  const fill = (place: number): boolean => {
    const one = panels[place];
    if (!one) return true;
    const open = people.filter(
      ({ id }) =>
        (left.get(id) ?? 0) > 0 && !barred.some((pair) => pair.person === id && pair.panel === one.id),
    );
    return subsets(open, one.places).some((chosen) => {
      if (one.needsLivedExperience && !chosen.some(({ livedExperience }) => livedExperience)) return false;
      if (one.needsOutside && !chosen.some(({ outside }) => outside)) return false;
      for (const { id } of chosen) left.set(id, (left.get(id) ?? 0) - 1);
      const filled = fill(place + 1);
      for (const { id } of chosen) left.set(id, (left.get(id) ?? 0) + 1);
      return filled;
    });
  };
  return fill(0);
}

function subsets<One>(all: readonly One[], size: number): One[][] {
  if (size === 0) return [[]];
  return all.flatMap((one, place) => subsets(all.slice(place + 1), size - 1).map((rest) => [one, ...rest]));
}
