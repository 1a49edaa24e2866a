import type { CalendarDay } from '../../../kernel/calendar-day.js';
import type { Assertion } from '../../record/assertion.js';
import type { DataFlow } from '../../record/data-flow.js';
import type { Party } from '../../record/party.js';
import { partyOf } from '../reading/parties.js';
import type { Register } from './read-register.js';
import type { RuleSettings } from './settings.js';

/** What a rule may look at: the record, the register beside it, the settings of the rule set and the day it stands at. */
export interface Matter {
  readonly flow: DataFlow;
  readonly register: Register;
  readonly settings: RuleSettings;
  readonly asAt: CalendarDay;
  /** First day of the flow or stretch under judgement; null where it is not known. */
  readonly from: CalendarDay | null;
  /** Last day under judgement: the recorded end, or the later of the first day and the day the rules stand at. */
  readonly to: CalendarDay;
}

/** One assertion within the matter; `from` and `to` are those of its stretch. */
export interface AssertionMatter extends Matter {
  readonly assertion: Assertion;
  readonly index: number;
  readonly controller: Party | null;
}

/** One controller within the matter. */
export interface ControllerMatter extends Matter {
  readonly orgId: string;
  readonly controller: Party | null;
  readonly assertions: readonly Assertion[];
}

/** Sets out the matter of a flow. */
export function matterOf(
  flow: DataFlow,
  register: Register,
  settings: RuleSettings,
  asAt: CalendarDay,
): Matter {
  const from = flow.startDate ?? null;
  const to = flow.endDate ?? (from !== null && from > asAt ? from : asAt);
  return { flow, register, settings, asAt, from, to };
}

/** Sets out one assertion of a flow. */
export function assertionMatterOf(matter: Matter, assertion: Assertion, index: number): AssertionMatter {
  return {
    ...matter,
    assertion,
    index,
    controller: partyOf(matter.flow, assertion.controllerOrgId),
    from: assertion.validFrom ?? matter.from,
    to: assertion.validTo ?? matter.to,
  };
}

/** Sets out one controller of a flow. */
export function controllerMatterOf(matter: Matter, orgId: string): ControllerMatter {
  return {
    ...matter,
    orgId,
    controller: partyOf(matter.flow, orgId),
    assertions: (matter.flow.assertions ?? []).filter((assertion) => assertion.controllerOrgId === orgId),
  };
}
