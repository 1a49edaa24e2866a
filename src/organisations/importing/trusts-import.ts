import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import type { Actor } from '../../identity/actor.js';
import { ActorsQueries } from '../../identity/sessions/actors.queries.js';
import type { Json } from '../../kernel/canonical-json.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { NotFound, NotPermitted, Unprocessable } from '../../kernel/refusal.js';
import { running } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { FileStore } from '../../platform/files/file-store.js';
import { askForJob } from '../../platform/jobs/job-request.js';
import type { Progress } from '../../platform/jobs/job-record.js';
import { Worker } from '../../platform/jobs/worker.js';
import { issuesOf } from './ods/ods-organisation.js';
import { parseOdsFile } from './ods/parse-ods-file.js';
import { OrganisationsService } from './organisations.service.js';

const TASK = 'import-trusts';
const Input = z.object({ sha256: z.string(), name: z.string() });

/** Imports the published file of trusts as long work with a page of its own, in the name of who asked for it. */
@Injectable()
export class TrustsImport implements OnModuleInit {
  constructor(
    private readonly ledger: Ledger,
    private readonly worker: Worker,
    private readonly files: FileStore,
    private readonly door: ActorsQueries,
    private readonly organisations: OrganisationsService,
  ) {}

  /** Teaches the worker the task. */
  onModuleInit(): void {
    this.worker.teach(TASK, (input, progress, askedBy) => this.run(input, progress, askedBy));
  }

  /** Asks for the import; a file that cannot be read whole is refused at once, line by line, and nothing is asked. */
  async ask(
    actor: Actor,
    file: { readonly name: string; readonly bytes: Uint8Array },
    id: Uuid,
  ): Promise<Uuid> {
    const reading = parseOdsFile(file.bytes);
    if ('faults' in reading) throw new Unprocessable(issuesOf(reading.faults));
    const { sha256 } = await this.files.keep(file.bytes);
    const input = { sha256, name: file.name };
    const job = askForJob({ id, task: TASK, title: `Import ${file.name}`, askedBy: actor.personId, input });
    await this.ledger.perform(actor, running(job.statement));
    return job.id;
  }

  private async run(given: unknown, progress: Progress, askedBy: Uuid | null): Promise<Json> {
    const { sha256, name } = Input.parse(given);
    const actor = askedBy && (await this.door.person(askedBy));
    if (!actor) throw new NotPermitted('The person who asked for this can no longer do it.');
    const file = await this.files.read(sha256);
    if (file.state !== 'whole') throw new NotFound('The file is no longer kept. Hand it over again.');
    await progress(0, 1, 'Comparing the file with the register.');
    const outcome = await this.organisations.importTrusts(actor, file.content, `ODS file ${name}`);
    const { added, corrected, unchanged } = outcome;
    return { Added: added, Corrected: corrected, 'Left as they were': unchanged };
  }
}
