import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One search for names: beside the text as it was written stands what is searched of it, in which apostrophes, `&` and
 * "and", hyphens, accents, Unicode forms, capitals and blanks no longer differ. PostgreSQL derives it by itself.
 */
export class OneSearch1764000000099 implements MigrationInterface {
  name = 'OneSearch1764000000099';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA IF NOT EXISTS search;
      GRANT USAGE ON SCHEMA search TO candour_public, candour_member, candour_receipt, candour_gate, candour_operator;
    `);
    for (const name of ['unaccent', 'pg_trgm']) await haveExtension(runner, name);
    await runner.query(FUNCTIONS);
    for (const [table, said] of Object.entries(SEARCHED))
      await runner.query(
        `ALTER TABLE ${table} ADD COLUMN searched text GENERATED ALWAYS AS (search.folded(${said})) STORED`,
      );
    await runner.query(`
      CREATE INDEX "organisations by words" ON organisations.organisation USING gin (searched search.gin_trgm_ops);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of Object.keys(SEARCHED))
      await runner.query(`ALTER TABLE ${table} DROP COLUMN searched`);
    await runner.query('DROP SCHEMA search CASCADE');
  }
}

/** What is searched of each, as an array of texts; nothing in it may depend on another row. */
const SEARCHED: Readonly<Record<string, string>> = {
  'organisations.organisation': 'ARRAY[name, ods_code] || other_names || search.names_in(former_names)',
  'deployments.deployment': 'ARRAY[title, area]',
  'deployments.deployment_name': 'ARRAY[name]',
  'deployments.deployment_agency': 'ARRAY[name]',
  'identity.person': 'ARRAY[name, email]',
};

/**
 * Has an extension that comes with PostgreSQL and that the owner of a database may create, in the schema `search`. An
 * administrator of the server may have made it before, elsewhere.
 */
async function haveExtension(runner: QueryRunner, name: string): Promise<void> {
  const known: unknown = await runner.query('SELECT FROM pg_available_extensions WHERE name = $1', [name]);
  if (!Array.isArray(known) || known.length === 0)
    throw new Error(
      `PostgreSQL lacks its own extension ${name}. Install its "contrib" package on the server, or allow the extension there`,
    );
  await runner.query(`CREATE EXTENSION IF NOT EXISTS ${name} SCHEMA search`);
  await runner.query(`ALTER EXTENSION ${name} SET SCHEMA search`).catch((fault: unknown) => {
    const said = fault instanceof Error ? fault.message : String(fault);
    throw new Error(
      `The extension ${name} is in another schema and could not be moved (${said}). As who made it, say: ALTER EXTENSION ${name} SET SCHEMA search`,
    );
  });
}

const MARKS = String.raw`[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]`;
const UNSEEN = String.raw`[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]`;
const APOSTROPHES = String.raw`[''\`\u00b4\u02b9-\u02bd\u02c8\u0374\u0384\u055a\u05f3\u1fbd\u1fbf\u1fef\u1ffd\u1ffe\u2018-\u201b\u2032\u2035\ua78b\ua78c\uff07\uff40]`;
const DASHES = String.raw`[\u002d\u058a\u05be\u2010-\u2015\u2043\u207b\u208b\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d]`;
const OTHER_SIGNS = String.raw`[\u0001-\u002c\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00a9\u00ab-\u00b1\u00b6-\u00b8\u00bb\u00bf\u1680\u2000-\u2027\u2028-\u205f\u3000-\u303f]+`;

/** Ranges of code points instead of classes of characters: what is a letter depends on the locale of the database. */
const FUNCTIONS = `
    CREATE FUNCTION search.names_in(former_names jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
      AS $$
        SELECT ARRAY(SELECT jsonb_array_elements_text(
          jsonb_path_query_array(coalesce(former_names, '[]'), '$[*].name ? (@.type() == "string")')));
      $$;

    -- One spelling for all that only differ in accents, Unicode form, capitals, the sign for "and" and which apostrophe or
    -- dash is written; words with one blank between them. The dictionary of unaccent does not change while a server runs.
    CREATE FUNCTION search.spelt_alike(said text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
      AS $$
        SELECT trim(regexp_replace(regexp_replace(
          lower(search.unaccent('search.unaccent'::regdictionary, normalize(regexp_replace(
            normalize(regexp_replace(regexp_replace(said, '${UNSEEN}', '', 'g'), '${APOSTROPHES}', '''', 'g'), NFKD),
            '${MARKS}', '', 'g'), NFKC))),
          '&', ' and ', 'g'), '${DASHES}', '-', 'g'));
      $$;

    -- What is searched: each word without its apostrophes, the parts of "Stoke-on-Trent" and "N.H.S." one by one, and the
    -- same as one word, because people write both.
    CREATE FUNCTION search.folded(said text[]) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
      AS $$
        SELECT string_agg(concat_ws(' ', nullif(trim(translate(word, '-.', '  ')), ''),
            CASE WHEN word ~ '[^-.][-.]+[^-.]' THEN translate(word, '-.', '') END), ' ' ORDER BY at)
          FROM regexp_split_to_table(regexp_replace(replace(search.spelt_alike(array_to_string(said, ' ')), '''', ''),
            '${OTHER_SIGNS}', ' ', 'g'), ' +') WITH ORDINALITY AS parts (word, at);
      $$;

    -- The words of a search as patterns for LIKE, each of which must be found, the longest first: NULL when nothing is
    -- typed, and a pattern that nothing matches when what is typed holds no word. Whoever writes "and" or "&" need not
    -- know which the name has, or that it has neither. Eight at most, so that a pasted page is no slow search.
    CREATE FUNCTION search.patterns(typed text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
      AS $$
        WITH words AS (
          SELECT DISTINCT word FROM regexp_split_to_table(
            regexp_replace(translate(search.spelt_alike(typed), '''-.', '   '), '${OTHER_SIGNS}', ' ', 'g'), ' +') AS word
          WHERE word <> ''),
        wanted AS (
          SELECT word FROM words WHERE word <> 'and' OR NOT EXISTS (SELECT FROM words WHERE word <> 'and')
          ORDER BY length(word) DESC, word LIMIT 8)
        SELECT CASE WHEN trim(typed) = '' THEN NULL
          ELSE coalesce((SELECT array_agg('%' || word || '%' ORDER BY length(word) DESC, word) FROM wanted), ARRAY['\\%'])
          END;
      $$;
  `;
