import { DeploymentsQueries } from '../../src/deployments/finding/deployments.queries.js';
import { DeploymentsService } from '../../src/deployments/recording/deployments.service.js';
import { TrustsQueries } from '../../src/deployments/trusts/trusts.queries.js';
import { OPERATOR } from '../../src/identity/actor.js';
import { PeopleQueries } from '../../src/memberships/people/people.queries.js';
import { OrganisationsQueries } from '../../src/organisations/organisations.queries.js';
import { candourOnDatabase, type CandourOnDatabase } from '../support/candour.js';
import { newScheme, registered, somebody } from '../support/deployments.js';
import { anOrganisation } from '../support/organisations.js';
import { aPerson } from '../support/people.js';

const TRUST = "South West London & St George's Mental Health NHS Trust (fictional)";
const SCHEME = 'Siân’s Crisis-Café and Street Triage';
const PERSON = "Zoë O'Brien-Møller";

describe('One search', () => {
  let world: CandourOnDatabase;

  beforeAll(async () => {
    world = await candourOnDatabase();
    const [trust] = await registered(
      world.candour,
      anOrganisation({ key: 'the-trust', name: TRUST, otherNames: ['Pathfinder NHS Trust'] }),
      anOrganisation({
        key: 'renamed',
        name: 'New Name NHS Trust (fictional)',
        formerNames: [{ name: 'Éastern Vale NHS Trust', from: null, until: '2026-01', source: 'a test' }],
      }),
      anOrganisation({ key: 'force', name: 'Exampleshire & Isles’ Constabulary', type: 'POLICE_FORCE' }),
    );
    const submitter = somebody('TRUST_SUBMITTER', trust?.id ?? null);
    const told = newScheme(trust?.id ?? '', { title: SCHEME, names: ['Tŷ-Haf team'], agencies: [] });
    const { id } = await world.candour.get(DeploymentsService).register(submitter, told);
    const agency = { name: "exampleshire and Isles' constabulary", part: 'POLICE' as const };
    await world.candour.get(DeploymentsService).addAgency(submitter, id, agency);
    await aPerson(world.candour, { name: PERSON });
  });

  afterAll(() => world.close());

  const page = { limit: 100, after: null };

  it.each([
    ["St George's", 'the-trust'],
    ['St George’s', 'the-trust'],
    ['st georges', 'the-trust'],
    ['London and St. George', 'the-trust'],
    ['  george   LONDON  ', 'the-trust'],
    ['LONDON ＆ ST GEORGE´S', 'the-trust'],
    ['path-finder'.replace('-', ''), 'the-trust'],
    ['eastern vale', 'renamed'],
    ['ÉASTERN VALE', 'renamed'],
    ['E\u0301astern trust', 'renamed'],
  ])('for organisations finds by %j the one that was meant', async (q, key) => {
    const { items } = await world.candour.get(OrganisationsQueries).list(OPERATOR, { q }, page);
    expect(items.map((one) => one.key)).toEqual([key]);
  });

  it.each([
    ['sians crisis cafe'],
    ["Sian's Café"],
    ['triage STREET & crisis'],
    ['crisis‑cafe'],
    ['ty haf'],
    ['TŶ HAF'],
    ['exampleshire and isles'],
    ['St Georges'],
  ])('for schemes and for trusts finds by %j the one that was meant', async (q) => {
    const schemes = await world.candour.get(DeploymentsQueries).list(OPERATOR, { q }, page);
    expect(schemes.items.map((one) => one.title)).toEqual([SCHEME]);
    if (q.startsWith('exampleshire')) return;
    const trusts = await world.candour.get(TrustsQueries).list(OPERATOR, { q }, page);
    expect(trusts.items.map((one) => one.name)).toEqual([TRUST]);
  });

  it.each(['zoe', 'obrien', 'O’Brien', 'moller zoë'])('for people finds by %j who was meant', async (q) => {
    const { items } = await world.candour.get(PeopleQueries).list(OPERATOR, q, page);
    expect(items.map((one) => one.name)).toEqual([PERSON]);
  });

  it.each(['%', '_', '\\', '’', 'george surrey'])('finds nothing by %j', async (q) => {
    expect((await world.candour.get(OrganisationsQueries).list(OPERATOR, { q }, page)).items).toEqual([]);
    expect((await world.candour.get(DeploymentsQueries).list(OPERATOR, { q }, page)).items).toEqual([]);
    expect((await world.candour.get(TrustsQueries).list(OPERATOR, { q }, page)).items).toEqual([]);
    expect((await world.candour.get(PeopleQueries).list(OPERATOR, q, page)).items).toEqual([]);
  });

  it('knows an agency in the register however it is spelt, and keeps every text to the letter', async () => {
    const [scheme] = (await world.candour.get(DeploymentsQueries).list(OPERATOR, {}, page)).items;
    const detail = await world.candour.get(DeploymentsQueries).one(OPERATOR, scheme?.key ?? '');
    expect(detail?.agencies.map(({ organisation, name }) => [organisation?.key, name])).toContainEqual([
      'force',
      'Exampleshire & Isles’ Constabulary',
    ]);
    expect([detail?.title, detail?.lead?.name]).toEqual([SCHEME, TRUST]);
  });
});
