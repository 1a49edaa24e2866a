import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { DeploymentDetail } from '../../deployments/finding/deployment-view.js';
import { OwnDeployment } from '../../deployments/finding/own-deployment.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { Unprocessable } from '../../kernel/refusal.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import { carried } from '../../web/form/carried.js';
import type { Asked, FieldsOf } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { TakesFiles } from '../../web/guard/uploads.js';
import { plural } from '../../web/words.js';
import {
  ACTIVITY_UNITS,
  ActivityFigure,
  COUNTED,
  FIGURE_STATUSES,
} from '../figures/activity-figure.entity.js';
import { ActivityFigureForm } from '../figures/activity-figure.form.js';
import { areasInWords, periodOf } from '../series/activity-series.js';
import { FIGURE_COLUMNS, readFigureFile, type FigureFault, type FigureInFile } from './activity-file.js';
import { ImportActivity, MOST_FIGURE_BYTES } from './activity-import.form.js';
import { ActivityImport, type FigurePlan } from './activity-import.service.js';

/** Figures of activity in a file: a trust sees first what would be recorded, row by row, and then records all of it or nothing. */
@ApiExcludeController()
@Controller('deployments/:key/activity/file')
export class ActivityImportPages {
  constructor(
    private readonly own: OwnDeployment,
    private readonly imports: ActivityImport,
  ) {}

  @Get()
  @Requires('tell', ActivityFigure)
  async ask(@Acting() actor: Actor, @Param('key') key: string): Promise<Page> {
    return filePage(await this.own.toChange(actor, key), ImportActivity.asked());
  }

  @Post()
  @Requires('tell', ActivityFigure)
  @TakesFiles()
  async preview(@Acting() actor: Actor, @Param('key') key: string, @Body() body: unknown): Promise<Page> {
    const scheme = await this.own.toChange(actor, key);
    return submit(ImportActivity, body, {
      act: async ({ file: [file] }) => {
        const read = await readFigureFile(file?.bytes ?? Buffer.alloc(0));
        if ('faults' in read) return refusedPage(scheme, read.faults);
        const plan = await this.imports.plan(actor, scheme, read.figures);
        return plan.faults.length > 0
          ? refusedPage(scheme, plan.faults)
          : previewPage(scheme, plan, read.figures);
      },
      again: (asked) => filePage(scheme, asked),
    });
  }

  @Post('confirm')
  @Requires('tell', ActivityFigure)
  async confirm(
    @Acting() actor: Actor,
    @Param('key') key: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const scheme = await this.own.toChange(actor, key);
    const sent = await confirmation.safeParseAsync(body);
    if (!sent.success) return refusedPage(scheme, [LOST]);
    try {
      const recorded = await this.imports.carryOut(actor, scheme, sent.data.carriedFigures);
      return new Redirect(`/deployments/${scheme.key}/activity`, `${plural(recorded, 'figure')} recorded`);
    } catch (refusal) {
      if (!(refusal instanceof Unprocessable)) throw refusal;
      return refusedPage(
        scheme,
        refusal.issues.map(({ field, text }) => ({ row: null, column: field, text })),
      );
    }
  }
}

const packedFigures = carried(
  z.array(z.object({ row: z.int(), answers: ActivityFigureForm.schema })),
  20 * MOST_FIGURE_BYTES,
);
const confirmation = z.object({ carriedFigures: z.string().max(1_500_000).pipe(packedFigures) });
const LOST: FigureFault = {
  row: null,
  column: '',
  text: 'This page has lost its place. Choose the file again. Nothing was recorded.',
};

function filePage(
  scheme: DeploymentDetail,
  asked: Asked<FieldsOf<typeof ImportActivity>>,
  faults: readonly FigureFault[] = [],
): Page {
  return new Page('activity/importing/views/file.njk', {
    title: 'Figures of activity from a file',
    scheme,
    columns: FIGURE_COLUMNS,
    vocabulary: [COUNTED, ACTIVITY_UNITS, FIGURE_STATUSES].flatMap((labels, index) =>
      Object.entries(labels).map(([code, label]) => [['counted', 'unit', 'status'][index], code, label]),
    ),
    faults: faults.map(({ row, column, text }) => [
      row === null ? 'The whole file' : `Row ${String(row)}`,
      column === '' ? '–' : column,
      text,
    ]),
    ...asked,
  });
}

function refusedPage(scheme: DeploymentDetail, faults: readonly FigureFault[]): Page {
  const text = 'Nothing was recorded. Each fault is listed with its row.';
  return filePage(
    scheme,
    { ...ImportActivity.asked(), issues: [{ field: 'file', href: '#faults', text }] },
    faults,
  );
}

async function previewPage(
  scheme: DeploymentDetail,
  { figures }: FigurePlan,
  inFile: readonly FigureInFile[],
): Promise<Page> {
  return new Page('activity/importing/views/preview.njk', {
    title: 'Check what would be recorded',
    scheme,
    work: figures.filter(({ isNew }) => isNew).length,
    rows: figures.map(({ row, figure, isNew }) => [
      String(row),
      `${ACTIVITY_UNITS[figure.unit]}, ${COUNTED[figure.counted]}`,
      periodOf(figure).words,
      areasInWords(figure.areas),
      figure.value === null ? FIGURE_STATUSES[figure.status] : String(figure.value),
      isNew ? 'New' : 'Recorded already',
    ]),
    packed: await packedFigures.encodeAsync(inFile.map(({ row, answers }) => ({ row, answers }))),
  });
}
