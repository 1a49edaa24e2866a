import { saysNothing } from '../../kernel/words/says-nothing.js';
import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Issue } from '../../kernel/refusal.js';
import { day, sentenceList } from '../../web/words.js';
import { inRow, type ScopeLine } from './scope-lines.js';
import type { ScopeDecided } from './scope-decision.entity.js';

/** An organisation that a pick meets, with what was decided of it before in the round. */
export interface ScopeCandidate {
  readonly id: string;
  readonly key: string;
  readonly odsCode: string | null;
  readonly otherNames: readonly string[];
  readonly name: string;
  readonly closedOn: string | null;
  readonly followedBy: readonly { readonly name: string }[];
  readonly turn: number;
  readonly decision: ScopeDecided | null;
}

/** What a pick would record: who is asked, and who is left out with the reason. */
export interface ScopePlan<Candidate extends ScopeCandidate> {
  readonly asking: readonly Candidate[];
  readonly leavingOut: readonly { readonly organisation: Candidate; readonly reason: string }[];
  /** Of whom nothing new is recorded: asked already, or left out or removed before and not named by code. */
  readonly unchanged: readonly Candidate[];
  readonly issues: readonly Issue[];
}

/** What was typed beside the pick: the codes it is made of, if any, and who is left out of it. */
export interface ScopeTyped {
  readonly codes: readonly ScopeLine[] | null;
  readonly leaveOut: readonly ScopeLine[];
}

/**
 * Sorts the organisations of a pick. Whoever has closed is left out by that reason, unless its code was typed; whoever was
 * left out or removed before comes in only by its code, so that picking a list again undoes no decision.
 */
export function scopePlan<Candidate extends ScopeCandidate>(
  candidates: readonly Candidate[],
  { codes, leaveOut }: ScopeTyped,
  today: CalendarDay,
): ScopePlan<Candidate> {
  const picked = codes === null ? candidates : named(candidates, codes);
  const reasons = new Map<string, string>();
  const issues: Issue[] = [];
  for (const line of codes ?? [])
    if (!candidates.some((one) => isCalled(one, line.code)))
      issues.push({ field: 'codes', text: inRow(line.row, `${line.code} is no code of the register`) });
  const without = [...(codes ?? []).filter(({ leftOut }) => leftOut !== null), ...leaveOut];
  for (const { row, code, leftOut } of without) {
    const found = picked.find((one) => isCalled(one, code));
    const field = leaveOut.some((line) => line.code === code && line.row === row) ? 'leaveOut' : 'codes';
    if (leftOut === null || saysNothing(leftOut))
      issues.push({ field, text: inRow(row, `say why ${code} is left out, after a comma`) });
    else if (found) reasons.set(found.id, leftOut);
    else if (field === 'leaveOut')
      issues.push({ field, text: inRow(row, `${code} is not among those you picked`) });
  }
  return { ...sorted(picked, { reasons, isByCode: codes !== null, today }), issues };
}

function sorted<Candidate extends ScopeCandidate>(
  picked: readonly Candidate[],
  given: { reasons: ReadonlyMap<string, string>; isByCode: boolean; today: CalendarDay },
): Omit<ScopePlan<Candidate>, 'issues'> {
  const asking: Candidate[] = [];
  const leavingOut: { organisation: Candidate; reason: string }[] = [];
  const unchanged: Candidate[] = [];
  for (const organisation of picked) {
    const reason =
      given.reasons.get(organisation.id) ?? (given.isByCode ? null : whyClosed(organisation, given.today));
    if (organisation.decision === 'ASKED') unchanged.push(organisation);
    else if (reason !== null && organisation.decision === null) leavingOut.push({ organisation, reason });
    else if (organisation.decision === null || (given.isByCode && reason === null)) asking.push(organisation);
    else unchanged.push(organisation);
  }
  return { asking, leavingOut, unchanged };
}

function named<Candidate extends ScopeCandidate>(
  candidates: readonly Candidate[],
  codes: readonly ScopeLine[],
): readonly Candidate[] {
  return candidates.filter((one) => codes.some(({ code }) => isCalled(one, code)));
}

/** Published files tell some trusts by a name that is a code, so that other names count too. */
function isCalled({ key, odsCode, otherNames }: ScopeCandidate, code: string): boolean {
  const wanted = code.toUpperCase();
  return odsCode === wanted || key.toUpperCase() === wanted || otherNames.includes(wanted);
}

function whyClosed({ closedOn, followedBy }: ScopeCandidate, today: CalendarDay): string | null {
  const by = followedBy.length > 0 ? sentenceList(followedBy.map(({ name }) => name)) : null;
  if (closedOn !== null && closedOn <= today)
    return `The register says that it closed: ${day(closedOn)}.${by === null ? '' : ` ${by} followed it.`}`;
  return by === null ? null : `The register says that ${by} followed it.`;
}
