import { Column } from 'typeorm';
import type { Uuid } from '../../kernel/identifiers.js';
import { RecordedEntity } from '../../platform/database/recorded.js';

/** What is said of one version of a flow: with it stand the deployment and the trust whose record the flow is. */
export abstract class PartOfFlow extends RecordedEntity {
  @Column('uuid')
  flowId: Uuid;

  @Column('uuid')
  deploymentId: Uuid;

  @Column('uuid')
  organisationId: Uuid;
}
