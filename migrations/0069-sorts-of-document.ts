import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What sort each document is, and two questions that the cross-record rules may ask of documents which nobody there can
 * open: whether a scheme that ended has the same protocol, and whether an impact assessment comes from a supplier's pack.
 * Both answer that two files are equal and nothing else; what is privileged takes no part. Documents kept before say nothing.
 */
export class SortsOfDocument1764000000069 implements MigrationInterface {
  name = 'SortsOfDocument1764000000069';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE evidence.item ADD COLUMN document_type text CONSTRAINT "a document is of a known sort" CHECK (document_type IN (
        'DPIA', 'APPROPRIATE_POLICY_DOCUMENT', 'INFORMATION_SHARING_AGREEMENT', 'JOINT_CONTROLLER_ARRANGEMENT',
        'PROCESSOR_CONTRACT', 'RECORD_OF_PROCESSING', 'PRIVACY_NOTICE', 'CONSENT_FORM', 'EQUALITY_IMPACT_ASSESSMENT',
        'PROTOCOL', 'SUPPLIER_PACK', 'MINUTES', 'CORRESPONDENCE', 'OTHER'));
      CREATE INDEX "documents by what they hold" ON evidence.item (sha256);
      CREATE INDEX "protocols of a scheme" ON evidence.item (deployment_id, id) WHERE document_type = 'PROTOCOL';
    `);
    await runner.query(EQUALITY);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION data_sharing.protocols_shared, data_sharing.in_a_suppliers_pack;
      DROP INDEX evidence."documents by what they hold", evidence."protocols of a scheme";
      ALTER TABLE evidence.item DROP COLUMN document_type;
    `);
  }
}

/** The scheme's own newest protocol stands for all of them: a scheme that ended and shares any is told under its hash. */
const EQUALITY = `
  CREATE FUNCTION data_sharing.protocols_shared(deployment uuid) RETURNS TABLE (deployment_id uuid, sha256 text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
    WITH own AS (
      SELECT e.id, e.sha256 FROM evidence.item e
      WHERE e.deployment_id = deployment AND e.document_type = 'PROTOCOL' AND e.audience <> 'privileged'),
    newest AS (SELECT o.sha256 FROM own o ORDER BY o.id DESC LIMIT 1)
    SELECT deployment, n.sha256 FROM newest n
    UNION
    SELECT d.id, n.sha256 FROM newest n, own o
      JOIN evidence.item e ON e.sha256 = o.sha256 AND e.document_type = 'PROTOCOL' AND e.audience <> 'privileged'
      JOIN deployments.deployment d ON d.id = e.deployment_id AND d.id <> deployment
        AND d.published AND d.state_code IN ('CLOSED', 'DISBANDED')
  $$;

  CREATE FUNCTION data_sharing.in_a_suppliers_pack(flow uuid) RETURNS SETOF text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
    SELECT f.content -> 'dpia' ->> 'fileHash' FROM data_sharing.data_flow f
    WHERE f.id = flow AND EXISTS (SELECT FROM evidence.item e
      WHERE e.sha256 = lower(trim(f.content -> 'dpia' ->> 'fileHash'))
        AND e.document_type = 'SUPPLIER_PACK' AND e.audience <> 'privileged')
  $$;

  REVOKE EXECUTE ON FUNCTION data_sharing.protocols_shared, data_sharing.in_a_suppliers_pack FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION data_sharing.protocols_shared, data_sharing.in_a_suppliers_pack
    TO candour_member, candour_operator;
`;
