import type { Clearance } from '../../review-method/panel/panel-member.js';

/** Where a declaration of interests stands, in words for whoever declared and in words for others, with a tone. */
export const CLEARANCE_WORDS: Readonly<
  Record<Clearance, { readonly own: string; readonly ofOthers: string; readonly tone: string }>
> = {
  undeclared: { own: 'Declare interests', ofOthers: 'Has not declared', tone: 'attention' },
  undecided: { own: 'Waiting for a decision', ofOthers: 'Waiting for a decision', tone: 'waiting' },
  clear: { own: 'Open to you', ofOthers: 'Takes part', tone: 'good' },
  excluded: { own: 'You do not take part', ofOthers: 'Excluded', tone: 'quiet' },
};

/** Whether somebody who stands so may declare interests: not while others decide, unless something became known since. */
export function mayDeclare(clearance: Clearance, toDeclare: readonly unknown[]): boolean {
  return clearance === 'undecided' ? toDeclare.length > 0 : clearance !== 'excluded';
}
