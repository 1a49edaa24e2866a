import { Actor, VISITOR } from '../../src/identity/actor.js';
import { ROLE_CODES, type Role } from '../../src/identity/roles.js';
import { newId } from '../../src/kernel/identifiers.js';
import { Register } from '../../src/evidence/register.js';
import { DEMO_PERSONAS } from '../../src/demo-world/personas.js';
import { ONE_OF_EACH, servedDemoWorld, type ServedDemoWorld } from '../support/demo-world.js';
import type { PageReader } from '../support/page-reader.js';

const MOST_ENTRIES = 7;
const MENU = '.candour-navigation__list:not(.candour-navigation__below) a';
const BELOW = '.candour-navigation__below a';

describe('The menu', () => {
  let world: ServedDemoWorld;

  beforeAll(async () => {
    world = await servedDemoWorld();
  }, 180_000);

  afterAll(() => world.close());

  it.each(ONE_OF_EACH)(
    'of %s has at most seven entries, and leads in two steps to every place of theirs',
    async (part) => {
      const reader = await world.visitAs(part);
      await reader.open(part === null ? '/' : '/home');
      const menu = linksIn(reader, MENU);
      expect(menu.length).toBeLessThanOrEqual(MOST_ENTRIES);
      expect(new Set(menu).size).toBe(menu.length);
      const reached = new Set([...menu, ...linksIn(reader, 'main a')]);
      for (const href of menu) {
        expect((await reader.open(href)).status).toBe(200);
        for (const below of linksIn(reader, BELOW)) reached.add(below);
      }
      const places = world.app
        .get(Register)
        .placesFor(part === null ? VISITOR : somebody([DEMO_PERSONAS[part].role]));
      expect(places.length).toBeGreaterThan(5);
      expect(places.map(({ href }) => href).filter((href) => !reached.has(href))).toEqual([]);
    },
    60_000,
  );

  it('has at most seven entries for each role, and few more for whoever holds two', () => {
    const register = world.app.get(Register);
    const pairs = ROLE_CODES.flatMap((one) => ROLE_CODES.map((other) => [one, other] as const));
    const topOf = (roles: readonly Role[]): number =>
      register.placesFor(somebody(roles)).filter(({ under }) => under === undefined).length;
    expect(ROLE_CODES.filter((role) => topOf([role]) > MOST_ENTRIES)).toEqual([]);
    expect(Math.max(...pairs.map((pair) => topOf(pair)))).toBeLessThanOrEqual(MOST_ENTRIES + 3);
  });

  it('leads whoever signs in to their home, by the name of the service too, and a visitor to the start page', async () => {
    const submitter = await world.visitAs('submitter');
    expect(submitter.path).toBe('/home');
    expect(submitter.find('.candour-header__name').attr('href')).toBe('/home');
    const visitor = await (await world.visitAs(null)).open('/');
    expect(visitor.find('.candour-header__name').attr('href')).toBe('/');
    expect(linksIn(visitor, MENU)).not.toContain('/home');
    expect((await visitor.open('/home')).path).toContain('/sign-in');
  });
});

function linksIn(page: PageReader, selector: string): string[] {
  return page
    .find(selector)
    .map((_, link) => link.attribs['href'] ?? '')
    .get();
}

function somebody(roles: readonly Role[]): Actor {
  return new Actor({
    standing: 'person',
    personId: newId(),
    heldRoles: roles.map((role) => ({ role, organisationId: newId() })),
  });
}
