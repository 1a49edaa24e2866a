import { Column } from 'typeorm';
import type { Uuid } from '../kernel/identifiers.js';
import { RecordedEntity } from '../platform/database/recorded.js';

/** What belongs to one deployment and is as open as it is: a part of a draft is the trust's own until both are published. */
export abstract class PartOfDeployment extends RecordedEntity {
  @Column('uuid')
  deploymentId: Uuid;

  /** The trust that answers for the deployment; null where no source names one. */
  @Column('uuid', { nullable: true })
  leadOrganisationId: Uuid | null;

  @Column('boolean')
  published: boolean;

  /** Follows its deployment into the public register. */
  publish(): void {
    this.published = true;
  }
}

/** Where a part of a deployment belongs, and how open it is. */
export type PartFields = Pick<PartOfDeployment, 'deploymentId' | 'leadOrganisationId' | 'published'>;

/** What a new part of a deployment takes from it. */
export function partFields(
  deployment: Pick<PartOfDeployment, 'id' | 'leadOrganisationId' | 'published'>,
): PartFields {
  const { id, leadOrganisationId, published } = deployment;
  return { deploymentId: id, leadOrganisationId, published };
}
