import { Column, Entity } from 'typeorm';
import type { Uuid } from '../../kernel/identifiers.js';
import { Recorded } from '../../platform/database/recorded.js';
import { PartOfFlow } from '../flow/part-of-flow.entity.js';
import type { PartContent } from './parts-of-record.js';

/**
 * What one submitted version of a flow says in the name of one partner, and nothing else of it: who the partner is there,
 * its assertions and its policy documents. Written in the transaction of the submission, and never changed.
 */
@Entity('data_sharing.flow_part')
@Recorded({ kind: 'flow-part', log: 'staff', committed: ['title', 'content'] })
export class FlowPart extends PartOfFlow {
  /** The partner in the register, in whose name it speaks. */
  @Column('uuid')
  partnerId: Uuid;

  /** The id of the first version of the flow. */
  @Column('uuid')
  seriesId: Uuid;

  @Column('integer')
  version: number;

  @Column('text')
  title: string;

  @Column('jsonb')
  content: PartContent;

  @Column('date')
  recordedOn: string;
}
