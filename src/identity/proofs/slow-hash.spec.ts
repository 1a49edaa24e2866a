import { slowHash, slowMatch } from './slow-hash.js';

describe('How passphrases are kept', () => {
  it('is argon2id with 19 MiB and two passes, and never twice the same', async () => {
    const kept = await slowHash('correct horse battery');
    expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await slowHash('correct horse battery')).not.toBe(kept);
  });

  it('lets in the same passphrase however its letters were composed, and no other', async () => {
    const kept = await slowHash('caf\u00e9 au lait at noon');
    expect(await slowMatch(kept, 'cafe\u0301 au lait at noon')).toBe(true);
    expect(await slowMatch(kept, 'cafe au lait at noon')).toBe(false);
  });

  it('lets nobody in where no passphrase is kept, and works as long for it', async () => {
    const kept = await slowHash('a passphrase of somebody');
    expect(await slowMatch(null, 'a passphrase of somebody')).toBe(false);
    const known = await secondsFor(() => slowMatch(kept, 'a wrong guess of it'));
    const unknown = await secondsFor(() => slowMatch(null, 'a wrong guess of it'));
    expect(unknown).toBeGreaterThan(known / 5);
  });
});

async function secondsFor(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  for (let round = 0; round < 3; round += 1) await work();
  return (performance.now() - started) / 1000;
}
