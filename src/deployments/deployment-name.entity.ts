import { Column, Entity } from 'typeorm';
import type { Uuid } from '../kernel/identifiers.js';
import { Recorded, RecordedEntity } from '../platform/database/recorded.js';

/** What kinds of name there are, with the words a reader sees. */
export const NAME_KINDS = {
  LOCAL: 'Used locally',
  FORMER: 'Used earlier',
  LATER: 'Used later',
  REPORTED: 'Found in a source',
} as const;

/** The code of a kind of name. */
export type NameKind = keyof typeof NAME_KINDS;

/** True when the text is the code of a kind of name. */
export function isNameKind(text: string): text is NameKind {
  return Object.hasOwn(NAME_KINDS, text);
}

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
