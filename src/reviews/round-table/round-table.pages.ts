import { Controller, Get, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import type { Download } from '../../web/answer/download.js';
import { Page } from '../../web/answer/page.js';
import { day, plural } from '../../web/words.js';
import { Round } from '../round.entity.js';
import { namedInWords } from './named-in-words.js';
import { ROUND_STANDING_WORDS } from './round-line.js';
import { roundTableCsv } from './round-table-csv.js';
import { RoundTables, type RoundTableLine } from './round-tables.js';

/** The table of a round, for everyone: who was asked, and how far each has come, silence included. */
@ApiExcludeController()
@Controller('rounds/:id')
export class RoundTablePages {
  constructor(private readonly tables: RoundTables) {}

  @Get('table')
  @Requires('read', Round)
  async show(@Acting() actor: Actor, @Param('id') id: string): Promise<Page> {
    const { round, on, summary, lines } = await this.tables.of(actor, id);
    return new Page('reviews/round-table/views/table.njk', {
      title: 'Who answered in this round',
      caption: round.title,
      round,
      on,
      sentence: summary.sentence,
      rows: lines.map(rowOf),
    });
  }

  @Get('table.csv')
  @Requires('read', Round)
  async download(@Acting() actor: Actor, @Param('id') id: string): Promise<Download> {
    return roundTableCsv(await this.tables.of(actor, id));
  }
}

function rowOf(line: RoundTableLine) {
  const { text, tone } = ROUND_STANDING_WORDS[line.standing];
  return [
    { href: `/organisations/${line.key}`, text: line.organisation },
    [schemeOf(line), ...line.named.map(namedInWords)].join('. '),
    { state: text, tone },
    lateWords(line),
    ...[line.asked, line.acknowledged, line.answering, line.submitted ?? line.nil].map(dayOrNot),
    ...[line.scored, line.moderated, line.replied, line.published].map(dayOrNot),
  ];
}

function schemeOf({ deployment, reviewId }: RoundTableLine): string {
  return deployment ?? (reviewId === null ? 'None known' : 'Not public');
}

function lateWords({ silentSince, daysLate, standing, removed, removedBecause }: RoundTableLine): string {
  const late = daysLate === 0 ? '' : `${plural(daysLate, 'day')} late. `;
  const silence = silentSince === null ? '' : `Has said nothing since ${day(silentSince)}. `;
  const gone = removed === null ? '' : `Removed on ${day(removed)}: ${removedBecause ?? ''}`;
  const words = `${late}${standing === 'VOIDED' ? '' : silence}${gone}`.trim();
  return words === '' ? 'In time' : words;
}

function dayOrNot(on: string | null): string {
  return on === null ? 'No' : day(on);
}
