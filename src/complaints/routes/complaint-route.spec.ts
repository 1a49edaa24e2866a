import { COMPLAINT_ROUTES, isOpenOn } from './complaint-route.js';

describe('A route', () => {
  it('is offered only on the days it holds', () => {
    expect(isOpenOn(COMPLAINT_ROUTES.controller, '2026-06-18')).toBe(false);
    expect(isOpenOn(COMPLAINT_ROUTES.controller, '2026-06-19')).toBe(true);
    expect(isOpenOn({ from: null, until: '2026-01-01' }, '2026-01-01')).toBe(true);
    expect(isOpenOn({ from: null, until: '2026-01-01' }, '2026-01-02')).toBe(false);
  });
});
