import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { canonicalJson, type Json } from '../../kernel/canonical-json.js';
import type { FlowDetail } from '../flow/flow-rows.js';
import { FlowsService } from '../recording/flows.service.js';
import { type ShownGroup, draftReport } from '../showing/report-shown.js';
import { effectInWords } from './effect-in-words.js';

/** What the pages of the form do with a draft: save it where it changed, and ask the rules. */
@Injectable()
export class FlowDraft {
  constructor(private readonly service: FlowsService) {}

  /**
   * Saves the record, and says in one line what that did for the rules; null for a record that says what is stored already,
   * which is left alone, so that no empty act is recorded.
   * @throws ChangedMeanwhile when somebody saved since the version that the person saw.
   */
  async save(actor: Actor, flow: FlowDetail, record: unknown, seen: unknown): Promise<string | null> {
    if (textOf(record) === textOf(flow.content)) return null;
    const before = await this.service.judge(actor, flow.id);
    await this.service.change(actor, flow.id, record ?? {}, Number(seen));
    const after = await this.service.judge(actor, flow.id);
    return `The rules have looked again: ${effectInWords(before.results, after.results)}`;
  }

  /** What the rules say of the draft as it is stored now. */
  async groups(actor: Actor, flow: FlowDetail): Promise<ShownGroup[]> {
    const { results } = await this.service.judge(actor, flow.id);
    return draftReport(flow, results);
  }
}

/** What a person is told after a page was saved; `effect` is null where nothing differed. */
export function savedNotice(effect: string | null): string {
  return effect === null ? 'Nothing was changed, so nothing was saved' : `Saved. ${effect}`;
}

function textOf(record: unknown): string {
  return canonicalJson((record ?? {}) as Json);
}
