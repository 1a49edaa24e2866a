import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect, parseEnv } from 'node:util';
import { projectRoot } from '../../kernel/project-root.js';
import { StartFault } from '../start-fault.js';
import { environmentExample } from './environment-example.js';
import { readSettings, type Variables } from './read-settings.js';

const SECRET = 'a secret that is made of enough characters';
const folder = mkdtempSync(join(tmpdir(), 'candour-settings-'));
const demo = { CANDOUR_FOLDER: folder };
const answered = {
  CONTROLLER: 'Example Integrated Care Board',
  DATA_PROTECTION_OFFICER: 'The data protection officer, dpo@icb.example',
  CONTACT_PHONE: '01632 960123, Monday to Friday, 9am to 5pm',
  CONTACT_ADDRESS: '1 Example Street, Exampletown, EX1 1EX',
  SERVICE_PHASE: 'live',
};
const production = {
  ...answered,
  CANDOUR_MODE: 'production',
  CANDOUR_SECRET: SECRET,
  PUBLIC_URL: 'https://candour.example.org',
};

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('Settings', () => {
  it('need nothing at all to try Candour on one machine', () => {
    expect(readSettings(demo)).toMatchObject({
      mode: 'demo',
      host: '127.0.0.1',
      port: 3000,
      publicUrl: 'http://127.0.0.1:3000',
      databaseUrl: undefined,
      databasePoolSize: 10,
      folder,
      logLevel: 'info',
      trustProxy: false,
    });
  });

  it('treat an empty variable as none', () => {
    const emptied = Object.fromEntries(
      Object.keys(parseEnv(environmentExample())).map((name) => [name, ' ']),
    );
    expect(readSettings({ ...emptied, ...demo })).toEqual(readSettings(demo));
  });

  it('know the connection of jobs only beside the application’s, with the same login', () => {
    const app = { ...demo, DATABASE_APP_URL: 'postgresql://app:x@pooler:6432/candour' };
    const jobs = { DATABASE_WORKER_URL: 'postgresql://app:x@database/candour' };
    expect(readSettings({ ...app, ...jobs })).toMatchObject({ databaseWorkerUrl: jobs.DATABASE_WORKER_URL });
    const fault = expect.stringContaining('DATABASE_WORKER_URL must name the same login') as string;
    expect(faultOf({ ...demo, ...jobs })).toEqual(fault);
    expect(faultOf({ ...app, DATABASE_WORKER_URL: 'postgresql://owner:x@database/candour' })).toEqual(fault);
  });

  it('tell every fault at once, each with what to do about it', () => {
    const message = faultOf({
      ...answered,
      SERVICE_PHASE: 'over',
      CONTACT_PHONE: 'ask at the desk',
      CANDOUR_MODE: 'production',
      PORT: '99999',
      HOST: 'two words',
      LOG_LEVEL: 'loud',
      DATABASE_URL: 'mysql://root:hidden@host/db',
      CANDOUR_SECRET: 'short',
      SMTP_URL: 'smtp://mail.example.org',
      CONCERNS_KEPT_AFTER_WITHDRAWAL: '0 days',
      TRUST_PROXY: 'everyone',
      DATABASE_POOL_SIZE: '0',
      PUBLIC_URL: 'http://candour.example.org/path',
    });
    expect(message.split('\n')).toEqual([
      '13 settings need attention:',
      expect.stringContaining('HOST is "two words", which will not do. Set it to'),
      expect.stringContaining(
        'PORT is "99999", which will not do. Set it to a whole number from 0 to 65535.',
      ),
      expect.stringContaining(
        'PUBLIC_URL is "http://candour.example.org/path", which will not do. Set it to',
      ),
      expect.stringContaining(
        'DATABASE_URL is not an address that Candour can use. Set it to one such as postgresql:',
      ),
      expect.stringContaining('DATABASE_POOL_SIZE is "0", which will not do. Set it to'),
      expect.stringContaining('CANDOUR_SECRET is too short. Set it to at least 32 random characters'),
      expect.stringContaining(
        'CONCERNS_KEPT_AFTER_WITHDRAWAL is "0 days", which will not do. Set it to a time such as 90 days',
      ),
      expect.stringContaining('CONTACT_PHONE holds no telephone number. Set it to one, with its hours'),
      expect.stringContaining('SERVICE_PHASE is "over", which will not do. Set it to trial, beta or live.'),
      expect.stringContaining('LOG_LEVEL is "loud", which will not do. Set it to fatal, error'),
      expect.stringContaining(
        'TRUST_PROXY is "everyone", which will not do. Set it to the number of proxies',
      ),
      expect.stringContaining('PUBLIC_URL does not begin with https.'),
      expect.stringContaining('MAIL_FROM is missing.'),
      'Every setting is described in .env.example.',
    ]);
  });

  it('never repeat a password or a secret in a fault', () => {
    const message = faultOf({ DATABASE_URL: 'mysql://root:hidden@host/db', CANDOUR_SECRET: 'hidden' });
    expect(message).not.toContain('hidden');
  });

  it.each(['0.0.0.0', '::', '192.168.1.4', 'candour.example.org'])(
    'keep the demo off the network at %s',
    (host) => {
      expect(faultOf({ ...demo, HOST: host })).toContain("the demo's passwords are public");
      expect(readSettings({ ...demo, HOST: host, CANDOUR_ALLOW_DEMO_ON_NETWORK: 'yes' }).host).toBe(host);
      expect(readSettings({ ...production, ...demo, HOST: host }).host).toBe(host);
    },
  );

  it.each(['127.0.0.1', '127.9.9.9', '::1', 'localhost'])('let the demo serve this machine at %s', (host) => {
    expect(readSettings({ ...demo, HOST: host }).host).toBe(host);
  });

  it('ask production for a secret and for an https address', () => {
    const message = faultOf({ CANDOUR_MODE: 'production' });
    expect(message).toContain('CANDOUR_SECRET is missing');
    expect(message).toContain('PUBLIC_URL does not begin with https');
    expect(readSettings({ ...production, PUBLIC_URL: 'http://127.0.0.1:3000' }).publicUrl).toBe(
      'http://127.0.0.1:3000',
    );
  });

  it('ask production who is responsible, in one sentence that names what is missing', () => {
    expect(faultOf({ ...production, CONTROLLER: ' ', SERVICE_PHASE: undefined }).split('\n')).toEqual([
      'One setting needs attention:',
      '  - CONTROLLER and SERVICE_PHASE are missing. Pages tell everybody who is responsible, so production needs them.',
      'Every setting is described in .env.example.',
    ]);
    for (const name of Object.keys(answered))
      expect(faultOf({ ...production, [name]: undefined })).toContain(`${name} is missing. Pages tell`);
    expect(readSettings({ ...production, ...demo })).toMatchObject({
      phase: 'live',
      responsible: { controller: answered.CONTROLLER, phone: answered.CONTACT_PHONE },
    });
  });

  it('let nobody answer for the demo, whatever else is set', () => {
    expect(readSettings({ ...answered, ...demo })).toMatchObject({ phase: 'demo', responsible: null });
  });

  it.each([
    ['1 year', '1 year'],
    ['18 month', '18 months'],
    ['90 days', '90 days'],
    ['', '2 years'],
    ['never', null],
  ])('keep withdrawn concerns for “%s”, in words that pages say: %s', (text, keptFor) => {
    const settings = readSettings({ ...demo, CONCERNS_KEPT_AFTER_WITHDRAWAL: text });
    expect(settings.withdrawnConcernsKeptFor).toBe(keptFor);
  });

  it.each([
    '2',
    'two years',
    '-1 days',
    '1.5 years',
    '1000 days',
    'for ever',
    '2 years; DROP TABLE',
    '2 weeks',
  ])('do not keep withdrawn concerns for “%s”', (text) => {
    expect(faultOf({ ...demo, CONCERNS_KEPT_AFTER_WITHDRAWAL: text })).toContain(
      'CONCERNS_KEPT_AFTER_WITHDRAWAL',
    );
  });

  it('believe no proxy unless they name it', () => {
    expect(readSettings({ ...demo, TRUST_PROXY: '2' }).trustProxy).toBe(2);
    expect(readSettings({ ...demo, TRUST_PROXY: '10.0.0.0/8, ::1' }).trustProxy).toEqual([
      '10.0.0.0/8',
      '::1',
    ]);
    expect(faultOf({ ...demo, TRUST_PROXY: '10.0.0.0/33' })).toContain('TRUST_PROXY');
    expect(faultOf({ ...demo, TRUST_PROXY: 'true' })).toContain('TRUST_PROXY');
  });

  it('keep the secret of a demo for its owner and give the same one at the next start', () => {
    const { secret } = readSettings(demo);
    expect(secret.length).toBeGreaterThanOrEqual(32);
    expect(readSettings(demo).secret).toBe(secret);
    expect(statSync(join(folder, 'secret')).mode & 0o077).toBe(0);
  });

  it('say so when their folder cannot be written', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(faultOf({ CANDOUR_FOLDER: file })).toContain('set CANDOUR_FOLDER to a folder of your own');
  });

  it('cannot be changed and are printed without their secrets', () => {
    const settings = readSettings({ ...production, DATABASE_URL: 'postgresql://owner:hidden@host/candour' });
    expect(() => Object.assign(settings, { mode: 'demo' })).toThrow(TypeError);
    const printed = inspect(settings) + JSON.stringify(settings);
    expect(printed).not.toContain('hidden');
    expect(printed).not.toContain(SECRET);
  });
});

describe('.env.example', () => {
  it('is written from the settings themselves', () => {
    expect(readFileSync(join(projectRoot, '.env.example'), 'utf8')).toBe(environmentExample());
  });

  it('can be copied as it is', () => {
    const copied = { ...parseEnv(environmentExample()), ...demo };
    expect(readSettings(copied)).toEqual(readSettings(demo));
  });
});

function faultOf(variables: Variables): string {
  try {
    readSettings(variables);
  } catch (fault) {
    if (fault instanceof StartFault) return fault.message;
    throw fault;
  }
  throw new Error('These settings were taken although they should not.');
}
