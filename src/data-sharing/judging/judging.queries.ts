import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Database, type SqlStatement } from '../../platform/database/database.js';
import { DataFlow } from '../flow/data-flow.entity.js';
import type { DeploymentView, RegisterView, SiblingFlow } from '../../legal-basis/record/register-view.js';
import type { FlowContent } from '../../legal-basis/record/flow-content.js';
import type { RecordedSignOff } from './record-to-judge.js';

/** A flow with everything that its judgement rests on, read in one snapshot. */
export interface FlowCase {
  readonly flow: FlowOfCase;
  /** Oldest first. */
  readonly signOffs: readonly RecordedSignOff[];
  readonly register: RegisterView;
}

/** The flow of a case. */
export interface FlowOfCase {
  readonly id: Uuid;
  readonly revision: number;
  readonly deploymentId: Uuid;
  readonly organisationId: Uuid;
  readonly seriesId: Uuid;
  readonly version: number;
  readonly title: string;
  readonly content: FlowContent;
  readonly submitted: boolean;
  readonly submittedOn: string | null;
  readonly submittedBy: Uuid | null;
  readonly putAsideOn: string | null;
}

/** Reads what the rules need to see of a flow and of the register around it, as far as the actor may see it. */
@Injectable()
export class JudgingQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** The case of a flow; null when there is no such flow for this actor. */
  async caseOf(actor: Actor, flowId: Uuid): Promise<FlowCase | null> {
    const permitted = this.access.where(actor, 'read', DataFlow, { alias: 'f', after: 1 });
    const [flows, signOffs, deployments, siblings, elsewhere, packs] = await this.database.rowsOfEach(
      scopeOf(actor),
      [
        {
          text: `${FLOW} AND ${permitted.text}`,
          values: [flowId, ...permitted.values],
        } as SqlStatement<CaseRow>,
        { text: SIGN_OFFS, values: [flowId], prepared: true } as SqlStatement<CaseRow>,
        { text: DEPLOYMENTS, values: [flowId], prepared: true } as SqlStatement<CaseRow>,
        { text: SIBLINGS, values: [flowId], prepared: true } as SqlStatement<CaseRow>,
        { text: ELSEWHERE, values: [flowId], prepared: true } as SqlStatement<CaseRow>,
        { text: SUPPLIERS_PACKS, values: [flowId], prepared: true } as SqlStatement<CaseRow>,
      ],
    );
    const flow = flows[0]?.flow;
    if (flow === undefined) return null;
    return {
      flow,
      signOffs: signOffs.flatMap(({ signOff }) => signOff ?? []),
      register: {
        deployments: deployments.flatMap(({ deployment }) => deployment ?? []),
        flows: [...siblings, ...elsewhere].flatMap(({ sibling }) => sibling ?? []),
        vendorPackHashes: packs.flatMap(({ packHash }) => packHash ?? []),
      },
    };
  }
}

interface CaseRow {
  readonly flow?: FlowOfCase;
  readonly signOff?: RecordedSignOff;
  readonly deployment?: DeploymentView;
  readonly sibling?: SiblingFlow;
  readonly packHash?: string;
}

const FLOW = `SELECT jsonb_build_object('id', f.id, 'revision', f.revision, 'deploymentId', f.deployment_id,
    'organisationId', f.organisation_id, 'seriesId', f.series_id, 'version', f.version, 'title', f.title,
    'content', f.content, 'submitted', f.submitted, 'submittedOn', f.submitted_on, 'submittedBy', f.submitted_by,
    'putAsideOn', f.put_aside_on) AS flow
  FROM data_sharing.data_flow f WHERE f.id = $1`;

const SIGN_OFFS = `SELECT jsonb_build_object('id', s.id, 'capacity', s.capacity, 'decision', s.decision, 'signedBy', s.signed_by,
    'signedOn', s.signed_on, 'reasons', s.reasons, 'conditions', s.conditions, 'adviceFollowed', s.advice_followed,
    'adviceNotFollowedReason', s.advice_not_followed_reason, 'dissent', s.dissent, 'schemeParts', s.scheme_parts) AS "signOff"
  FROM data_sharing.flow_sign_off s WHERE s.flow_id = $1 ORDER BY s.id`;

const WHOLE_DAY = String.raw`'^\d{4}-\d{2}-\d{2}$'`;
const screened = (code: string) => `upper(replace(s.answers ->> '${code}', '-', '_'))`;

/**
 * The flow's own deployment, and closed ones that share its area or police force: what it may be the successor of. The
 * rules know one force of a scheme: one that shares any force with the own deployment is told under the own one's first.
 */
