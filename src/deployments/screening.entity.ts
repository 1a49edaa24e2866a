import { Column, Entity } from 'typeorm';
import type { Uuid } from '../kernel/identifiers.js';
import { Recorded, RecordedEntity } from '../platform/database/recorded.js';
import type { Classification } from './screening/classify.js';
import type { ScreeningAnswers, ScreeningEvidence } from './screening/screening-questions.js';

/** The twelve answers about what a scheme does, and the class they lead to. A later screening follows; none is changed. */
@Entity('deployments.screening')
@Recorded({ kind: 'screening', log: 'staff', committed: [] })
export class Screening extends RecordedEntity {
  @Column('uuid')
  deploymentId: Uuid;

  @Column('uuid', { nullable: true })
  leadOrganisationId: Uuid | null;

  /** As its deployment is: a draft's screening is the trust's own. */
  @Column('boolean')
  published: boolean;

  @Column('date')
  answeredOn: string;

  @Column('jsonb')
  answers: ScreeningAnswers;

  @Column('jsonb')
  evidence: ScreeningEvidence;

  @Column('text')
  classification: Classification;

  /** Follows its deployment into the public register. */
  publish(): void {
    this.published = true;
  }
}
