import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organisations and how one follows another. Everyone may read them; administrators and the operator keep them. */
export class Organisations1764000000004 implements MigrationInterface {
  name = 'Organisations1764000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA organisations;
      GRANT USAGE ON SCHEMA organisations TO candour_public, candour_member, candour_receipt, candour_gate, candour_operator;

      CREATE TABLE organisations.organisation (
        id uuid CONSTRAINT "an organisation has one id" PRIMARY KEY,
        revision integer NOT NULL,
        key text NOT NULL CONSTRAINT "an organisation's key is its own" UNIQUE,
        ods_code text CONSTRAINT "an ODS code belongs to one organisation" UNIQUE,
        name text NOT NULL,
        published_name text,
        type text NOT NULL,
        other_names text[] NOT NULL DEFAULT '{}',
        national_grouping text,
        geography text,
        postcode text,
        opened_on text,
        closed_on text,
        fictional boolean NOT NULL DEFAULT false,
        source text NOT NULL,
        confidence text NOT NULL CONSTRAINT "a fact was seen in a source or is being checked" CHECK (confidence IN ('A', 'B'))
      );
      CREATE INDEX "organisations by name" ON organisations.organisation (lower(name), id);

      CREATE TABLE organisations.succession (
        id uuid CONSTRAINT "a succession has one id" PRIMARY KEY,
        revision integer NOT NULL,
        predecessor_id uuid NOT NULL CONSTRAINT "a predecessor is an organisation" REFERENCES organisations.organisation,
        successor_id uuid NOT NULL CONSTRAINT "a successor is an organisation" REFERENCES organisations.organisation,
        took_place text,
        source text NOT NULL,
        confidence text NOT NULL CONSTRAINT "a link was seen in a source or is being checked" CHECK (confidence IN ('A', 'B')),
        CONSTRAINT "one organisation follows another once" UNIQUE (predecessor_id, successor_id),
        CONSTRAINT "no organisation follows itself" CHECK (predecessor_id <> successor_id)
      );

      CALL ledger.record_changes_of('organisations.organisation', 'organisation');
      CALL ledger.record_changes_of('organisations.succession', 'succession');

      ALTER TABLE organisations.organisation ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      ALTER TABLE organisations.succession ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
      GRANT SELECT ON organisations.organisation, organisations.succession TO candour_public, candour_receipt, candour_gate;
      GRANT SELECT, INSERT, UPDATE ON organisations.organisation, organisations.succession TO candour_member, candour_operator;
      CREATE POLICY "everyone reads organisations" ON organisations.organisation FOR SELECT USING (true);
      CREATE POLICY "everyone reads successions" ON organisations.succession FOR SELECT USING (true);
      CREATE POLICY "administrators add organisations" ON organisations.organisation FOR INSERT TO candour_member
        WITH CHECK ((SELECT access.holds('ADMIN')));
      CREATE POLICY "administrators change organisations" ON organisations.organisation FOR UPDATE TO candour_member
        USING ((SELECT access.holds('ADMIN')));
      CREATE POLICY "administrators link organisations" ON organisations.succession FOR INSERT TO candour_member
        WITH CHECK ((SELECT access.holds('ADMIN')));
      CREATE POLICY "administrators change links" ON organisations.succession FOR UPDATE TO candour_member
        USING ((SELECT access.holds('ADMIN')));
      CREATE POLICY "the operator adds organisations" ON organisations.organisation FOR INSERT TO candour_operator WITH CHECK (true);
      CREATE POLICY "the operator changes organisations" ON organisations.organisation FOR UPDATE TO candour_operator USING (true);
      CREATE POLICY "the operator links organisations" ON organisations.succession FOR INSERT TO candour_operator WITH CHECK (true);
      CREATE POLICY "the operator changes links" ON organisations.succession FOR UPDATE TO candour_operator USING (true);

      ALTER TABLE identity.membership ADD CONSTRAINT "a membership is for an organisation that exists"
        FOREIGN KEY (organisation_id) REFERENCES organisations.organisation;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE identity.membership DROP CONSTRAINT "a membership is for an organisation that exists";
      DROP SCHEMA organisations CASCADE;
    `);
  }
}
