import { QuickExit } from './quick-exit.js';

describe('Leaving quickly', () => {
  it('ends everything, keeps nobody when one thing fails, and waits for nothing that does not come back', async () => {
    const leaving = new QuickExit();
    const ended: string[] = [];
    leaving.onExit(() => {
      throw new Error('away');
    });
    leaving.onExit(() => new Promise<void>(() => undefined));
    leaving.onExit(() => void ended.push('a session'));
    await leaving.leave({} as never, {} as never);
    expect(ended).toEqual(['a session']);
  });
});
