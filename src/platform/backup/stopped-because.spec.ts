import { stoppedBecause } from './stopped-because.js';

describe('What stopped a restore', () => {
  it.each([
    [
      'a reason of PostgreSQL',
      new Error('no space left'),
      'The restore stopped: no space left. It is empty.',
    ],
    ['a reason of ours', new Error('Set it anew.'), 'The restore stopped: Set it anew. It is empty.'],
    ['something else', 'x', 'The restore stopped: a fault. It is empty.'],
  ])('ends with one full stop: %s', (_, fault, said) => {
    expect(stoppedBecause(fault, 'It is empty.')).toBe(said);
  });
});
