import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { OPERATOR } from '../../identity/actor.js';
import type { Json } from '../../kernel/canonical-json.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { OutOfTurn } from '../../kernel/refusal.js';
import { changing } from '../../ledger/act.js';
import { Ledger } from '../../ledger/ledger.js';
import { Worker, type JobTask } from '../../platform/jobs/worker.js';
import { OpeningKeys } from '../envelopes/keys/opening-keys.js';
import { rewrapped, type SealedRecord } from '../envelopes/rewrap.js';
import { SealingKeys } from '../envelopes/keys/sealing-keys.js';
import { SEAL_TO_NEW_KEYS } from './key-exchange.service.js';
import {
  SEALED_KINDS,
  SealedTextsQueries,
  stillSealedToOther,
  type SealedKind,
} from './sealed-texts.queries.js';

const REASON = 'The keys of the readers were exchanged.';
const Input = z.object({ keyIds: z.array(z.string()) });

/** Seals what people said to the keys that are in use now, after the operator exchanged them. No text is opened for it. */
@Injectable()
export class SealingAnew implements OnModuleInit {
  constructor(
    private readonly worker: Worker,
    private readonly ledger: Ledger,
    private readonly queries: SealedTextsQueries,
    private readonly sealing: SealingKeys,
    private readonly opening: OpeningKeys,
  ) {}

  /** Teaches the worker the job, and to look each night: a machine may get the new keys later than the job was asked for. */
  onModuleInit(): void {
    this.worker.teach(SEAL_TO_NEW_KEYS, (input, progress) => this.run(input, progress));
    this.worker.teachNightly('seal-to-newest-keys', async () => {
      await this.sealAnew(await this.sealing.keyIds());
    });
  }

  private async run(input: unknown, progress: Parameters<JobTask>[1]): Promise<Json> {
    const { keyIds } = Input.parse(input);
    const here = await this.sealing.keyIds();
    if (keyIds.some((id) => !here.includes(id)))
      throw new OutOfTurn(
        'The new keys are not on this machine. Copy the files reader-….pub and reader-….key here; the texts are sealed to them in the night after.',
      );
    await progress(0, 1, 'Sealing to the new keys.');
    return { 'Sealed to the new keys': await this.sealAnew(here) };
  }

  /** Each text by itself: one whose key is not here, or does not fit, keeps none of the others waiting and is told at the end. */
  private async sealAnew(keyIds: readonly string[]): Promise<number> {
    const faults: unknown[] = [];
    let sealed = 0;
    for (const kind of SEALED_KINDS) {
      let due = await this.queries.sealedToOthers(kind, keyIds, null);
      while (due.length > 0) {
        for (const id of due)
          await this.sealOne(kind, id, keyIds).then(
            () => (sealed += 1),
            (fault: unknown) => faults.push(fault),
          );
        due = await this.queries.sealedToOthers(kind, keyIds, due.at(-1) ?? null);
      }
    }
    if (faults.length > 0)
      throw new AggregateError(faults, `${faults.length} texts could not be sealed to the new keys.`);
    return sealed;
  }

  /** A text that was erased or written anew in the meantime is left as it is. */
  private async sealOne(kind: SealedKind, id: Uuid, keyIds: readonly string[]): Promise<void> {
    await this.ledger.decide(OPERATOR, async ({ look, perform }) => {
      const [due] = await look(stillSealedToOther(kind, id, keyIds));
      if (due)
        await perform(
          changing('rewrap', kind, id, { reason: REASON, change: (record) => this.rewrap(record) }),
        );
    });
  }

  private async rewrap(record: SealedRecord): Promise<void> {
    const { group, binding } = record.place();
    if (record.sealedKey === null) return;
    const from = await this.opening.keyOf(group, record.keyId);
    const to = await this.sealing.inUse(group);
    record.rewrap(await rewrapped(record.sealedKey, binding, { from, to }));
  }
}
