import { Injectable } from '@nestjs/common';
import { Access } from '../../access/access.js';
import { EvidenceItem } from '../../evidence/documents/evidence-item.entity.js';
import type { Actor } from '../../identity/actor.js';
import { scopeOf } from '../../identity/actor-scope.js';
import type { Uuid } from '../../kernel/identifiers.js';
import { Database } from '../../platform/database/database.js';
import { columns, select, sql, type RowOf } from '../../platform/database/selection.js';
import { DataFlow } from '../flow/data-flow.entity.js';
import { FlowSignOff } from '../flow/flow-sign-off.entity.js';
import { PARTS_OF_REGISTER, type PartOfRegister } from '../flow/rule-report.entity.js';
import type { DeploymentView, RegisterView, SiblingFlow } from '../../legal-basis/record/register-view.js';
import type { RecordedSignOff } from './record-to-judge.js';

/** A flow with everything that its judgement rests on, read in one snapshot. */
export interface FlowCase {
  readonly flow: FlowOfCase;
  /** Oldest first. */
  readonly signOffs: readonly RecordedSignOff[];
  readonly register: RegisterView;
  /** The parts of the register of which only some is here, because there is more than is compared; null when all is here. */
  readonly readInPart: readonly PartOfRegister[] | null;
}

/** The most that is read of each part of the register; of schemes, the flow's own is one of them. */
export const MOST_READ: Readonly<Record<PartOfRegister, number>> = {
  'closed-schemes': 50,
  'own-flows': 500,
  'flows-elsewhere': 100,
};

/** Reads what the rules need to see of a flow and of the register around it, as far as the actor may see it. */
@Injectable()
export class JudgingQueries {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** The case of a flow; null when there is no such flow for this actor. */
  async caseOf(actor: Actor, flowId: Uuid): Promise<FlowCase | null> {
    if (!this.access.can(actor, 'read', DataFlow)) return null;
    const permitted = this.access.where(actor, 'read', DataFlow, { alias: 'f', after: 1 });
    const readable = this.access.where(actor, 'read', EvidenceItem, { alias: 'e', after: 1 });
    const [[flow], signOffs, deployments, siblings, elsewhere, packs, documents] =
      await this.database.rowsOfEach(scopeOf(actor), [
        FLOW.from(`data_sharing.data_flow f WHERE f.id = $1 AND ${permitted.text}`, [
          flowId,
          ...permitted.values,
        ]),
        SIGN_OFF.from('data_sharing.flow_sign_off s WHERE s.flow_id = $1 ORDER BY s.id', [flowId], true),
        DEPLOYMENT.within(deploymentsBeside, [flowId, MOST_READ['closed-schemes'] + 1], true),
        SIBLING.within(siblingsOf, [flowId, MOST_READ['own-flows'] + 1], true),
        ELSEWHERE.from(SAID_ELSEWHERE, [flowId], true),
        PACK.from(SUPPLIERS_PACKS, [flowId], true),
        DOCUMENT.from(`${LINKED} AND ${readable.text}`, [flowId, ...readable.values]),
      ]);
    if (flow === undefined) return null;
    const found = {
      'closed-schemes': deployments.length,
      'own-flows': siblings.length,
      'flows-elsewhere': elsewhere.length,
    };
    const inPart = PARTS_OF_REGISTER.filter((part) => found[part] > MOST_READ[part]);
    return {
      flow,
      signOffs,
      register: {
        deployments: deployments.slice(0, MOST_READ['closed-schemes']).map(({ deployment }) => deployment),
        flows: [
          ...siblings.slice(0, MOST_READ['own-flows']),
          ...elsewhere.slice(0, MOST_READ['flows-elsewhere']),
        ].map(({ sibling }) => sibling),
        vendorPackHashes: packs.map(({ packHash }) => packHash),
        documents: documents.flatMap(({ id, sha256 }) => [id, sha256]),
        datedDocuments: documents.flatMap(({ id, sha256, dated }) => (dated === null ? [] : [id, sha256])),
      },
      readInPart: inPart.length === 0 ? null : inPart,
    };
  }
}

const FLOW = select({
  ...columns(
    DataFlow,
    'f',
    'id',
    'revision',
    'deploymentId',
    'organisationId',
    'seriesId',
    'version',
    'title',
  ),
  ...columns(DataFlow, 'f', 'content', 'submitted', 'submittedOn', 'submittedBy', 'putAsideOn'),
});

const SIGN_OFF = select({
  ...columns(FlowSignOff, 's', 'id', 'capacity', 'decision', 'signedBy', 'signedOn', 'reasons', 'conditions'),
  ...columns(FlowSignOff, 's', 'adviceFollowed', 'adviceNotFollowedReason', 'dissent', 'schemeParts'),
});

/** The flow of a case. */
export type FlowOfCase = RowOf<typeof FLOW>;

