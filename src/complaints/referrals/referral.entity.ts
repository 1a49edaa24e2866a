import { Column, Entity } from 'typeorm';
import type { Uuid } from '../../kernel/identifiers.js';
import { OneOf, Recorded, RecordedEntity } from '../../platform/database/recorded.js';
import { COMPLAINT_CLASS_CODES, type ComplaintClassCode } from '../clocks/complaint-class.js';
import type { ComplaintRouteCode } from '../routes/complaint-route.js';

/**
 * That a concern was passed on: as what, where to, and on what ground. It never changes; what becomes of it is noted
 * in steps. A concern is an NHS complaint only because the person asked for that.
 */
@Entity('complaints.referral')
@Recorded({
  kind: 'referral',
  log: 'intake',
  committed: ['concernId', 'organisationId', 'receivingBody', 'withoutConsentBecause'],
})
export class Referral extends RecordedEntity {
  @Column('uuid')
  concernId: Uuid;

  @Column('text')
  @OneOf(COMPLAINT_CLASS_CODES)
  classCode: ComplaintClassCode;

  @Column('text')
  route: ComplaintRouteCode;

  /** The body that receives it, by the name of its post or office; never a person. */
  @Column('text')
  receivingBody: string;

  @Column('uuid', { nullable: true })
  organisationId: Uuid | null;

  /** The person asked for this; an NHS complaint is never made without it. */
  @Column('boolean')
  personAsked: boolean;

  /** Why it goes on without the person's consent, who decided, and whether they were told; null where they agreed. */
  @Column('text', { nullable: true })
  withoutConsentBecause: string | null;

  @Column('date')
  sentOn: string;
}
