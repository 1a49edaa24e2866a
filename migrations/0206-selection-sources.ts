import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is searched to select people for a scheme, by whom and for what, and under which data flow; one without a flow is told as such. */
export class SelectionSources1764000000206 implements MigrationInterface {
  name = 'SelectionSources1764000000206';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(`CALL deployments.hold_entries('data_sharing.selection_source', 'selection-source', 'a selection source',
      $$source || ': ' || searched_by$$, 'searched_by')`);
    await runner.query(FLOW);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`CALL deployments.let_go_of_entries('data_sharing.selection_source')`);
    await runner.query('DROP TABLE data_sharing.selection_source');
    await runner.query('DROP FUNCTION data_sharing.selection_rests_on_submitted_flows');
    await runner.query(
      'ALTER TABLE data_sharing.data_flow DROP CONSTRAINT "a version of a flow is of one deployment"',
    );
  }
}

const TABLES = `
  CREATE TABLE data_sharing.selection_source (
    source text NOT NULL CONSTRAINT "a source is of a known sort" CHECK (source IN ('CALLS_999', 'POLICE_INCIDENTS', 'CUSTODY',
      'SECTION_136', 'EMERGENCY_DEPARTMENT', 'AMBULANCE', 'MENTAL_HEALTH_TEAMS', 'PANEL', 'GP', 'LOCAL_AUTHORITY',
      'VOLUNTARY', 'OTHER')),
    searched_for text NOT NULL CONSTRAINT "something is searched for" CHECK (searched_for ~ '\\S'),
    threshold text,
    period text,
    searched_by text NOT NULL CONSTRAINT "somebody searches" CHECK (searched_by ~ '\\S'),
    flow_id uuid,
    told_how text,
    object_how text
  );
`;

const FLOW = `
  ALTER TABLE data_sharing.data_flow ADD CONSTRAINT "a version of a flow is of one deployment" UNIQUE (id, deployment_id);
  ALTER TABLE data_sharing.data_flow NO FORCE ROW LEVEL SECURITY;
  ALTER TABLE data_sharing.selection_source NO FORCE ROW LEVEL SECURITY;
  ALTER TABLE data_sharing.selection_source ADD CONSTRAINT "a selection source names a data flow of the same scheme"
    FOREIGN KEY (flow_id, deployment_id) REFERENCES data_sharing.data_flow (id, deployment_id);
  -- A draft that nobody but its trust reads shows nobody under which basis people are searched for.
  CREATE FUNCTION data_sharing.selection_rests_on_submitted_flows() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
    BEGIN
      IF NEW.flow_id IS NOT NULL
        AND NOT EXISTS (SELECT FROM data_sharing.data_flow f WHERE f.id = NEW.flow_id AND f.submitted)
      THEN CALL data_sharing.refuse('a selection source names a data flow that is submitted'); END IF;
      RETURN NEW;
    END $$;
  CREATE TRIGGER "a selection source names a data flow that is submitted" BEFORE INSERT OR UPDATE OF flow_id
    ON data_sharing.selection_source FOR EACH ROW EXECUTE FUNCTION data_sharing.selection_rests_on_submitted_flows();
  ALTER TABLE data_sharing.data_flow FORCE ROW LEVEL SECURITY;
  ALTER TABLE data_sharing.selection_source FORCE ROW LEVEL SECURITY;
`;
