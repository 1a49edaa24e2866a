import { Column, Entity } from 'typeorm';
import type { Uuid } from '../../kernel/identifiers.js';
import { OneOf, Recorded } from '../../platform/database/recorded.js';
import { PartOfFlow } from './part-of-flow.entity.js';
import type { Disclosed } from './disclosed.js';

/** What there is to tell the public: rule results, a sign-off, an override, or a judgement of what is only stated. */
export const DISCLOSURE_SUBJECTS = ['rule-results', 'sign-off', 'override', 'judgement'] as const;

/** One of those things. */
export type DisclosureSubject = (typeof DISCLOSURE_SUBJECTS)[number];

/**
 * What everybody may read of a submitted flow, and nothing else of it: outcomes by group of rules, each sign-off with its
 * dissent, each override and each judgement with its reason. Written in the transaction of the act it tells of, and never changed.
 */
@Entity('data_sharing.flow_disclosure')
@Recorded({ kind: 'flow-disclosure', log: 'staff', committed: [] })
export class FlowDisclosure extends PartOfFlow {
  /** The id of the first version of the flow. */
  @Column('uuid')
  seriesId: Uuid;

  @Column('integer')
  version: number;

  @Column('text')
  @OneOf(DISCLOSURE_SUBJECTS)
  subject: DisclosureSubject;

  /** The report, sign-off, override or judgement it tells of. */
  @Column('uuid')
  subjectId: Uuid;

  @Column('date')
  disclosedOn: string;

  @Column('jsonb')
  content: Disclosed;
}
