import { availableParallelism } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { Unavailable } from '../../kernel/refusal.js';
import { KeyDerivationQueue } from './key-derivation-queue.js';

describe('The queue of key derivations', () => {
  it('runs everybody in turn, never more at once than there are cores', async () => {
    const queue = new KeyDerivationQueue();
    let now = 0;
    let most = 0;
    const done = await Promise.all(
      Array.from({ length: 50 }, (_, person) =>
        queue.run(async () => {
          most = Math.max(most, (now += 1));
          await pause(1);
          now -= 1;
          return person;
        }),
      ),
    );
    expect(done).toEqual(Array.from({ length: 50 }, (_, person) => person));
    expect(most).toBeLessThanOrEqual(availableParallelism());
  });

  it('says that it is busy when it is full, and takes people again afterwards', async () => {
    const queue = new KeyDerivationQueue();
    let finish = (): void => undefined;
    const held = new Promise<void>((resolve) => (finish = resolve));
    const outcomes = Array.from({ length: 1000 }, () =>
      queue
        .run(() => held)
        .then(
          () => 'served',
          (refusal: unknown) => refusal,
        ),
    );
    finish();
    const settled = await Promise.all(outcomes);
    expect(settled.some((outcome) => outcome instanceof Unavailable)).toBe(true);
    expect(settled.filter((outcome) => outcome === 'served').length).toBeGreaterThanOrEqual(400);
    expect(await queue.run(() => Promise.resolve('served'))).toBe('served');
  });

  it('frees the place of work that fails', async () => {
    const queue = new KeyDerivationQueue();
    for (let at = 0; at < 20; at += 1)
      await expect(queue.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await queue.run(() => Promise.resolve(1))).toBe(1);
  });
});
