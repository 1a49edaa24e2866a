import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How often panels were proposed for a round, from which seeds and on what, and which were accepted, is for everyone. Before,
 * whoever leads could draw until the panel was to their liking, and nobody saw how often.
 */
export class PanelsDrawnInTheOpen1764000000249 implements MigrationInterface {
  name = 'PanelsDrawnInTheOpen1764000000249';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      GRANT SELECT ON reviews.panel_acceptance TO candour_definer;
      CREATE POLICY "functions look at it" ON reviews.panel_acceptance FOR SELECT TO candour_definer USING (true);

      -- Neither who proposed, nor who would sit, nor what keeps somebody from a panel is told by anything in it.
      CREATE VIEW reviews.panel_draw AS
        SELECT p.round_id, row_number() OVER (PARTITION BY p.round_id ORDER BY p.id)::integer AS place, p.origin,
          CASE WHEN p.origin <> 'table' THEN p.seed END AS seed, p.inputs_hash, jsonb_array_length(p.panels) AS panels,
          p.proposed_on, a.accepted_on
        FROM reviews.panel_proposal p LEFT JOIN reviews.panel_acceptance a ON a.proposal_id = p.id;
      GRANT SELECT ON reviews.panel_draw TO candour_public, candour_member, candour_receipt, candour_operator;
      CALL access.hand_to_definer();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW reviews.panel_draw;
      DROP POLICY "functions look at it" ON reviews.panel_acceptance;
      REVOKE SELECT ON reviews.panel_acceptance FROM candour_definer;
    `);
  }
}
