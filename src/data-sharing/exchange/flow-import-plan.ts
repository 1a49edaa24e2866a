import { type Uuid, isId } from '../../kernel/identifiers.js';
import { Unprocessable } from '../../kernel/refusal.js';
import { flowContentFrom, titleOf, type FlowContent } from '../../legal-basis/record/flow-content.js';
import { inputHash } from '../../legal-basis/record/input-hash.js';
import { differencesBetween, type ChangedAnswer } from '../showing/differences.js';
import { answersSaid } from './answer-rows.js';
import type { HeldFlow } from './exchange.queries.js';
import type { FlowInFile } from './reading/file-reading.js';

/** What importing one flow of a file would do. */
export interface PlannedFlow {
  /** What the file calls it. */
  readonly key: string;
  readonly title: string;
  readonly does: 'new' | 'change' | 'nothing' | 'refused';
  /** The version that is changed, or that already says the same. */
  readonly held: HeldFlow | null;
  readonly content: FlowContent;
  readonly differences: readonly ChangedAnswer[];
  /** Why it is refused, and what to do. */
  readonly refusals: readonly string[];
}

/** What importing a file would do, whole; `mark` changes when what it would do changes. */
export interface ImportPlan {
  readonly flows: readonly PlannedFlow[];
  readonly mark: string;
}

/** Compares the flows of a file with those of a deployment. Nothing is written. */
export function planImport(
  deploymentId: Uuid,
  inFile: readonly FlowInFile[],
  held: readonly HeldFlow[],
): ImportPlan {
  const seen = new Map<string, string>();
  const standing = indexed(held.filter(({ isPutAside }) => !isPutAside));
  const aside = indexed(held.filter(({ isPutAside }) => isPutAside));
  const flows = inFile.map((flow) => {
    const planned = plannedFlow(deploymentId, flow, { standing, aside });
    const place = planned.held?.id ?? answersSaid(planned.content);
    const twin = seen.get(place);
    seen.set(place, flow.key);
    return twin === undefined || planned.does === 'refused'
      ? planned
      : refused(planned, `“${twin}” in this file is the same flow. Keep one of the two.`);
  });
  return { flows, mark: inputHash(flows.map(marked)) };
}

interface Held {
  readonly byId: ReadonlyMap<Uuid, HeldFlow>;
  readonly said: ReadonlyMap<string, HeldFlow>;
}

function indexed(flows: readonly HeldFlow[]): Held {
  return {
    byId: new Map(flows.flatMap((flow) => flow.versions.map((id) => [id, flow] as const))),
    said: new Map(flows.map((flow) => [answersSaid(flow.content), flow])),
  };
}

function plannedFlow(
  deploymentId: Uuid,
  { key, deploymentId: of, record }: FlowInFile,
  { standing, aside }: { readonly standing: Held; readonly aside: Held },
): PlannedFlow {
  const read = contentOf(record);
  const nothing = { key: key.slice(0, MOST_CHARACTERS_OF_A_NAME), held: null, differences: [], refusals: [] };
  if ('faults' in read)
    return { ...nothing, title: nothing.key, does: 'refused', content: {}, refusals: read.faults };
  const { content } = read;
  const plain = { ...nothing, title: titleOf(content), content };
  if (key.length > MOST_CHARACTERS_OF_A_NAME) return refused(plain, NAME_TOO_LONG);
  if (of !== null && of !== deploymentId) return refused(plain, OF_ANOTHER_SCHEME);
  const own = [standing.byId.get(key), aside.byId.get(key)].filter((flow) => flow !== undefined);
  if (own.length > 0) return compared(plain, own);
  if (isId(key)) return refused(plain, NOT_HERE);
  const said = answersSaid(content);
  const same = standing.said.get(said);
  if (same) return { ...plain, does: 'nothing', held: same };
  const left = aside.said.get(said);
  return left ? refused({ ...plain, held: left }, SAID_AND_PUT_ASIDE) : { ...plain, does: 'new' };
}

/** Compares with what the scheme holds of one flow: what stands of it, then its draft that is put aside. */
function compared(planned: Omit<PlannedFlow, 'does'>, held: readonly HeldFlow[]): PlannedFlow {
  const same = held.find(({ content }) => answersSaid(content) === answersSaid(planned.content));
  if (same) return { ...planned, does: 'nothing', held: same };
  const own = held.at(-1);
  if (!own) return refused(planned, NOT_HERE);
  if (own.isPutAside)
    return refused(
      { ...planned, held: own },
      `Version ${String(own.version)} is put aside. Take it up again first, then import this file again.`,
    );
  if (own.submitted)
    return refused(
      { ...planned, held: own },
      `Version ${String(own.version)} is submitted and stays as it is. Make a new version of it first, then import this file again.`,
    );
  return {
    ...planned,
    does: 'change',
    held: own,
    differences: differencesBetween(own.content, planned.content),
  };
}

function refused(planned: Omit<PlannedFlow, 'does'>, why: string): PlannedFlow {
  return { ...planned, does: 'refused', refusals: [why] };
}

function contentOf(record: unknown): { readonly content: FlowContent } | { readonly faults: string[] } {
  try {
    return { content: flowContentFrom(record) };
  } catch (fault) {
    if (!(fault instanceof Unprocessable)) throw fault;
    return { faults: fault.issues.map(({ field, text }) => (field === '' ? text : `${field}: ${text}`)) };
  }
}

function marked({ key, does, held, content }: PlannedFlow): unknown {
  return [key, does, held?.id ?? null, held?.revision ?? null, answersSaid(content)];
}

const MOST_CHARACTERS_OF_A_NAME = 100;
const NAME_TOO_LONG = 'The name that the file gives this flow is too long. Write a short one, such as new-1.';
const OF_ANOTHER_SCHEME =
  'This flow belongs to another scheme. Take out its “id” and “deploymentId” to begin a new flow here.';
const SAID_AND_PUT_ASIDE =
  'A draft that says the same is put aside. Take it up again instead, or leave this flow out of the file.';
const NOT_HERE =
  'This scheme has no flow with this identifier. To begin a new flow, give it a name of your own instead, such as new-1.';
