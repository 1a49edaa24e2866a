import type { CalendarDay } from '../../kernel/days/calendar-day.js';
import type { Uuid } from '../../kernel/identifiers.js';
import type { Act, Look } from '../../ledger/act.js';
import type { RecordedClass, RecordedEntity } from '../../platform/database/recorded.js';
import type { Fields, Form, ValuesOf } from '../../web/form/form.js';
import { version } from '../../web/form/kinds/hidden.js';
import { reasonText } from '../../web/form/kinds/reason.js';
import { isStanding, withdrawOnce } from './standing.js';

const why = { label: 'Why do you change it?', called: 'Why you change it', max: 1000 } as const;

/** Why an entry is changed, and the revision that was seen: asked beside whatever the entry says. */
const WHY = {
  whyMended: reasonText({
    ...why,
    hint: 'Needed once it is public: everyone reads your reason beside what it said before.',
    optional: true,
  }),
  version: version(),
};

/** The same of an entry that is public: it is not changed without a reason. */
const WHY_IN_PUBLIC = {
  whyMended: reasonText({ ...why, hint: 'Everyone reads your reason beside what it said before.' }),
  version: version(),
};

/** An entry that its organisation may mend. */
export type MendableRecord = RecordedEntity & { readonly published: boolean };

/** An entry that was just mended or withdrawn, with the reason that was given: what says the same follows it. */
export interface Following {
  readonly id: Uuid;
  readonly reason: string | null;
  readonly today: CalendarDay;
}

/** The acts by which other records follow a mended or withdrawn entry, in its transaction. */
export type FollowedBy = (mended: Following, look: Look) => Promise<readonly Act[]>;

/** How the entries of one kind are mended: what is asked, filled with what stands there, and how answers change it. */
export interface MendableKind {
  readonly recorded: RecordedClass<MendableRecord>;
  readonly form: Form;
  /** The same for an entry that everyone can read: the reason must be given. */
  readonly formInPublic: Form;
  readonly asked: (record: RecordedEntity) => object;
  readonly mend: (record: RecordedEntity, answers: object, today: CalendarDay) => void;
  readonly followedBy: FollowedBy;
  /** True where an entry that should not stand can be withdrawn. */
  readonly isWithdrawable: boolean;
  readonly withdraw: (record: RecordedEntity, today: CalendarDay, reason: string) => void;
  readonly afterWithdrawal: FollowedBy;
}

/** Declares once how entries of a kind are mended: by the form that records them, and what its answers change. */
export function mendable<T extends MendableRecord, F extends Fields>(
  recorded: RecordedClass<T>,
  given: {
    readonly form: Form<F>;
    readonly withdrawable: boolean;
    readonly asked: (record: T) => object;
    readonly mend: (record: T, values: ValuesOf<F>, today: CalendarDay) => void;
    readonly followedBy?: FollowedBy;
    readonly afterWithdrawal?: FollowedBy;
  },
): MendableKind {
  const own = (record: RecordedEntity): T => {
    if (record instanceof recorded) return record;
    throw new TypeError(`Expected a ${recorded.name}.`);
  };
  return {
    recorded,
    form: given.form.and(`Mend${recorded.name}`, WHY),
    formInPublic: given.form.and(`Mend${recorded.name}InPublic`, WHY_IN_PUBLIC),
    asked: (record) => given.asked(own(record)),
    mend: (record, answers, today) => {
      given.mend(own(record), given.form.schema.parse(answers), today);
    },
    followedBy: given.followedBy ?? nothing,
    afterWithdrawal: given.afterWithdrawal ?? nothing,
    isWithdrawable: given.withdrawable,
    withdraw: (record, today, reason) => {
      if (isStanding(record)) withdrawOnce(record, today, reason);
    },
  };
}

function nothing(): Promise<readonly Act[]> {
  return Promise.resolve([]);
}
