import { Injectable } from '@nestjs/common';
import { DeploymentsQueries } from '../../deployments/finding/deployments.queries.js';
import { entryInWords } from '../../evidence/history/fields-in-words.js';
import { Register } from '../../evidence/register.js';
import { VISITOR } from '../../identity/actor.js';
import { NotFound } from '../../kernel/refusal.js';
import { OrganisationsQueries } from '../../organisations/organisations.queries.js';
import { ROUND_STANDING_WORDS } from '../../reviews/round-table/round-line.js';
import { RoundTables, type RoundTable, type RoundTableLine } from '../../reviews/round-table/round-tables.js';
import { addDays } from '../../kernel/days/calendar-day.js';
import { atomOf, type FeedEntry } from './atom.js';
import { HappenedQueries, type HappenedRow } from './happened.queries.js';

const BEGINNING = '2026-01-01';
const MOST_ENTRIES = 50;

/** What publicly changed of a scheme, a trust or a round, as a feed. It is read as a visitor, whoever asks. */
@Injectable()
export class Feeds {
  constructor(
    private readonly deployments: DeploymentsQueries,
    private readonly organisations: OrganisationsQueries,
    private readonly tables: RoundTables,
    private readonly happened: HappenedQueries,
    private readonly register: Register,
  ) {}

  /** The feed of a scheme. @throws NotFound for one that is not public. */
  async ofScheme(name: string): Promise<string> {
    const scheme = await this.deployments.one(VISITOR, name);
    if (!scheme) throw new NotFound();
    const href = `/deployments/${scheme.key}`;
    const entries = await this.happened.ofScheme(scheme.id);
    return atomOf(
      {
        ...{ key: `scheme ${scheme.id}`, title: `${scheme.title}: what changed`, href },
        ...{ self: `/feeds/schemes/${scheme.key}`, since: BEGINNING },
      },
      entries.map((entry) => this.told(entry, href)),
    );
  }

  /** The feed of an organisation and of the schemes it leads. @throws NotFound where there is none. */
  async ofOrganisation(name: string): Promise<string> {
    const found = await this.organisations.one(VISITOR, name);
    if (!found) throw new NotFound();
    const href = `/trusts/${found.key}`;
    const entries = await this.happened.ofOrganisation(found.id);
    return atomOf(
      {
        ...{ key: `organisation ${found.id}`, title: `${found.name}: what changed`, href },
        ...{ self: `/feeds/trusts/${found.key}`, since: BEGINNING },
      },
      entries.map((entry) => this.told(entry, href)),
    );
  }

  /** The feed of a round: who took which step, and who became silent. @throws NotFound where there is none. */
  async ofRound(id: string): Promise<string> {
    const table = await this.tables.of(VISITOR, id);
    const href = `/rounds/${table.round.id}/table`;
    return atomOf(
      {
        ...{ key: `round ${table.round.id}`, title: `${table.round.title}: who answered`, href },
        ...{ self: `/feeds/rounds/${table.round.id}`, since: table.round.openedOn },
      },
      table.lines
        .flatMap((line) => stepsOf(line, table))
        .map((entry) => ({ ...entry, href }))
        .sort((one, other) =>
          one.day < other.day ? 1 : one.day > other.day ? -1 : one.key < other.key ? -1 : 1,
        )
        .slice(0, MOST_ENTRIES),
    );
  }

  private told({ what, recordId, day, detail, kind }: HappenedRow, href: string): FeedEntry {
    const title =
      what === 'CHANGED'
        ? `What the record says was changed: ${entryInWords({ kind: kind ?? '', field: detail ?? '' }, this.register.kind(kind ?? ''))}`
        : HAPPENING_WORDS[what](detail ?? '');
    return { key: `${what} ${recordId}`, title, day, href };
  }
}

const HAPPENING_WORDS: Readonly<Record<Exclude<HappenedRow['what'], 'CHANGED'>, (detail: string) => string>> =
  {
    HALT_ORDERED: (by) => `It was ordered to stop: ${by}`,
    STARTED: () => 'A review was asked for',
    ACKNOWLEDGED: () => 'The trust acknowledged that a review was asked for',
    SUBMITTED: () => 'The trust submitted its self-review',
    OPENED: () => 'All reviewers had locked, and their scores were opened',
    MODERATED: () => 'Moderation was closed, and the time for reply began',
    REPLIED: () => 'The replies were decided',
    RELEASED: (number) => `Result number ${number} of a review was published`,
    QUESTION: () => 'A question about an order to halt was put up',
    ANSWERED: () => 'A question about an order to halt was answered',
    ASKED: (round) => `It was asked for an answer: ${round}`,
    REMOVED: (round) => `It was removed after it was asked: ${round}`,
  };

const STEPS = [
  ['asked', 'was asked'],
  ['acknowledged', 'acknowledged'],
  ['submitted', 'submitted its self-review'],
  ['nil', 'signed that it has no such scheme'],
  ['scored', 'was scored by all its reviewers'],
  ['moderated', 'was moderated'],
  ['replied', 'replied'],
  ['published', 'has a published result'],
  ['removed', 'was removed after it was asked'],
] as const satisfies readonly (readonly [keyof RoundTableLine, string])[];

/** What happened to one line of a round, silence included: it begins the day after the day first promised. */
function stepsOf(line: RoundTableLine, { round }: RoundTable): readonly Omit<FeedEntry, 'href'>[] {
  const key = `${round.id} ${line.organisationId} ${line.reviewId ?? ''}`;
  const whose = line.deployment === null ? line.organisation : `${line.organisation}, ${line.deployment}`;
  const taken = STEPS.flatMap(([step, words]) => {
    const day = line[step];
    return day === null ? [] : [{ key: `${step} ${key}`, title: `${whose} ${words}`, day }];
  });
  if (line.standing !== 'SILENT') return taken;
  const day = addDays(round.firstPromise.selfReviewDue, 1);
  return [
    ...taken,
    { key: `silent ${key}`, title: `${whose}: ${ROUND_STANDING_WORDS.SILENT.text.toLowerCase()}`, day },
  ];
}
