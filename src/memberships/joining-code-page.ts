import { JOINING_DAYS } from '../identity/proofs/sign-in.service.js';
import { Page } from '../web/answer/page.js';

/** The joining code of somebody, shown this once to whoever passes it on. */
export function joiningCodePage(shown: { name: string; joiningCode: string; onwards: string }): Page {
  return new Page('memberships/views/joining-code.njk', {
    title: 'Pass on this joining code',
    days: JOINING_DAYS,
    ...shown,
  });
}