const WHOLE_DAY = String.raw`'^\d{4}-\d{2}-\d{2}$'`;
const SCREENED = ['01', '02', '03', '04', '05', '06', '08', '09', '10', '11'];
const screened = (code: string) => `upper(replace(s.answers ->> '${code}', '-', '_'))`;

const DEPLOYMENT = select({
  deployment:
    sql<DeploymentView>(`jsonb_strip_nulls(jsonb_build_object('id', d.id, 'state', d.state_code, 'area', d.area,
    'liveFrom', CASE WHEN lived.first ~ ${WHOLE_DAY} THEN lived.first END,
    'liveTo', CASE WHEN ended.day ~ ${WHOLE_DAY} THEN ended.day END,
    'closedOn', CASE WHEN d.state_code IN ('CLOSED', 'DISBANDED') AND coalesce(ended.day, d.state_at) ~ ${WHOLE_DAY}
      THEN coalesce(ended.day, d.state_at) END,
    'policeInvolvement', CASE WHEN police.named THEN true
      WHEN s.answers ->> 'SCR-01' = 'no' AND s.answers ->> 'SCR-02' = 'no' THEN false END,
    'cohortWithoutOffenceHistory', CASE d.offence_history WHEN 'NONE' THEN true WHEN 'SOME' THEN false WHEN 'ALL' THEN false END,
    'forceOrgId', police.force, 'protocolHash', protocol.sha256,
    ${SCREENED.map((number) => `'scr${number}', ${screened(`SCR-${number}`)}`).join(', ')}))`),
});

/**
 * The flow's own deployment, first of all, and closed ones that share its area or police force: what it may be the successor of. The
 * rules know one force of a scheme: one that shares any force with the own deployment is told under the own one's first.
 */
const deploymentsBeside = (list: string): string => `
  WITH own AS (SELECT f.deployment_id AS id FROM data_sharing.data_flow f WHERE f.id = $1),
    police_of AS (SELECT a.deployment_id, coalesce(a.organisation_id::text, lower(a.name)) AS force
      FROM deployments.deployment_agency a WHERE a.part = 'POLICE' AND a.withdrawn_on IS NULL),
    own_police AS (SELECT p.force FROM police_of p JOIN own ON own.id = p.deployment_id)
  SELECT ${list}
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
          WHERE mine.part = 'POLICE' AND mine.withdrawn_on IS NULL AND theirs.withdrawn_on IS NULL AND mine.deployment_id = o.id AND theirs.deployment_id = d.id)))
  ORDER BY d.id = (SELECT id FROM own) DESC, d.id LIMIT $2`;

const SIBLING = select({
  sibling: sql<SiblingFlow>(`jsonb_strip_nulls(jsonb_build_object('id', f.id, 'deploymentId', f.deployment_id,
    'status', f.content -> 'status', 'necessityText', f.content -> 'necessityText',
    'lessIntrusiveAlternativesText', f.content -> 'lessIntrusiveAlternativesText',
    'dpiaFileHash', f.content -> 'dpia' -> 'fileHash'))`),
});

/** The newest version that stands of every other flow of the same trust, as the cross-record rules compare them. */
const siblingsOf = (list: string): string => `
  SELECT DISTINCT ON (f.series_id) ${list}
  FROM data_sharing.data_flow own JOIN data_sharing.data_flow f
    ON f.organisation_id = own.organisation_id AND f.series_id <> own.series_id
  WHERE own.id = $1 AND f.put_aside_on IS NULL ORDER BY f.series_id, f.version DESC LIMIT $2`;

/** Submitted flows of other trusts that use the same impact assessment or words: that they do, and nothing else of them. */
const ELSEWHERE = select({ sibling: sql<SiblingFlow>('elsewhere') });
const SAID_ELSEWHERE =
  'data_sharing.data_flow own, data_sharing.said_elsewhere(own.id) elsewhere WHERE own.id = $1';

/** The hash of the flow's own impact assessment, where a document of a supplier's pack is the same file, wherever it is kept. */
const PACK = select({ packHash: sql<string>('pack') });
const SUPPLIERS_PACKS =
  'data_sharing.data_flow own, data_sharing.in_a_suppliers_pack(own.id) pack WHERE own.id = $1';

/** The documents that the record links, by id or by SHA-256, as far as they are kept here, whole and open to the actor. */
const DOCUMENT = select(columns(EvidenceItem, 'e', 'id', 'sha256', 'dated'));
const LINKED = `data_sharing.data_flow f
  CROSS JOIN LATERAL (SELECT lower(btrim(link #>> '{}')) AS said FROM jsonb_path_query(f.content, '$.**.evidenceId') link
    UNION SELECT lower(btrim(f.content -> 'dpia' ->> 'fileHash'))) named
  JOIN evidence.item e ON e.sha256 = named.said
    OR e.id = CASE WHEN named.said ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN named.said::uuid END
  WHERE f.id = $1 AND e.closed_on IS NULL AND e.content_fault IS NULL`;
