import { Seals } from '../../identity/proofs/seals.js';
import { Clock } from '../../kernel/clock.js';
import { readSettings } from '../../platform/settings/read-settings.js';
import { TimedSeal } from './timed-seal.js';

class SlowClock extends Clock {
  moment = new Date('2026-11-30T08:00:00Z');

  override now(): Date {
    return this.moment;
  }
}

describe('What a browser carries', () => {
  const clock = new SlowClock();
  const seals = new Seals(readSettings({ CANDOUR_SECRET: 'a secret that is long enough for this spec' }));
  const seal = new TimedSeal(seals, clock);

  it('opens for its purpose, and tells how long ago it was given', () => {
    const carried = seal.seal('draft', 'a seed');
    clock.moment = new Date('2026-11-30T08:01:30Z');
    expect(seal.open('draft', carried)).toEqual({ text: 'a seed', minutes: 1.5 });
    expect(seal.open('sent', carried)).toBeNull();
    expect(seal.open('pass', carried)).toBeNull();
  });

  it('says nothing of what it holds', () => {
    expect(Buffer.from(seal.seal('draft', 'a seed'), 'base64url').toString('latin1')).not.toContain('seed');
  });

  it.each([undefined, '', 'v1.', 'v1.AAAA', 'a'.repeat(43)])('is not made from %j', (carried) => {
    expect(seal.open('draft', carried)).toBeNull();
  });
});