const DEPLOYMENTS = `
  WITH own AS (SELECT f.deployment_id AS id FROM data_sharing.data_flow f WHERE f.id = $1),
    police_of AS (SELECT a.deployment_id, coalesce(a.organisation_id::text, lower(a.name)) AS force
      FROM deployments.deployment_agency a WHERE a.part = 'POLICE'),
    own_police AS (SELECT p.force FROM police_of p JOIN own ON own.id = p.deployment_id)
  SELECT jsonb_strip_nulls(jsonb_build_object('id', d.id, 'state', d.state_code, 'area', d.area,
    'liveFrom', CASE WHEN lived.first ~ ${WHOLE_DAY} THEN lived.first END,
    'liveTo', CASE WHEN ended.day ~ ${WHOLE_DAY} THEN ended.day END,
    'closedOn', CASE WHEN d.state_code IN ('CLOSED', 'DISBANDED') AND coalesce(ended.day, d.state_at) ~ ${WHOLE_DAY}
      THEN coalesce(ended.day, d.state_at) END,
    'policeInvolvement', CASE WHEN police.named THEN true
      WHEN s.answers ->> 'SCR-01' = 'no' AND s.answers ->> 'SCR-02' = 'no' THEN false END,
    'cohortWithoutOffenceHistory', CASE d.offence_history WHEN 'NONE' THEN true WHEN 'SOME' THEN false WHEN 'ALL' THEN false END,
    'forceOrgId', police.force, 'protocolHash', protocol.sha256, 'scr02', ${screened('SCR-02')}, 'scr03', ${screened('SCR-03')},
    'scr04', ${screened('SCR-04')}, 'scr05', ${screened('SCR-05')})) AS deployment
  FROM deployments.deployment d
  LEFT JOIN LATERAL (SELECT s.answers FROM deployments.screening s WHERE s.deployment_id = d.id ORDER BY s.id DESC LIMIT 1) s ON true
  LEFT JOIN LATERAL (SELECT count(*) > 0 AS named, CASE WHEN bool_or(p.force IN (SELECT o.force FROM own_police o))
      THEN (SELECT min(o.force) FROM own_police o) ELSE min(p.force) END AS force
    FROM police_of p WHERE p.deployment_id = d.id) police ON true
  LEFT JOIN LATERAL (SELECT min(t.happened) AS first FROM deployments.transition t
    WHERE t.deployment_id = d.id AND t.to_state = 'LIVE') lived ON true
  LEFT JOIN LATERAL (SELECT min(t.happened) AS day FROM deployments.transition t
    WHERE t.deployment_id = d.id AND t.to_state IN ('CLOSED', 'DISBANDED')) ended ON true
  LEFT JOIN (SELECT shared.* FROM data_sharing.data_flow f, data_sharing.protocols_shared(f.deployment_id) shared WHERE f.id = $1) protocol
    ON protocol.deployment_id = d.id
  WHERE d.id = (SELECT id FROM own)
    OR d.state_code IN ('CLOSED', 'DISBANDED') AND EXISTS (
      SELECT FROM deployments.deployment o WHERE o.id = (SELECT id FROM own) AND (
        lower(o.area) = lower(d.area) OR EXISTS (
          SELECT FROM deployments.deployment_agency mine JOIN deployments.deployment_agency theirs
            ON mine.part = theirs.part AND (mine.organisation_id = theirs.organisation_id OR lower(mine.name) = lower(theirs.name))
          WHERE mine.part = 'POLICE' AND mine.deployment_id = o.id AND theirs.deployment_id = d.id)))
  ORDER BY d.id LIMIT 50`;

/** The newest version that stands of every other flow of the same trust, as the cross-record rules compare them. */
const SIBLINGS = `
  SELECT DISTINCT ON (f.series_id) jsonb_strip_nulls(jsonb_build_object('id', f.id, 'deploymentId', f.deployment_id,
    'status', f.content -> 'status', 'necessityText', f.content -> 'necessityText',
    'lessIntrusiveAlternativesText', f.content -> 'lessIntrusiveAlternativesText',
    'dpiaFileHash', f.content -> 'dpia' -> 'fileHash')) AS sibling
  FROM data_sharing.data_flow own JOIN data_sharing.data_flow f
    ON f.organisation_id = own.organisation_id AND f.series_id <> own.series_id
  WHERE own.id = $1 AND f.put_aside_on IS NULL ORDER BY f.series_id, f.version DESC LIMIT 500`;

/** Submitted flows of other trusts that use the same impact assessment or words: that they do, and nothing else of them. */
const ELSEWHERE = `
  SELECT elsewhere AS sibling FROM data_sharing.data_flow own, data_sharing.said_elsewhere(own.id) elsewhere WHERE own.id = $1`;

/** The hash of the flow's own impact assessment, where a document of a supplier's pack is the same file, wherever it is kept. */
const SUPPLIERS_PACKS = `
  SELECT pack AS "packHash" FROM data_sharing.data_flow own, data_sharing.in_a_suppliers_pack(own.id) pack WHERE own.id = $1`;
