import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import type { Actor } from '../../../identity/actor.js';
import { ActorsQueries } from '../../../identity/sessions/actors.queries.js';
import type { Json } from '../../../kernel/canonical-json.js';
import type { Uuid } from '../../../kernel/identifiers.js';
import { NotFound, NotPermitted } from '../../../kernel/refusal.js';
import { running, sentOnce } from '../../../ledger/act.js';
import { Ledger } from '../../../ledger/ledger.js';
import { FileStore } from '../../../platform/files/file-store.js';
import { askForJob } from '../../../platform/jobs/job-request.js';
import type { Progress } from '../../../platform/jobs/job-record.js';
import { Worker } from '../../../platform/jobs/worker.js';
import type { HandedOver } from './trusts-file.js';
import { TrustsService, type ImportTerms } from './trusts.service.js';

const TASK = 'import-trusts';
const Input = z.object({
  sha256: z.string(),
  name: z.string(),
  edition: z.string().nullable().default(null),
  allowed: z.array(z.string()).default([]),
  seen: z.string().nullable().default(null),
});

/** Imports the published file of trusts as long work with a page of its own, in the name of who asked for it. */
@Injectable()
export class TrustsImport implements OnModuleInit {
  constructor(
    private readonly ledger: Ledger,
    private readonly worker: Worker,
    private readonly files: FileStore,
    private readonly door: ActorsQueries,
    private readonly trusts: TrustsService,
  ) {}

  /** Teaches the worker the task. */
  onModuleInit(): void {
    this.worker.teach(TASK, (input, progress, askedBy) => this.run(input, progress, askedBy));
  }

  /** Asks for the import; a file that cannot be used is refused at once, and nothing is asked. */
  async ask(actor: Actor, file: HandedOver, terms: ImportTerms & { readonly id: Uuid }): Promise<Uuid> {
    await this.trusts.preview(actor, file);
    const { sha256 } = await this.files.keep(file.bytes);
    const { name, edition } = file;
    const input = { sha256, name, edition, allowed: [...(terms.allowed ?? [])], seen: terms.seen ?? null };
    const job = askForJob({
      id: terms.id,
      task: TASK,
      title: `Import ${name}`,
      askedBy: actor.personId,
      input,
    });
    const sent = sentOnce(`ask ${TASK}`, { about: null, said: input, token: terms.id });
    await this.ledger.perform(actor, sent, running(job.statement));
    return job.id;
  }

  private async run(given: unknown, progress: Progress, askedBy: Uuid | null): Promise<Json> {
    const { sha256, name, edition, allowed, seen } = Input.parse(given);
    const actor = askedBy && (await this.door.person(askedBy));
    if (!actor) throw new NotPermitted('The person who asked for this can no longer do it.');
    const file = await this.files.read(sha256);
    if (file.state !== 'whole') throw new NotFound('The file is no longer kept. Hand it over again.');
    await progress(0, 1, 'Comparing the file with the register.');
    const outcome = await this.trusts.import(
      actor,
      { name, bytes: file.content, edition },
      { allowed, seen },
    );
    return {
      Added: outcome.added,
      Renamed: outcome.renamed,
      Closed: outcome.closed,
      Reopened: outcome.reopened,
      'Otherwise corrected': outcome.corrected,
      'Left as they were': outcome.unchanged,
      'Held back': outcome.heldBack,
    };
  }
}
