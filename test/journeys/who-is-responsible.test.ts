import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApplication } from '../../src/application.js';
import { projectRoot } from '../../src/kernel/project-root.js';
import { PageReader } from '../support/page-reader.js';
import { PRODUCTION_VARIABLES } from '../support/production-variables.js';
import { runningCandour, type RunningCandour } from '../support/running-candour.js';
import { testSettings } from '../support/settings.js';

const PAGES = ['/', '/privacy', '/accessibility', '/help-now', '/publications'];
const { CONTROLLER, CONTACT_PHONE, CONTACT_ADDRESS, DATA_PROTECTION_OFFICER } = PRODUCTION_VARIABLES;

describe('Whoever reads pages is told where the service stands', () => {
  const folder = mkdtempSync(join(tmpdir(), 'candour-test-'));
  let demo: RunningCandour;
  let production: RunningCandour['app'] | undefined;

  beforeAll(async () => {
    demo = await runningCandour({ variables: { CANDOUR_FOLDER: folder } });
  });
  afterEach(async () => {
    await production?.close();
    production = undefined;
  });
  afterAll(async () => {
    await demo.close();
  });

  /** Production beside the demo, with its keys and on its database. */
  async function inProduction(phase: string): Promise<PageReader> {
    const variables = { ...PRODUCTION_VARIABLES, CANDOUR_FOLDER: folder, SERVICE_PHASE: phase };
    production = await createApplication(testSettings(variables), demo.database.connection);
    await production.listen({ host: '127.0.0.1', port: 0 });
    return new PageReader((await production.getUrl()).replace('localhost', '127.0.0.1'));
  }

  it('in production by its settings: who the controller is, its officer, a phone and a postal address', async () => {
    const page = await inProduction('live');
    await page.open('/privacy');
    for (const told of [
      `${CONTROLLER} runs this service`,
      DATA_PROTECTION_OFFICER,
      CONTACT_PHONE,
      CONTACT_ADDRESS,
    ])
      expect(page.text).toContain(told);
    await page.open('/answers');
    expect(page.text).toContain(
      `You can call ${CONTACT_PHONE}, or write to ${CONTROLLER}, ${CONTACT_ADDRESS}.`,
    );
    expect(page.find('main a[href="tel:01632960123"]').length).toBe(1);
    await page.open('/accessibility');
    expect(page.text).toContain(`Tell ${CONTROLLER}`);
    for (const path of [...PAGES, '/answers']) {
      await page.open(path);
      expect(page.find('body').text()).not.toMatch(/\bon trial\b|is a trial|demonstration|\bdemo\b/i);
      expect(page.find('.candour-phase').length).toBe(0);
    }
  });

  it.each([
    ['trial', 'Trial This service is on trial.'],
    ['beta', 'Beta This is a new service.'],
  ])('in production as a %s, at the head of each page', async (phase, words) => {
    const page = await inProduction(phase);
    for (const path of PAGES) {
      await page.open(path);
      expect([path, page.find('.candour-phase').text().replace(/\s+/g, ' ')]).toEqual([
        path,
        expect.stringContaining(words),
      ]);
    }
  });

  it('in the demo honestly: nobody is responsible, and nothing real belongs into it, on the way of a concern too', async () => {
    const page = new PageReader(demo.address);
    await page.open('/privacy');
    expect(page.text).toContain('Nobody: this copy is a demonstration.');
    await page.open('/answers');
    expect(page.text).toContain('Nobody reads what you send here, and anybody can sign in.');
    for (const path of [...PAGES, '/answers', '/answers/online', '/answers/return']) {
      await page.open(path);
      expect(page.find('.candour-phase').text()).toContain('Demonstration');
    }
  });
});

describe('Production', () => {
  it('does not start while nobody says who is responsible, and says in one sentence what is missing', async () => {
    const { SERVICE_PHASE: _, CONTACT_PHONE: __, ...told } = PRODUCTION_VARIABLES;
    const env = { PATH: process.env['PATH'], ...told, CANDOUR_SECRET: 'x'.repeat(32) };
    const program = join(projectRoot, process.env['CANDOUR_DIST'] || 'dist', 'src/main.js');
    const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    let complaint = '';
    child.stderr.on('data', (text: Buffer) => (complaint += text.toString()));
    const exitCode = await new Promise<number | null>((resolve) => child.once('close', resolve));
    expect(exitCode).toBe(1);
    expect(complaint).toContain(
      '  - CONTACT_PHONE and SERVICE_PHASE are missing. Pages tell everybody who is responsible, so production needs them.\n',
    );
  });
});
