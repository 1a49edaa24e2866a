import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { z } from 'zod';
import { Requires } from '../../access/requirement.js';
import type { DeploymentDetail } from '../../deployments/finding/deployment-view.js';
import { DeploymentsQueries } from '../../deployments/finding/deployments.queries.js';
import type { Actor } from '../../identity/actor.js';
import { Acting } from '../../identity/request-actor.js';
import { NotFound, OutOfTurn, Unprocessable } from '../../kernel/refusal.js';
import { Download } from '../../web/answer/download.js';
import { Page } from '../../web/answer/page.js';
import { Redirect } from '../../web/answer/redirect.js';
import type { Asked, FieldsOf, FormIssue } from '../../web/form/form.js';
import { submit } from '../../web/form/submit.js';
import { TakesFiles } from '../../web/guard/uploads.js';
import { DataFlow } from '../flow/data-flow.entity.js';
import { ExchangeQueries } from './exchange.queries.js';
import { exportedJson, exportedSheet } from './exported.js';
import type { FileFault } from '../../web/sheet/file-fault.js';
import type { FlowInFile } from './reading/file-reading.js';
import { FlowImportService } from './flow-import.service.js';
import { ImportFlows } from './import-flows.form.js';
import { packedFlows } from './packed-flows.js';
import { outcomeInWords, shownImport } from './plan-shown.js';
import { readFlowFile } from './reading/read-flow-file.js';

/** Flows in files: a trust takes them out, fills them in without Candour, sees what would change, and takes them in. */
@ApiExcludeController()
@Controller('deployments/:key/data-flows/files')
export class ExchangePages {
  constructor(
    private readonly deployments: DeploymentsQueries,
    private readonly queries: ExchangeQueries,
    private readonly imports: FlowImportService,
  ) {}

  @Get()
  @Requires('draft', DataFlow)
  async ask(@Acting() actor: Actor, @Param('key') key: string): Promise<Page> {
    return page(await this.ours(actor, key), ImportFlows.asked());
  }

  @Get('flows.json')
  @Requires('draft', DataFlow)
  async json(@Acting() actor: Actor, @Param('key') key: string): Promise<Download> {
    const { id, key: name } = await this.ours(actor, key);
    return exportedJson(`${name}-data-flows.json`, id, await this.queries.newest(actor, id));
  }

  @Get('flows.csv')
  @Requires('draft', DataFlow)
  async sheet(@Acting() actor: Actor, @Param('key') key: string): Promise<Download> {
    const { id, key: name } = await this.ours(actor, key);
    return exportedSheet(`${name}-data-flows.csv`, await this.queries.newest(actor, id));
  }

  @Get('empty.csv')
  @Requires('draft', DataFlow)
  async empty(@Acting() actor: Actor, @Param('key') key: string): Promise<Download> {
    await this.ours(actor, key);
    return exportedSheet('new-data-flow.csv', []);
  }

  @Post()
  @Requires('draft', DataFlow)
  @TakesFiles()
  async preview(@Acting() actor: Actor, @Param('key') key: string, @Body() body: unknown): Promise<Page> {
    const scheme = await this.ours(actor, key);
    return submit(ImportFlows, body, {
      act: async ({ file: [file] }) => {
        const reading = await readFlowFile(file?.bytes ?? Buffer.alloc(0));
        if ('flows' in reading) return this.planned(actor, scheme, reading.flows);
        return page(scheme, { ...ImportFlows.asked(), issues: [NOT_READ] }, reading.faults);
      },
      again: (asked) => page(scheme, asked),
    });
  }

  @Post('confirm')
  @Requires('draft', DataFlow)
  async confirm(
    @Acting() actor: Actor,
    @Param('key') key: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const scheme = await this.ours(actor, key);
    const sent = await confirmation.safeParseAsync(body);
    if (!sent.success) return page(scheme, { ...ImportFlows.asked(), issues: [LOST] });
    const { carriedFlows: inFile, mark } = sent.data;
    try {
      const done = await this.imports.carryOut(actor, scheme, { inFile, mark });
      return new Redirect(`/deployments/${scheme.key}/data-flows/files`, outcomeInWords(done));
    } catch (refusal) {
      if (refusal instanceof OutOfTurn) return this.planned(actor, scheme, inFile, refusal);
      if (refusal instanceof Unprocessable) return this.planned(actor, scheme, inFile);
      throw refusal;
    }
  }

  private async planned(
    actor: Actor,
    scheme: DeploymentDetail,
    inFile: readonly FlowInFile[],
    refusal: OutOfTurn | null = null,
  ): Promise<Page> {
    const plan = await this.imports.plan(actor, scheme, inFile);
    const packed = await packedFlows.encodeAsync([...inFile]);
    const shown = shownImport(plan);
    const tooLarge = packed.length > MOST_CARRIED;
    return new Page('data-sharing/exchange/views/preview.njk', {
      title: 'Check what would change',
      scheme,
      shown,
      packed: tooLarge ? '' : packed,
      mark: plan.mark,
      issues: [
        ...(refusal ? [{ field: '', text: `${refusal.title}. Check again what would change.` }] : []),
        ...(shown.refused > 0 ? [REFUSED] : []),
        ...(tooLarge ? [TOO_LARGE] : []),
      ],
    });
  }

  private async ours(actor: Actor, key: string): Promise<DeploymentDetail> {
    const scheme = await this.deployments.one(actor, key);
    const trust = scheme?.leadOrganisationId ?? null;
    if (!scheme || trust === null || !actor.organisationsAs('TRUST_SUBMITTER').includes(trust))
      throw new NotFound();
    return scheme;
  }
}

const confirmation = z.object({
  carriedFlows: z.string().max(2_000_000).pipe(packedFlows),
  mark: z.string().max(100),
});
const MOST_CARRIED = 1_500_000;

const NOT_READ: FormIssue = {
  field: 'file',
  href: '#faults',
  text: 'The file cannot be used yet. Nothing was imported. Each fault is listed with its place.',
};
const REFUSED: FormIssue = {
  field: '',
  href: '#flows',
  text: 'The file goes in whole or not at all, and some of its flows cannot be imported. Nothing was imported.',
};
const LOST: FormIssue = {
  field: 'file',
  href: '#file',
  text: 'This page has lost its place. Choose the file again. Nothing was imported.',
};
const TOO_LARGE: FormIssue = {
  field: '',
  href: '#flows',
  text: 'There is too much in this file for one import. Split it by flow into several files. Nothing was imported.',
};

function page(
  scheme: DeploymentDetail,
  asked: Asked<FieldsOf<typeof ImportFlows>>,
  faults: readonly FileFault[] = [],
): Page {
  return new Page('data-sharing/exchange/views/files.njk', {
    title: 'Data flows in files',
    scheme,
    faults: faults.map(({ row, where, wrong, instead }) => [
      row === null ? 'The whole file' : `Row ${String(row)}`,
      where === '' ? '–' : where,
      wrong,
      instead,
    ]),
    ...asked,
  });
}
