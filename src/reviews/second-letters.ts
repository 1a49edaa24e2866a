import type { Uuid } from '../kernel/identifiers.js';
import { running, type Act } from '../ledger/act.js';
import { letterTo } from '../platform/mail/letter.js';
import type { SecondPerson } from './second-people.queries.js';

/** What people are told where something takes two; none of it carries anything of the case. */
const LETTERS = {
  'proposal-waits': [
    'A proposal waits for a second person',
    'Another lead reviewer proposed something that takes two people. Sign in and look under What takes two, to agree or to decline with a reason. If nobody agrees within 28 days, it lapses.',
  ],
  'proposal-declined': [
    'Your proposal was declined',
    'Somebody declined something that you proposed. Sign in and look under What takes two to read why. Whoever still wants it proposes it anew.',
  ],
  'proposal-lapsed': [
    'Your proposal has lapsed',
    'Nobody agreed within 28 days to something that you proposed, and it lapsed. Sign in and look under What takes two. Whoever still wants it proposes it anew.',
  ],
  'exclusion-waits': [
    'An exclusion waits for a second person',
    'Another person who leads a review with you decided that somebody is excluded from it. Sign in, open the review and look under People who take part, to agree or disagree. Until then nothing in it can be closed or released.',
  ],
} as const satisfies Record<string, readonly [subject: string, body: string]>;

/** The acts that write to these people, in the transaction of what they are told of. */
export function writingTo(people: readonly SecondPerson[], about: keyof typeof LETTERS): Act[] {
  const [subject, body] = LETTERS[about];
  return people.map(({ personId }: { readonly personId: Uuid }) =>
    running(letterTo(personId, subject, body)),
  );
}
