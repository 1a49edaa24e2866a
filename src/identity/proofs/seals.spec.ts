import { Settings } from '../../platform/settings/settings.js';
import { Seals } from './seals.js';

const seals = new Seals(settingsWith('one secret that is long enough for this'));

describe('Seals', () => {
  it('open only in the place they were made for', () => {
    const sealed = seals.seal('JBSWY3DPEHPK3PXP', 'credential 1');
    expect(sealed).not.toContain('JBSWY3DPEHPK3PXP');
    expect(seals.open(sealed, 'credential 1')).toBe('JBSWY3DPEHPK3PXP');
    expect(seals.open(sealed, 'credential 2')).toBeNull();
  });

  it('do not open when they were touched, nor with another installation’s secret', () => {
    const sealed = seals.seal('JBSWY3DPEHPK3PXP', 'credential 1');
    const touched = sealed.slice(0, -3) + (sealed.endsWith('AAA') ? 'BBB' : 'AAA');
    expect(seals.open(touched, 'credential 1')).toBeNull();
    const others = new Seals(settingsWith('another secret that is long enough too'));
    expect(others.open(sealed, 'credential 1')).toBeNull();
    for (const nonsense of ['', 'v1.', 'v1.AAAA', 'v2.AAAA', 'plain'])
      expect(seals.open(nonsense, 'credential 1')).toBeNull();
  });

  it('never look the same twice, while fingerprints of a code always do', () => {
    expect(seals.seal('a', 'p')).not.toBe(seals.seal('a', 'p'));
    expect(seals.fingerprint('AB12')).toBe(seals.fingerprint('AB12'));
    expect(seals.fingerprint('AB12')).not.toBe(seals.fingerprint('AB13'));
  });
});

function settingsWith(secret: string): Settings {
  return new Settings({
    mode: 'demo',
    host: '127.0.0.1',
    port: 0,
    publicUrl: 'http://127.0.0.1',
    databaseUrl: undefined,
    databaseAppUrl: undefined,
    databaseWorkerUrl: undefined,
    databaseRoles: 'candour',
    databasePrepares: true,
    databasePoolSize: 1,
    databaseSeconds: 10,
    folder: '/nowhere',
    secret,
    withdrawnConcernsKeptFor: null,
    phase: 'demo',
    responsible: null,
    smtpUrl: undefined,
    mailFrom: undefined,
    logLevel: 'silent',
    metricsListen: undefined,
    tracesTo: undefined,
    trustProxy: false,
  });
}
