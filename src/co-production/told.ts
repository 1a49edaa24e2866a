import type { Uuid } from '../kernel/identifiers.js';
import type { GroupView, InfluenceView, InvolvementView, PaymentView } from './co-production-view.js';

/** People who took part, as a trust tells it. */
export type ToldGroup = GroupView;

/** Payment for an activity, as a trust tells it. */
export type ToldPayment = PaymentView;

/** A proposal and what became of it, as a trust tells it. */
export type ToldInfluence = InfluenceView;

/** An activity as a trust tells it, with as much of what belongs to it as is told at once. */
export interface ToldInvolvement extends Omit<
  InvolvementView,
  'id' | 'published' | 'groups' | 'payment' | 'influences'
> {
  /** A token of the sender's: sent twice, it is the same act. */
  readonly once?: Uuid | undefined;
  readonly groups?: readonly ToldGroup[] | undefined;
  readonly payment?: ToldPayment | null | undefined;
  readonly influences?: readonly ToldInfluence[] | undefined;
}
