import { Injectable } from '@nestjs/common';
import {
  FurtherFacts,
  type FurtherPlanner,
  type FurtherSort,
  type FurtherTerms,
} from '../../deployments/loading/further-facts.js';
import { planOf, type KindPlan } from '../../deployments/loading/planning/load-plan.js';
import { FactFileFault } from '../../kernel/fact-files/fact-file-fault.js';
import type { Look } from '../../ledger/act.js';
import { heldSuccessions } from '../../organisations/importing/held-organisations.js';
import { Organisation } from '../../organisations/organisation.entity.js';
import { Succession } from '../../organisations/succession.entity.js';
import { everyColumn, recordOf, select } from '../../platform/database/selection.js';
import { ListedTrust } from '../holding/listed-trust.entity.js';
import { PastRequest } from '../holding/past-request.entity.js';
import { RequestAnswer } from '../holding/request-answer.entity.js';
import { keyNamed, listFaults, requestFaults } from './request-faults.js';
import { requestFiles, type FileList } from './request-files.js';
import {
  wantedAnswers,
  wantedRequests,
  wantedSuccessions,
  wantedTrusts,
  type Naming,
} from './wanted-requests.js';

const REQUEST = select(everyColumn(PastRequest, 'r'));
const ANSWER = select(everyColumn(RequestAnswer, 'a'));
const LISTED = select(everyColumn(ListedTrust, 't'));

/** What is there of requests, answers, lists and successions. */
interface HeldRequests {
  readonly requests: readonly PastRequest[];
  readonly answers: readonly RequestAnswer[];
  readonly trusts: readonly ListedTrust[];
  readonly successions: Awaited<ReturnType<typeof heldSuccessions>>;
}

/** Brings requests of the past, and the lists of who was asked, into the loading of the register's folder. */
@Injectable()
export class RequestLoading implements FurtherSort {
  readonly names = ['trusts', 'requests'] as const;

  constructor(further: FurtherFacts) {
    further.introduce(this);
  }

  /** Reads what is there, and gives the planner that compares it with the files. */
  async prepared(look: Look): Promise<FurtherPlanner> {
    const held: HeldRequests = {
      requests: (await look(REQUEST.from('past_requests.request r'))).map((row) =>
        recordOf(PastRequest, row),
      ),
      answers: (await look(ANSWER.from('past_requests.answer a'))).map((row) => recordOf(RequestAnswer, row)),
      trusts: (await look(LISTED.from('past_requests.listed_trust t'))).map((row) =>
        recordOf(ListedTrust, row),
      ),
      successions: await heldSuccessions(look),
    };
    return (terms) => plansOf(terms, held);
  }
}

function plansOf(
  terms: FurtherTerms,
  held: HeldRequests,
): readonly KindPlan<PastRequest | RequestAnswer | ListedTrust | Succession | Organisation>[] {
  const { files, organisations, direction, reason } = terms;
  const { lists, requests } = requestFiles(files.further);
  const leads = {
    ...{ sources: files.sources, organisations },
    lists: new Set([...lists.map(({ list }) => list), ...held.trusts.map(({ list }) => list)]),
  };
  const faults = [
    ...lists.flatMap((list) => listFaults(list, leads)),
    ...requests.flatMap((file) => requestFaults(file, leads)),
  ];
  if (faults.length > 0) throw new FactFileFault(faults);
  const naming: Naming = { sources: files.sources, idOf: (key) => organisations.get(key)?.id };
  const told = { verb: 'load', reason };
  const asked = planOf<PastRequest>(
    {
      ...{ kind: PastRequest, what: 'Past request', ...told },
      keyOf: ({ key }) => key,
      called: ({ title }) => title,
      judge: (there, wanted) => direction.judge(there.madeOn, wanted.madeOn),
    },
    wantedRequests(requests, naming),
    held.requests,
  );
  const requestIds = new Map(asked.standing.map(({ key, id }) => [key, id]));
  const answers = planOf<RequestAnswer>(
    {
      ...{ kind: RequestAnswer, what: 'What is said of an answer', ...told },
      keyOf: ({ key }) => key,
      called: ({ key }) => key,
      judge: (there, wanted) => direction.judge(there.asOf, wanted.asOf),
    },
    wantedAnswers(requests, naming, (key) => requestIds.get(key)),
    held.answers,
  );
  return [...plansOfLists(lists, { terms, held, naming }), asked, answers];
}

/** What loading would do with the lists: their entries, the types of their trusts, and who took over since. */
function plansOfLists(
  lists: readonly FileList[],
  {
    terms,
    held,
    naming,
  }: { readonly terms: FurtherTerms; readonly held: HeldRequests; readonly naming: Naming },
): readonly KindPlan<ListedTrust | Succession | Organisation>[] {
  const { organisations, direction, reason } = terms;
  const keyOf = new Map([...organisations.values()].map(({ id, key }) => [id, key]));
  const nameOf = (id: string): string => organisations.get(keyOf.get(id) ?? '')?.name ?? '';
  const between = (one: Pick<Succession, 'predecessorId' | 'successorId'>): string =>
    `${one.predecessorId} ${one.successorId}`;
  const there = new Set(held.successions.map(between));
  return [
    planOf<ListedTrust>(
      {
        ...{ kind: ListedTrust, what: 'Trust on a list', verb: 'load', reason },
        keyOf: ({ list, organisationId }) => `${list} ${organisationId}`,
        called: ({ list, organisationId }) => `${nameOf(organisationId)}, on ${list}`,
        judge: () => direction.judge(null, null),
      },
      wantedTrusts(lists, naming),
      held.trusts,
    ),
    planOf<Succession>(
      {
        ...{ kind: Succession, what: 'Succession', verb: 'link', reason, keyOf: between },
        called: ({ predecessorId, successorId }) =>
          `${nameOf(predecessorId)}, followed by ${nameOf(successorId)}`,
        judge: () => ({ correct: false, because: null }),
      },
      wantedSuccessions(lists, naming).filter(({ record }) => !there.has(between(record))),
      [],
    ),
    plannedTypes(lists, terms),
  ];
}

/**
 * The published file of trusts does not say which of them are mental health trusts; a list of them does. A trust that the
 * same load adds is added with its type; one that is there gets it, and an older edition changes nothing.
 */
function plannedTypes(lists: readonly FileList[], terms: FurtherTerms): KindPlan<Organisation> {
  const { organisations, direction, reason } = terms;
  const listed = lists
    .flatMap(({ trusts }) => trusts)
    .filter(({ gave }) => gave === 'MENTAL_HEALTH')
    .flatMap((trust) => organisations.get(keyNamed(trust) ?? '') ?? []);
  for (const trust of listed)
    if (terms.isNew(trust) && trust.type === 'NHS_TRUST') Object.assign(trust, { type: 'NHS_MH_TRUST' });
  const untyped = listed.filter((trust) => !terms.isNew(trust) && trust.type === 'NHS_TRUST');
  return planOf<Organisation>(
    {
      ...{ kind: Organisation, what: 'Type of an NHS trust', verb: 'import' },
      reason: `${reason} A list of mental health trusts names it.`,
      keyOf: ({ key }) => key,
      called: ({ name }) => name,
      judge: () => direction.judge(null, null),
    },
    untyped.map((record) => ({ record, facts: { type: 'NHS_MH_TRUST' as const } })),
    untyped,
  );
}
