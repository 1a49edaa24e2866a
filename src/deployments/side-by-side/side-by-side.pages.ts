import { Controller, Get, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../../access/requirement.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NarrowedBy, TakesSeveral } from '../../web/asking/names-asked.js';
import { Download, type CsvColumn } from '../../web/answer/download.js';
import { Page } from '../../web/answer/page.js';
import type { TypedQuery } from '../../web/list-request.js';
import { sentenceList } from '../../web/words.js';
import { Deployment } from '../deployment.entity.js';
import { SchemesSideBySide } from './schemes-side-by-side.js';
import { AGREEMENTS, type ComparedField, type SideBySide } from './side-by-side.js';
import { whoSaysSo, type Said } from './said.js';

const HEADINGS: Readonly<Record<ComparedField['agreement'], string>> = {
  differs: 'Where they differ',
  same: 'What is the same',
  'nobody-said': 'What nobody has said of any of them',
};

/** Two to six schemes side by side, for readers, and the same as a table to save. */
@ApiExcludeController()
@Controller('deployments')
export class SideBySidePages {
  constructor(private readonly comparing: SchemesSideBySide) {}

  @Get('compare')
  @Requires('read', Deployment)
  @NarrowedBy('scheme')
  @TakesSeveral('scheme')
  async compare(@Acting() actor: Actor, @Query() query: TypedQuery): Promise<Page> {
    const comparison = await this.comparing.of(actor, query['scheme']);
    const { schemes, fields } = comparison;
    const names = schemes.map(({ key }) => `scheme=${encodeURIComponent(key)}`).join('&');
    return new Page('deployments/side-by-side/views/compare.njk', {
      title: 'Schemes side by side',
      tabTitle: `${sentenceList(schemes.map(({ title }) => title))}, side by side`,
      wide: true,
      schemes,
      groups: AGREEMENTS.map((agreement) => ({
        agreement,
        heading: HEADINGS[agreement],
        fields: fields.filter((one) => one.agreement === agreement).map(shown),
      })).filter((group) => group.fields.length > 0),
      csv: `/deployments/compare.csv?${names}`,
      api: `/api/v1/deployments/compare?${names}`,
      back: { href: '/deployments', text: 'All schemes' },
    });
  }

  @Get('compare.csv')
  @Requires('read', Deployment)
  @NarrowedBy('scheme')
  @TakesSeveral('scheme')
  async sheet(@Acting() actor: Actor, @Query() query: TypedQuery): Promise<Download> {
    const comparison = await this.comparing.of(actor, query['scheme']);
    return Download.csv('schemes-side-by-side.csv', COLUMNS, linesOf(comparison));
  }
}

/** What is broken, wherever it stands, before a column of six becomes wider than its part of the window. */
const LONG_WORD = /\S{19}/;

function shown({ field, cells }: ComparedField) {
  return {
    field,
    cells: cells.map(({ key, said }) => ({
      said: said.map((one) => ({
        text: one.text,
        hasLongWord: LONG_WORD.test(one.text),
        who: whoSaysSo(one),
        tone: one.by === 'trust' ? 'waiting' : 'quiet',
        href: one.claimKey === null ? null : `/deployments/${key}#claim-${one.claimKey}`,
      })),
    })),
  };
}

interface Line {
  readonly field: string;
  readonly agreement: string;
  readonly key: string;
  readonly title: string;
  readonly said: Said | null;
}

const COLUMNS: readonly CsvColumn<Line>[] = [
  { heading: 'field', cell: ({ field }) => field },
  { heading: 'agreement', cell: ({ agreement }) => agreement },
  { heading: 'scheme', cell: ({ key }) => key },
  { heading: 'title', cell: ({ title }) => title },
  { heading: 'said', cell: ({ said }) => said?.text ?? 'Nobody has said' },
  { heading: 'said_by', cell: ({ said }) => said?.by ?? 'nobody' },
  { heading: 'claim', cell: ({ said }) => said?.claimKey },
  { heading: 'confidence', cell: ({ said }) => said?.confidence },
  { heading: 'said_on', cell: ({ said }) => said?.on },
];

/** One line for each thing that is said, and one where nobody has said anything. */
function linesOf({ schemes, fields }: SideBySide): Line[] {
  const titles = new Map(schemes.map(({ key, title }) => [key, title]));
  return fields.flatMap(({ field, agreement, cells }) =>
    cells.flatMap(({ key, said }) =>
      (said.length === 0 ? [null] : said).map((one) => ({
        ...{ field, agreement, key, title: titles.get(key) ?? '', said: one },
      })),
    ),
  );
}
