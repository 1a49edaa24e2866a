import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import type { PageRequest } from '../../platform/database/keyset.js';
import { addressWith } from '../../web/list-request.js';
import { day } from '../../web/words.js';
import type { QueuedFlow } from '../flow/flow-rows.js';
import { FlowsQueries } from '../flow/flows.queries.js';
import { SIGN_OFF_CAPACITIES } from '../flow/sign-off-choices.js';
import { CAPACITIES_TO_SIGN, type CapacityToSign } from '../flow/capacities.js';

/** What waits for a person in one post, a row for each flow. */
export interface PostQueue {
  readonly post: string;
  readonly slug: string;
  readonly rows: readonly (readonly (string | { readonly text: string; readonly href: string })[])[];
  readonly next: string | null;
}

/** Gathers what waits for a person, post by post, because somebody may hold one post in one trust and one in another. */
@Injectable()
export class SigningQueue {
  constructor(private readonly flows: FlowsQueries) {}

  /** What waits in each post the person holds; the page that is asked for applies to the post it names. */
  async of(
    actor: Actor,
    asked: { readonly post: string; readonly request: PageRequest },
  ): Promise<PostQueue[]> {
    const posts = postsOf(actor);
    return Promise.all(
      posts.map(async (post) => {
        const request = post.slug === asked.post ? asked.request : { ...asked.request, after: null };
        const wanted = { organisations: post.organisations, capacities: post.capacities };
        const { items, next } = await this.flows.awaiting(actor, wanted, request);
        return {
          post: post.name,
          slug: post.slug,
          rows: items.map(rowOf),
          next: next && addressWith('/flows-to-sign', { post: post.slug, after: next }),
        };
      }),
    );
  }
}

/** An executive signs in one of two capacities, and what waits for either waits for the one person. */
function postsOf(actor: Actor) {
  const roles = [...new Set(CAPACITIES_TO_SIGN.map(({ role }) => role))];
  return roles.flatMap((role) => {
    const organisations = actor.organisationsAs(role);
    if (organisations.length === 0) return [];
    const own = CAPACITIES_TO_SIGN.filter((one) => one.role === role);
    return [
      {
        name: namesOf(own),
        slug: own[0]?.slug ?? '',
        organisations,
        capacities: own.map(({ capacity }) => capacity),
      },
    ];
  });
}

function namesOf(posts: readonly CapacityToSign[]): string {
  return posts.map(({ post }) => post).join(' or ');
}

function rowOf({
  id,
  title,
  version,
  submittedOn,
  deployment,
  signOffs,
}: QueuedFlow): PostQueue['rows'][number] {
  const others = signOffs.map(({ capacity }) => SIGN_OFF_CAPACITIES[capacity]);
  return [
    { href: `/flows-to-sign/${id}`, text: title },
    deployment.title,
    String(version),
    day(submittedOn),
    others.length === 0 ? 'Nobody yet' : [...new Set(others)].join(', '),
  ];
}
