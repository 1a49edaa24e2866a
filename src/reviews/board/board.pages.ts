import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { REGIONS } from '../../organisations/regions.js';
import { Page } from '../../web/answer/page.js';
import { chosenIn, NarrowedBy } from '../../web/asking/names-asked.js';
import { addressWith, listRequest, type TypedQuery } from '../../web/list-request.js';
import { Review } from '../review.entity.js';
import { BOARD_STEPS, BOARD_STEP_WORDS } from './board-line.js';
import { BOARD_COLUMNS, boardRow } from './board-shown.js';
import { BOARD_SHOWS, Boards, type Board, type BoardFilter } from './boards.js';

const SHOW_WORDS: Readonly<Record<(typeof BOARD_SHOWS)[number], string>> = {
  late: 'Late',
  'without-panel': 'Without a complete panel',
  silent: 'Silent',
  'waits-for-me': 'Waits for me',
};

/** A round as its lead reviewers work on it: where each organisation and scheme stands, and the page on which it goes on. */
@ApiExcludeController()
@Controller('rounds/:id/board')
export class BoardPages {
  constructor(private readonly boards: Boards) {}

  @Get()
  @Requires('start', Review)
  @NarrowedBy('show', 'step', 'region', 'after')
  async show(@Acting() actor: Actor, @Param('id') id: string, @Query() query: TypedQuery): Promise<Page> {
    const filter = {
      show: chosenIn(query, 'show', BOARD_SHOWS),
      step: chosenIn(query, 'step', BOARD_STEPS),
      region: chosenIn(query, 'region', Object.keys(REGIONS)),
    };
    const board = await this.boards.of(actor, id, filter, listRequest(query));
    const at = `/rounds/${id}/board`;
    return new Page('reviews/board/views/board.njk', {
      title: 'Board of this round',
      caption: board.table.round.title,
      wide: true,
      ...{ round: board.table.round, on: board.table.on, sentence: board.table.summary.sentence },
      ...{ at, found: board.found, all: board.table.lines.length, filters: choicesOf(board, filter) },
      isNarrowed: Object.values(filter).some((one) => one !== undefined),
      columns: BOARD_COLUMNS,
      rows: board.page.items.map(boardRow),
      next: board.page.next === null ? null : addressWith(at, { ...filter, after: board.page.next }),
    });
  }
}

function choicesOf({ counts }: Board, { show, step, region }: BoardFilter) {
  const item = (value: string, text: string, chosen: string | undefined) => ({
    value,
    text,
    selected: value === (chosen ?? ''),
  });
  return {
    show: [
      item('', 'Everything', show),
      ...BOARD_SHOWS.map((one) => item(one, `${SHOW_WORDS[one]} (${String(counts[one])})`, show)),
    ],
    step: [item('', 'Every step', step), ...BOARD_STEPS.map((one) => item(one, BOARD_STEP_WORDS[one], step))],
    region: [
      item('', 'Every region', region),
      ...Object.entries(REGIONS).map(([code, name]) => item(code, name, region)),
    ],
  };
}
