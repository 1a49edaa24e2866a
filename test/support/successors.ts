import { EntriesService } from '../../src/deployments/entries/telling/entries.service.js';
import type { NewDeployment } from '../../src/deployments/recording/draft-deployment.js';
import type { Uuid } from '../../src/kernel/identifiers.js';
import { TEAM_POSTS } from '../../src/staffing/posts/team-posts.js';
import { newScheme, publishedScheme, registered, somebody } from './deployments.js';
import { anOrganisation } from './organisations.js';
import { TestClock } from './reviews.js';
import { runningCandour, type RunningCandour } from './running-candour.js';
import { signedIn, type SignedIn } from './signed-in.js';

/** What the API says of a pair, as far as tests read it. */
export interface PairOut {
  readonly earlier: { readonly key: string; readonly title: string };
  readonly later: { readonly key: string; readonly title: string };
  readonly joinedBy: string;
  readonly recorded: boolean;
  readonly since: string | null;
  readonly shared: readonly { readonly key: string; readonly sort: string; readonly words: string }[];
  readonly trusts: readonly {
    readonly standing: string;
    readonly since: string | null;
    readonly notAnsweredTo: readonly string[];
    readonly answers: readonly { readonly says: string; readonly features: readonly string[] }[];
  }[];
}

/** A world on a clock of its own, with a trust whose first scheme closed, and another trust. */
export interface WorldOfSuccessors extends RunningCandour {
  readonly clock: TestClock;
  readonly trust: Uuid;
  readonly submitter: SignedIn;
  readonly stranger: SignedIn;
  readonly closed: Uuid;
  /** A public scheme of the trust; its title, area, agencies and state as given. */
  readonly register: (given: Partial<NewDeployment>, trust?: Uuid) => Promise<Uuid>;
  readonly post: (scheme: Uuid, agency: string, post: string) => Promise<Uuid>;
  readonly pairs: (path?: string) => Promise<readonly PairOut[]>;
  readonly answer: (path: string, body: object, token?: string) => Promise<Response>;
}

/** The police force that every scheme of the trust works with. */
export const FORCE = 'Exampleshire Police';

/** The answer that one scheme does not follow the other, with reasons. */
export const DENIAL = {
  says: 'DOES_NOT_FOLLOW',
  ended: 'The monthly meeting and its plans ended in January.',
  different: 'Clinicians work alone, and police come only when they are called.',
  people: 'All were told by letter and are seen by the community team.',
};

/** Serves a world in which "Calm Response Team" closed on 15 January 2026. */
export async function worldOfSuccessors(): Promise<WorldOfSuccessors> {
  const clock = new TestClock(new Date('2026-02-02T10:00:00Z'));
  const world = await runningCandour({ clock });
  const [one, other] = await registered(
    world.app,
    anOrganisation({ key: 'vale', name: 'Example Vale Trust' }),
    anOrganisation({ key: 'moor', name: 'Example Moor Trust' }),
  );
  const trust = one?.id ?? '';
  const submitter = await signedIn(world, 'TRUST_SUBMITTER', trust, clock.now());
  const stranger = await signedIn(world, 'TRUST_SUBMITTER', other?.id ?? '', clock.now());
  const register = (given: Partial<NewDeployment>, of = trust): Promise<Uuid> =>
    publishedScheme(world.app, somebody('TRUST_SUBMITTER', of), newScheme(of, { names: [], ...given }));
  const closed = await register({
    title: 'Calm Response Team',
    area: 'The Vale',
    state: 'CLOSED',
    stateAt: '2026-01-15',
  });
  return {
    ...{ ...world, clock, trust, submitter, stranger, closed, register },
    post: (scheme, agency, post) =>
      world.app.get(EntriesService).tell(somebody('TRUST_SUBMITTER', trust), TEAM_POSTS, scheme, {
        answers: {
          ...{
            agency,
            post,
            employer: agency,
            wholeTimeEquivalent: 1,
            vetting: 'BOTH',
            recordAccess: 'READ',
          },
        },
      }),
    pairs: async (path = 'successors') => {
      const response = await fetch(`${world.address}/api/v1/${path}`);
      return ((await response.json()) as { readonly items: readonly PairOut[] }).items;
    },
    answer: (path, body, token = submitter.token) =>
      fetch(`${world.address}/api/v1/deployments/${path}/answers`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
  };
}
