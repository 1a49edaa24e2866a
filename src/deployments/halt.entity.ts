import { Column, Entity } from 'typeorm';
import type { Uuid } from '../kernel/identifiers.js';
import { Recorded, RecordedEntity } from '../platform/database/recorded.js';

/** An order that a scheme must stop: who gave it, when, why, and from which day it holds. It stays when it is kept. */
@Entity('deployments.halt')
@Recorded({ kind: 'halt', log: 'staff', committed: [] })
export class Halt extends RecordedEntity {
  @Column('uuid')
  deploymentId: Uuid;

  @Column('uuid', { nullable: true })
  leadOrganisationId: Uuid | null;

  /** As its deployment is. */
  @Column('boolean')
  published: boolean;

  /** The post or body that ordered it; never the name of a person. */
  @Column('text')
  orderedBy: string;

  @Column('date')
  orderedOn: string;

  @Column('date')
  effectiveOn: string;

  @Column('text')
  reason: string;

  /** Follows its deployment into the public register. */
  publish(): void {
    this.published = true;
  }
}
