import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApplication } from '../../src/application.js';
import { DEMO_PASSPHRASE, DEMO_PERSONAS } from '../../src/demo-world/personas.js';
import { OPERATOR } from '../../src/identity/actor.js';
import { newTimeSecret } from '../../src/identity/proofs/time-code.js';
import { PersonasService } from '../../src/memberships/people/personas.service.js';
import { TokensService } from '../../src/memberships/account/tokens.service.js';
import { PageReader } from '../support/page-reader.js';
import { actorFor } from '../support/people.js';
import { PRODUCTION_VARIABLES } from '../support/production-variables.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';
import { testSettings } from '../support/settings.js';

const FOLDER = mkdtempSync(join(tmpdir(), 'candour-test-'));
const PRODUCTION = { ...PRODUCTION_VARIABLES, CANDOUR_FOLDER: FOLDER };

describe('The published passphrases of the demo world, on an installation that a demo was run on before', () => {
  let demo: RunningCandour;
  let production: { readonly app: RunningCandour['app']; readonly address: string };
  const persona = {
    ...DEMO_PERSONAS.submitter,
    passphrase: DEMO_PASSPHRASE,
    timeSecret: null,
    roles: [],
  };

  beforeAll(async () => {
    demo = await runningCandour({ variables: { CANDOUR_FOLDER: FOLDER } });
    await demo.app.get(PersonasService).invent(OPERATOR, persona);
    const app = await createApplication(testSettings(PRODUCTION), demo.database.connection);
    await app.listen({ host: '127.0.0.1', port: 0 });
    production = { app, address: (await app.getUrl()).replace('localhost', '127.0.0.1') };
  });
  afterAll(async () => {
    await production.app.close();
    await demo.close();
  });

  it('open the demo, and nothing in production', async () => {
    const [inDemo, inProduction] = [new PageReader(demo.address), new PageReader(production.address)];
    for (const page of [inDemo, inProduction]) {
      await page.open('/sign-in');
      await page.fill('Email address', persona.email).fill('Passphrase', DEMO_PASSPHRASE).press();
    }
    expect(inDemo.find('.candour-header__who').text()).toContain(persona.name);
    expect(inProduction.issues).toHaveLength(1);
    expect(inProduction.status).toBe(422);
  });

  it('nor do the sessions and tokens that invented people began in the demo', async () => {
    const page = new PageReader(demo.address);
    await page.open('/sign-in');
    await page.fill('Email address', persona.email).fill('Passphrase', DEMO_PASSPHRASE).press();
    const { rows } = await demo.superuser.query<{ id: string }>('SELECT id FROM identity.person');
    const personId = rows[0]?.id ?? '';
    const actor = await actorFor(demo.app, personId);
    const asked = { personId, name: 'a script', days: 30, mayWrite: true };
    const { token } = await demo.app.get(TokensService).create(actor, asked);
    const asking = async (address: string) => {
      const withCookie = { headers: { cookie: page.cookies.header() }, redirect: 'manual' } as const;
      const withToken = { headers: { authorization: `Bearer ${token}` } };
      return [
        (await fetch(`${address}/account`, withCookie)).status,
        (await fetch(`${address}/api/v1/account`, withToken)).status,
      ];
    };
    expect(await asking(demo.address)).toEqual([200, 200]);
    expect(await asking(production.address)).toEqual([303, 401]);
  });

  it('cannot be given to anybody invented, because production invents nobody', async () => {
    const invented = { ...persona, email: 'another@demo.example', timeSecret: newTimeSecret() };
    await expect(production.app.get(PersonasService).invent(OPERATOR, invented)).rejects.toMatchObject({
      status: 403,
    });
  });
});
