import type { CalendarDay } from '../kernel/days/calendar-day.js';
import type { FlowRecord } from './record/flow-record.js';
import type { RecordFile } from './record/record-file.js';
import type { RegisterView, SiblingFlow } from './record/register-view.js';
import { currentRuleSet } from './rules/all-rules.js';
import { evaluate, type RuleResult } from './rules/engine/evaluate.js';
import { readRegister } from './rules/matter/read-register.js';

/** What the rules say of one flow of a file. */
export interface JudgedFlow {
  /** The flow's own identifier, or its place in the file where it has none. */
  readonly flow: string;
  readonly title: string;
  readonly results: readonly RuleResult[];
}

/**
 * Judges each flow of a file as it stands at a day, one after the other, so that a large file needs no more memory than
 * a small one. Where the file brings no register, its flows are compared with each other.
 */
export function* judgeFile(file: RecordFile, asAt: CalendarDay): Generator<JudgedFlow> {
  const register = readRegister(registerOf(file));
  for (const [index, flow] of file.flows.entries()) {
    yield {
      flow: nameOf(flow, index),
      title: flow.title ?? '',
      results: evaluate(flow, register, currentRuleSet, asAt),
    };
  }
}

function registerOf({ flows, register }: RecordFile): RegisterView {
  return { ...register, flows: register?.flows ?? flows.map(asSibling) };
}

function asSibling(flow: FlowRecord, index: number): SiblingFlow {
  const { deploymentId, status, necessityText, lessIntrusiveAlternativesText, dpia } = flow;
  return {
    id: nameOf(flow, index),
    ...{ deploymentId, status, necessityText, lessIntrusiveAlternativesText },
    dpiaFileHash: dpia?.fileHash,
  };
}

function nameOf({ id }: FlowRecord, index: number): string {
  return id ?? `flows[${String(index)}]`;
}
