import { Column, Entity } from 'typeorm';
import { Recorded } from '../../../platform/database/recorded.js';
import { PartOfDeployment } from '../../part-of-deployment.entity.js';

/** An order that a scheme must stop: who gave it, when, why, and from which day it holds. It stays when it is kept. */
@Entity('deployments.halt')
@Recorded({ kind: 'halt', log: 'staff', committed: [] })
export class Halt extends PartOfDeployment {
  /** The post or body that ordered it; never the name of a person. */
  @Column('text')
  orderedBy: string;

  @Column('date')
  orderedOn: string;

  @Column('date')
  effectiveOn: string;

  @Column('text')
  reason: string;
}
