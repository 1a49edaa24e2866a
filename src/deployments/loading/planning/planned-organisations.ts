import type { CalendarDay } from '../../../kernel/days/calendar-day.js';
import type { Uuid } from '../../../kernel/identifiers.js';
import { successionsInFiles } from '../../../organisations/importing/successions-in-files.js';
import type { EditionsOfTrusts } from '../../../organisations/importing/trusts/newest-edition.js';
import type { TrustsFile } from '../../../organisations/importing/trusts/trusts-file.js';
import { trustsPlan, type TrustChange } from '../../../organisations/importing/trusts/trusts-plan.js';
import { importOfEdition } from '../../../organisations/importing/trusts/import-of-edition.js';
import { Organisation } from '../../../organisations/organisation.entity.js';
import { Succession } from '../../../organisations/succession.entity.js';
import type { LoadDirection, LoadJudgement } from './load-direction.js';
import type { RegisterFiles } from '../files/register-files.js';
import { planOf, type KindPlan, type PlannedFact } from './load-plan.js';
import type { HeldRecords } from '../loading.queries.js';
import { wantedBodies } from './wanted-records.js';

const OTHERWISE_KNOWN: LoadJudgement = {
  correct: false,
  because: 'An organisation of the published file of trusts has this key.',
};
const BY_NAME =
  'Only an import of the file by itself, in which its code is named, reopens a trust or gives it back a former name.';

/** What loading would do with the published file of trusts: all that importing it by itself does, and nothing by an older one. */
export function plannedTrusts(
  { trusts }: RegisterFiles,
  { organisations, trustEditions }: HeldRecords,
  today: CalendarDay,
): KindPlan<Organisation> {
  const nothing = { facts: [], acts: [], unchanged: 0, standing: [] };
  if (trusts === null) return nothing;
  if (isOlderThanKnown(trusts, trustEditions)) {
    const because = `The register holds the newer edition of ${trustEditions.newest?.toString() ?? ''}.`;
    const fact = {
      what: 'File of NHS trusts',
      called: trusts.name,
      does: 'leave',
      because,
      differences: [],
    } as const;
    return { ...nothing, facts: [fact] };
  }
  const { changes, heldBack, acts, unchanged } = trustsPlan(trusts, organisations, new Set());
  return {
    facts: [
      ...changes.map((change) => trustFact(change, change.kind === 'added' ? 'add' : 'correct')),
      ...heldBack.map((change) => trustFact(change, 'leave')),
    ],
    acts: [...acts, ...(trustEditions.holds(trusts) ? [] : [importOfEdition(trusts, today)])],
    unchanged,
    standing: acts.flatMap((act) =>
      act.does === 'add' && act.record instanceof Organisation ? [act.record] : [],
    ),
  };
}

/** True for a file of trusts of an older edition than the newest that was imported. */
export function isOlderThanKnown({ edition }: TrustsFile, { newest }: EditionsOfTrusts): boolean {
  return newest !== null && edition.isCertainlyBefore(newest);
}

function trustFact({ kind, name, before, after }: TrustChange, does: PlannedFact['does']): PlannedFact {
  return {
    ...{ what: 'NHS trust', called: name, does },
    because: does === 'leave' ? BY_NAME : null,
    differences: does === 'add' ? [] : [{ name: kind, before, after }],
  };
}

/** What loading would do with other bodies. */
export function plannedBodies(
  files: RegisterFiles,
  { organisations }: HeldRecords,
  { direction, reason }: { readonly direction: LoadDirection; readonly reason: string },
): KindPlan<Organisation> {
  return planOf<Organisation>(
    {
      ...{ kind: Organisation, what: 'Body', verb: 'import', reason },
      keyOf: ({ key }) => key,
      called: ({ name }) => name,
      judge: ({ odsCode }) => (odsCode === null ? direction.judge(null, null) : OTHERWISE_KNOWN),
    },
    wantedBodies(files),
    [...organisations.values()],
  );
}

/** What loading would do with what followed what: it is said once, and never corrected. */
export function plannedSuccessions(
  { bodies }: RegisterFiles,
  { successions }: HeldRecords,
  { ids, reason }: { readonly ids: ReadonlyMap<string, Uuid>; readonly reason: string },
): KindPlan<Succession> {
  const between = (one: Pick<Succession, 'predecessorId' | 'successorId'>): string =>
    `${one.predecessorId} ${one.successorId}`;
  const there = new Set(successions.map(between));
  const keyOf = new Map([...ids].map(([key, id]) => [id, key]));
  const said = successionsInFiles(bodies, (key) => ids.get(key));
  const wanted = said.filter((one) => !there.has(between(one))).map((record) => ({ record, facts: {} }));
  return planOf<Succession>(
    {
      ...{ kind: Succession, what: 'Succession', verb: 'link', reason, keyOf: between },
      called: ({ predecessorId, successorId }) =>
        `${keyOf.get(predecessorId) ?? ''}, followed by ${keyOf.get(successorId) ?? ''}`,
      judge: () => ({ correct: false, because: null }),
    },
    wanted,
    [],
  );
}
