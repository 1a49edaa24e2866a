import { Column, Entity } from 'typeorm';
import type { Uuid } from '../kernel/identifiers.js';
import { Recorded, RecordedEntity } from '../platform/database/recorded.js';

/** What kind of name it is: used locally, used earlier, used later, or found in a source without more. */
export type NameKind = 'LOCAL' | 'FORMER' | 'LATER' | 'REPORTED';

/** One name that a scheme has gone by, with where that name comes from, so that a renamed scheme is still found. */
@Entity('deployments.deployment_name')
@Recorded({ kind: 'deployment-name', log: 'staff', committed: [] })
export class DeploymentName extends RecordedEntity {
  @Column('uuid')
  deploymentId: Uuid;

  @Column('uuid', { nullable: true })
  leadOrganisationId: Uuid | null;

  /** As its deployment is: a draft's names are the trust's own. */
  @Column('boolean')
  published: boolean;

  @Column('text')
  name: string;

  @Column('text')
  kind: NameKind;

  /** The claim that it rests on; null when the trust gave it itself. */
  @Column('text', { nullable: true })
  claimKey: string | null;

  /** Follows its deployment into the public register. */
  publish(): void {
    this.published = true;
  }
}
