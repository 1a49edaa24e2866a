import { Injectable } from '@nestjs/common';
import type { DeploymentDetail } from '../../deployments/finding/deployment-view.js';
import { SchemeMentions } from '../../deployments/finding/scheme-mentions.js';
import { SchemeSections, type SchemeSection } from '../../deployments/finding/scheme-sections.js';
import type { Mention } from '../../evidence/mentions.js';
import type { Actor } from '../../identity/actor.js';
import { Clock } from '../../kernel/clock.js';
import { plural, sentenceList } from '../../web/words.js';
import { rescreened, screeningInWords } from '../rescreening/ended-scheme.js';
import { standingInWords } from './pair-shown.js';
import { joinedBy } from './pair-in-words.js';
import { SuccessionWatch, type WatchedPair } from './succession-watch.js';
import { WatchQueries } from './watch.queries.js';

/** Says on the page of a scheme what it may go on in or come from, and what of it awaits its trust. */
@Injectable()
export class SuccessorsMentioned {
  /** What was found for a page stands as long as the scheme that was read for it. */
  private readonly found = new WeakMap<DeploymentDetail, Promise<readonly WatchedPair[]>>();

  constructor(
    private readonly watch: SuccessionWatch,
    private readonly queries: WatchQueries,
    private readonly clock: Clock,
    sections: SchemeSections,
    mentions: SchemeMentions,
  ) {
    sections.about((actor, scheme) => this.section(actor, scheme));
    mentions.about((actor, scheme) => this.tasks(actor, scheme));
  }

  /** A section where something is suggested, claimed or owed; none where there is nothing to say. */
  private async section(actor: Actor, scheme: DeploymentDetail): Promise<readonly SchemeSection[]> {
    const [pairs, watched] = await Promise.all([
      this.pairsOf(actor, scheme),
      this.queries.schemes(actor, [scheme.id]),
    ]);
    const own = watched.get(scheme.id);
    const screenings = (own && rescreened(own, this.clock.today())?.screenings) ?? [];
    const lineage = scheme.claims.filter(
      ({ topic, withdrawnOn }) => topic === 'LINEAGE' && withdrawnOn === null,
    );
    if (pairs.length + screenings.length + lineage.length === 0) return [];
    const missed = screenings.filter(({ standing }) => standing === 'MISSED');
    const others = screenings.filter(({ standing }) => standing !== 'MISSED');
    return [
      {
        key: 'successors',
        heading: 'What may go on under another name',
        order: 28,
        known: [
          ...(lineage.length === 0
            ? []
            : [`${plural(lineage.length, 'claim')} says where it came from or what followed.`]),
          ...pairs.map((pair) => pairInWords(pair, scheme)),
          ...others.map((one) => screeningInWords(one).text),
        ].join(' '),
        unanswered: [...pairs.flatMap(notAnswered), ...missed.map((one) => screeningInWords(one).text)],
        href: `/deployments/${scheme.key}/successors`,
        bearsOn: ['SIM-GOV'],
        happened: [],
      },
    ];
  }

  private pairsOf(actor: Actor, scheme: DeploymentDetail): Promise<readonly WatchedPair[]> {
    const known = this.found.get(scheme) ?? this.watch.of(actor, scheme.id);
    this.found.set(scheme, known);
    return known;
  }

  /** What awaits the trust: answers, and a screening of what is there now. */
  private async tasks(actor: Actor, scheme: DeploymentDetail): Promise<readonly Mention[]> {
    const pairs = await this.pairsOf(actor, scheme);
    const open = pairs.filter(({ mayAnswerFor, trusts }) =>
      trusts.some(
        ({ trust, standing }) =>
          trust.id === mayAnswerFor?.trust?.id && (standing === 'NOT_ANSWERED' || standing === 'OPEN_AGAIN'),
      ),
    );
    if (open.length === 0) return [];
    const others = open.map(({ earlier, later }) => (later.id === scheme.id ? earlier : later).title);
    return [
      {
        text: 'Whether one scheme follows another',
        href: `/deployments/${scheme.key}/successors`,
        state: 'Not yet answered',
        task: `Say whether it follows, or is followed by: ${sentenceList(others)}.`,
      },
    ];
  }
}

/** "It may go on in ‘B’" or "It may come from ‘A’", with how the two are joined. */
function pairInWords(pair: WatchedPair, { id }: DeploymentDetail): string {
  const { earlier, later, shared } = pair;
  const words = earlier.id === id ? `may go on in “${later.title}”` : `may come from “${earlier.title}”`;
  return `It ${words}: ${plural(shared.length, 'thing')} alike. ${joinedBy(pair).text}.`;
}

function notAnswered({ trusts }: WatchedPair): readonly string[] {
  return trusts
    .filter(({ standing }) => standing === 'NOT_ANSWERED' || standing === 'OPEN_AGAIN')
    .map(standingInWords);
}
