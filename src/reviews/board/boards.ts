import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { pageOf, type ListPage, type PageRequest } from '../../platform/database/keyset.js';
import { lostPlace } from '../../web/list-request.js';
import { RoundTables, type RoundTable } from '../round-table/round-tables.js';
import { boardLine, type BoardLine, type BoardStep } from './board-line.js';
import { BoardQueries } from './board.queries.js';
import { mendOf, type Mend } from './mend.js';

/** What a board may be narrowed to besides a step and a region. */
export const BOARD_SHOWS = ['late', 'without-panel', 'silent', 'waits-for-me'] as const;

/** What a board is narrowed to. */
export interface BoardFilter {
  readonly show?: (typeof BOARD_SHOWS)[number] | undefined;
  readonly step?: BoardStep | undefined;
  readonly region?: string | undefined;
}

/** One line of the board with the page on which it goes on. */
export type MendedLine = BoardLine & { readonly mend: Mend };

/** A page of a round's board, with what the whole round counts. */
export interface Board {
  readonly table: RoundTable;
  /** How many lines of the whole round each narrowing would show. */
  readonly counts: Readonly<Record<(typeof BOARD_SHOWS)[number], number>>;
  readonly found: number;
  readonly page: ListPage<MendedLine>;
}

/** Computes a lead's board upon the table of a round, in three statements however many organisations there are. */
@Injectable()
export class Boards {
  constructor(
    private readonly tables: RoundTables,
    private readonly queries: BoardQueries,
  ) {}

  /** The board as it stands today. @throws NotFound when there is no such round. */
  async of(actor: Actor, roundId: Uuid, filter: BoardFilter, request: PageRequest): Promise<Board> {
    const table = await this.tables.of(actor, roundId);
    const counts = new Map(
      (await this.queries.counts(actor, roundId)).map((one) => [one.reviewId, one] as const),
    );
    const lines = table.lines.map((line) => {
      const made = boardLine(line, table, line.reviewId === null ? undefined : counts.get(line.reviewId));
      return { ...made, mend: mendOf(made, roundId) };
    });
    const found = lines.filter((line) => isShown(line, filter));
    return { table, counts: countsOf(lines), found: found.length, page: pageFrom(found, request) };
  }
}

function countsOf(lines: readonly MendedLine[]): Board['counts'] {
  const count = (show: (typeof BOARD_SHOWS)[number]): number =>
    lines.filter((line) => isShown(line, { show })).length;
  return {
    late: count('late'),
    'without-panel': count('without-panel'),
    silent: count('silent'),
    'waits-for-me': count('waits-for-me'),
  };
}

function isShown(line: MendedLine, { show, step, region }: BoardFilter): boolean {
  if (step !== undefined && line.step !== step) return false;
  if (region !== undefined && line.nationalGrouping !== region) return false;
  switch (show) {
    case 'late':
      return line.late.length > 0;
    case 'without-panel':
      return isWithoutPanel(line);
    case 'silent':
      return line.standing === 'SILENT';
    case 'waits-for-me':
      return line.mend.waitsFor === 'me';
    default:
      return true;
  }
}

/** Scores are given before they are opened: afterwards a panel is what it was. */
function isWithoutPanel({ panel, scored }: MendedLine): boolean {
  return panel !== null && scored === null && panel.missing.length > 0;
}

/** The lines after a place, which is found by its line: names are sorted as PostgreSQL sorts them. */
function pageFrom(lines: readonly MendedLine[], request: PageRequest): ListPage<MendedLine> {
  const { after, limit } = request;
  const place = after === null ? -1 : lines.findIndex(({ lineId }) => lineId === after.id);
  if (after !== null && place === -1) throw lostPlace('after');
  const rest = lines.slice(place + 1, place + 2 + limit);
  const paged = pageOf(
    rest.map(({ lineId, organisation }) => ({ id: lineId, sort: organisation })),
    request,
  );
  return { items: rest.slice(0, limit), next: paged.next };
}
