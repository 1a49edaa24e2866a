import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How a scheme stood on a day, as everyone could read it then, from the events of the log. The log itself is read by auditors;
 * of it this tells nobody more than what the record told everybody at the end of that day.
 */
export class AsItStood1764000000197 implements MigrationInterface {
  name = 'AsItStood1764000000197';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FUNCTIONS);
    await runner.query('CALL access.hand_to_definer()');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION ledger.public_since, ledger.stood_in_public');
  }
}

const KINDS = `('deployment', 'deployment-name', 'deployment-agency', 'deployment-place', 'claim', 'screening', 'transition',
  'halt', 'organisation')`;

const FUNCTIONS = `
  -- Records of one kind at the end of a day, each with its id and revision; what was no draft then, and nothing that was.
  CREATE FUNCTION ledger.stood_in_public(asked_kind text, asked uuid[], on_day date) RETURNS TABLE (id uuid, record jsonb)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
      SELECT e.subject_id, jsonb_build_object('id', e.subject_id, 'revision', e.revision) || (e.leaf::jsonb -> 'record')
        FROM unnest(asked) AS wanted (id) CROSS JOIN LATERAL (
          SELECT v.subject_id, v.revision, v.leaf FROM ledger.event v
            WHERE v.subject_kind = asked_kind AND v.subject_id = wanted.id AND v.day <= on_day
            ORDER BY v.revision DESC LIMIT 1) AS e
        WHERE asked_kind IN ${KINDS} AND coalesce((e.leaf::jsonb -> 'record' ->> 'published')::boolean, true) $$;

  -- The day since which everyone reads a record of these kinds; null where nobody does.
  CREATE FUNCTION ledger.public_since(asked_kind text, asked uuid) RETURNS date
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
      SELECT min(v.day) FROM ledger.event v WHERE v.subject_kind = asked_kind AND v.subject_id = asked
        AND asked_kind IN ${KINDS} AND coalesce((v.leaf::jsonb -> 'record' ->> 'published')::boolean, true) $$;
`;
