import type { CitedSource } from '../../deployments/claims/claim.entity.js';
import { citedSource, type Wanted } from '../../deployments/loading/planning/wanted-records.js';
import type { Source } from '../../evidence/sources/source-schema.js';
import { newId, type Uuid } from '../../kernel/identifiers.js';
import { Succession } from '../../organisations/succession.entity.js';
import { made, type Stored } from '../../platform/database/recorded.js';
import { ListedTrust } from '../holding/listed-trust.entity.js';
import { PastRequest } from '../holding/past-request.entity.js';
import { RequestAnswer } from '../holding/request-answer.entity.js';
import { keyNamed } from './request-faults.js';
import type { FileList, FileOfRequests, FileRequest } from './request-files.js';

/** How what files name is found: sources by number, organisations by key. */
export interface Naming {
  readonly sources: ReadonlyMap<string, Source>;
  readonly idOf: (key: string) => Uuid | undefined;
}

/** The trusts of the lists. */
export function wantedTrusts(lists: readonly FileList[], naming: Naming): Wanted<ListedTrust>[] {
  return lists.flatMap((list) =>
    list.trusts.map((trust) => {
      const facts = {
        list: list.list,
        listAsOf: list.asOf.value,
        organisationId: mustBe(naming.idOf(keyNamed(trust) ?? '')),
        nameThen: trust.nameThen,
        gave: trust.gave,
        sources: cited(trust.sources ?? list.typesRestOn.sources, naming),
        confidence: trust.confidence ?? list.typesRestOn.confidence,
        thenConfidence: trust.then ?? list.typesRestOn.then,
        note: trust.note,
      };
      return { record: made(ListedTrust, { ...facts, id: newId() }), facts };
    }),
  );
}

/** Who took over from trusts of the lists since. */
export function wantedSuccessions(lists: readonly FileList[], { idOf }: Naming): Wanted<Succession>[] {
  return lists.flatMap(({ trusts }) =>
    trusts.flatMap((trust) =>
      trust.followedBy.map((follower) => {
        const record = made(Succession, {
          ...{ id: newId(), tookPlace: follower.date.value, source: follower.sources.join(' ') },
          predecessorId: mustBe(idOf(keyNamed(trust) ?? '')),
          successorId: mustBe(idOf(keyNamed(follower) ?? '')),
          ...{ confidence: follower.confidence, withdrawnOn: null, withdrawnBecause: null },
        });
        return { record, facts: {} };
      }),
    ),
  );
}

/** The requests. */
export function wantedRequests(files: readonly FileOfRequests[], naming: Naming): Wanted<PastRequest>[] {
  return files.flatMap(({ requests }) =>
    requests.map((request) => {
      const facts = factsOf(request, naming);
      return { record: made(PastRequest, { ...facts, id: newId(), fictional: false }), facts };
    }),
  );
}

/** What is said of answers, each belonging to its request as it will stand. */
export function wantedAnswers(
  files: readonly FileOfRequests[],
  naming: Naming,
  requestIdOf: (key: string) => Uuid | undefined,
): Wanted<RequestAnswer>[] {
  const each = files.flatMap(({ requests }) =>
    requests.flatMap(({ key, answers }) => answers.map((answer) => ({ ...answer, request: key }))),
  );
  return each.map((answer) => {
    const sources = cited(answer.sources, naming);
    const facts = {
      ...{ key: answer.key, kind: answer.kind, statement: answer.statement },
      requestId: mustBe(requestIdOf(answer.request)),
      organisationId: idNamed(answer, naming),
      dated: answer.date?.value ?? null,
      asOf: sources[0]?.published ?? null,
      ...{ sources, confidence: answer.confidence, cautions: answer.cautions },
    };
    return { record: made(RequestAnswer, { ...facts, id: newId() }), facts };
  });
}

function factsOf(
  request: FileRequest,
  naming: Naming,
): Omit<Stored<PastRequest>, 'id' | 'revision' | 'fictional'> {
  return {
    ...{ key: request.key, title: request.title, kind: request.kind, standing: request.standing },
    ...{ askedBy: request.askedBy.words, askedById: idNamed(request.askedBy, naming) },
    ...{ askedOf: request.askedOf.words, askedOfId: idNamed(request.askedOf, naming) },
    askedList: request.askedOf.list ?? null,
    ...{ subject: request.subject, aims: request.aims, dueNote: request.dueNote },
    ...{ madeOn: request.madeOn?.value ?? null, dueOn: request.dueOn?.value ?? null },
    readings: request.readings.map(({ statement, date, sources, confidence }) => ({
      ...{ statement, confidence, dated: date?.value ?? null, sources: cited(sources, naming) },
    })),
    counts: request.counts.map((said) => ({ ...said, sources: cited(said.sources, naming) })),
    ...{ cautions: request.cautions, confidence: request.confidence },
  };
}

function idNamed(given: Parameters<typeof keyNamed>[0], { idOf }: Naming): Uuid | null {
  const key = keyNamed(given);
  return key === undefined ? null : mustBe(idOf(key));
}

function cited(refs: readonly string[], { sources }: Naming): readonly CitedSource[] {
  return refs.map((ref) => citedSource(ref, sources));
}

/** What the faults of the files were looked for before. */
function mustBe(id: Uuid | undefined): Uuid {
  if (id === undefined) throw new Error('A file of requests names something that nobody holds.');
  return id;
}
