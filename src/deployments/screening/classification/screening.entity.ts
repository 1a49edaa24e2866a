import { Column, Entity } from 'typeorm';
import { OneOf, Recorded } from '../../../platform/database/recorded.js';
import { CLASSIFICATIONS, type Classification } from './classify.js';
import type { ScreeningAnswers, ScreeningEvidence } from './screening-questions.js';
import { PartOfDeployment } from '../../part-of-deployment.entity.js';

/** The twelve answers about what a scheme does, and the class they lead to. A later screening follows; none is changed. */
@Entity('deployments.screening')
@Recorded({ kind: 'screening', log: 'staff', committed: [] })
export class Screening extends PartOfDeployment {
  @Column('date')
  answeredOn: string;

  @Column('jsonb')
  answers: ScreeningAnswers;

  @Column('jsonb')
  evidence: ScreeningEvidence;

  @Column('text')
  @OneOf(CLASSIFICATIONS)
  classification: Classification;
}
