import { describeRef } from './record-ref.js';

describe('A reference to a record', () => {
  it('is told as its kind and its id', () => {
    expect(describeRef({ kind: 'deployment', id: '0190' })).toBe('deployment 0190');
  });
});
