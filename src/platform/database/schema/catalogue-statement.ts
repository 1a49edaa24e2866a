/** Schemas that are Candour's, and not PostgreSQL's own. */
const OURS = "n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'";

/** Things on which rights are given: how they are called, named and kept, and who owns them. */
interface Grantable {
  readonly kind: string;
  readonly name: string;
  readonly rights: string;
  readonly owner: string;
  readonly from: string;
}

/** What a right is written down as: for whom, what, on what. The owner's own rights go without saying. */
function rightsOn({ kind, name, rights, owner, from }: Grantable): string {
  return `SELECT 'right of {role}: ' || a.privilege_type || ' on ${kind} ' || ${name}, CASE WHEN a.is_grantable THEN 'may pass it on' ELSE '' END,
      ARRAY[CASE WHEN a.grantee = 0 THEN '' ELSE pg_get_userbyid(a.grantee)::text END]
    FROM ${from}, aclexplode(${rights}) a WHERE ${OURS} AND a.grantee <> ${owner}`;
}

const RELATION = 'pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace';
const RELATION_NAME = "n.nspname || '.' || c.relname";
const FUNCTION_NAME =
  "n.nspname || '.' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')'";
/** Without those that an extension brings: they are PostgreSQL's own, and another version of it has others. */
const FUNCTION = `pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
  AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_proc'::regclass AND e.objid = p.oid AND e.deptype = 'e')`;

/** Versions of PostgreSQL differ in where they write the table before a column, so a view is its text without and what it reads. */
const VIEW = `regexp_replace(pg_get_viewdef(c.oid), '\\m\\w+\\.', '', 'g') || (
  SELECT string_agg(DISTINCT m.nspname || '.' || k.relname, ' ' ORDER BY m.nspname || '.' || k.relname)
  FROM pg_rewrite w JOIN pg_depend e ON e.classid = 'pg_rewrite'::regclass AND e.objid = w.oid AND e.refclassid = 'pg_class'::regclass
    JOIN pg_class k ON k.oid = e.refobjid JOIN pg_namespace m ON m.oid = k.relnamespace WHERE w.ev_class = c.oid)`;

const TABLES = `
  SELECT 'schema ' || n.nspname AS piece, 'owned by {role}' AS made, ARRAY[pg_get_userbyid(n.nspowner)::text] AS roles
    FROM pg_namespace n WHERE ${OURS}
  UNION ALL SELECT 'extension ' || x.extname, 'in ' || n.nspname, '{}'
    FROM pg_extension x JOIN pg_namespace n ON n.oid = x.extnamespace WHERE ${OURS}
  UNION ALL SELECT CASE c.relkind WHEN 'v' THEN 'view ' WHEN 'm' THEN 'view ' WHEN 'S' THEN 'sequence ' ELSE 'table ' END || ${RELATION_NAME},
      concat_ws(' ', 'owned by {role}', CASE WHEN c.relkind IN ('v', 'm') THEN ${VIEW} END, c.reloptions::text),
      ARRAY[pg_get_userbyid(c.relowner)::text]
    FROM ${RELATION} WHERE ${OURS} AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f')
  UNION ALL SELECT 'row-level security of ' || ${RELATION_NAME},
      CASE WHEN c.relforcerowsecurity THEN 'for its owner too' ELSE 'not for its owner' END, '{}'
    FROM ${RELATION} WHERE ${OURS} AND c.relrowsecurity
  UNION ALL SELECT 'column ' || ${RELATION_NAME} || '.' || t.attname,
      concat_ws(' ', format_type(t.atttypid, t.atttypmod), CASE WHEN t.attnotnull THEN 'not null' END, t.attidentity::text || t.attgenerated::text,
        pg_get_expr(d.adbin, d.adrelid)), '{}'
    FROM pg_attribute t JOIN ${RELATION} ON c.oid = t.attrelid LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = t.attnum
    WHERE ${OURS} AND c.relkind IN ('r', 'p') AND t.attnum > 0 AND NOT t.attisdropped`;

const RULES = `
  SELECT 'constraint on ' || ${RELATION_NAME} || ': ' || o.conname, pg_get_constraintdef(o.oid), '{}'
    FROM pg_constraint o JOIN ${RELATION} ON c.oid = o.conrelid WHERE ${OURS} AND o.contype IN ('c', 'f', 'p', 'u', 'x')
  UNION ALL SELECT 'index on ' || ${RELATION_NAME} || ': ' || x.relname, pg_get_indexdef(i.indexrelid) || CASE WHEN i.indisvalid THEN '' ELSE ' broken' END, '{}'
    FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN ${RELATION} ON c.oid = i.indrelid WHERE ${OURS}
  UNION ALL SELECT 'policy on ' || ${RELATION_NAME} || ': ' || o.polname,
      concat_ws(' ', o.polcmd, CASE WHEN o.polpermissive THEN '' ELSE 'restrictive' END, pg_get_expr(o.polqual, o.polrelid), 'check',
        pg_get_expr(o.polwithcheck, o.polrelid)), ARRAY[''] || ARRAY(SELECT CASE WHEN r = 0 THEN '' ELSE pg_get_userbyid(r)::text END FROM unnest(o.polroles) r)
    FROM pg_policy o JOIN ${RELATION} ON c.oid = o.polrelid WHERE ${OURS}
  UNION ALL SELECT 'trigger on ' || ${RELATION_NAME} || ': ' || g.tgname, pg_get_triggerdef(g.oid) || CASE g.tgenabled WHEN 'O' THEN '' ELSE ' switched to ' || g.tgenabled::text END, '{}'
    FROM pg_trigger g JOIN ${RELATION} ON c.oid = g.tgrelid WHERE ${OURS} AND NOT g.tgisinternal
  UNION ALL SELECT 'foreign keys of ' || ${RELATION_NAME}, 'some are switched off', '{}'
    FROM pg_trigger g JOIN ${RELATION} ON c.oid = g.tgrelid WHERE ${OURS} AND g.tgisinternal GROUP BY 1 HAVING bool_or(g.tgenabled <> 'O')
  UNION ALL SELECT 'rule on ' || ${RELATION_NAME} || ': ' || w.rulename, concat_ws(' ', pg_get_ruledef(w.oid), w.ev_enabled), '{}'
    FROM pg_rewrite w JOIN ${RELATION} ON c.oid = w.ev_class WHERE ${OURS} AND w.rulename <> '_RETURN'
  UNION ALL SELECT 'dictionary ' || n.nspname || '.' || d.dictname, coalesce(d.dictinitoption, ''), '{}'
    FROM pg_ts_dict d JOIN pg_namespace n ON n.oid = d.dictnamespace WHERE ${OURS}
  UNION ALL SELECT 'function ' || ${FUNCTION_NAME}, 'not as its extension brings it', '{}'
    FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace JOIN pg_language l ON l.oid = p.prolang
      JOIN pg_depend e ON e.classid = 'pg_proc'::regclass AND e.objid = p.oid AND e.deptype = 'e'
      JOIN pg_extension x ON e.refclassid = 'pg_extension'::regclass AND x.oid = e.refobjid
    WHERE ${OURS} AND x.extname IN ('unaccent', 'pg_trgm') AND (l.lanname <> 'c' OR p.probin <> '$libdir/' || x.extname)
  UNION ALL SELECT 'function ' || ${FUNCTION_NAME},
      concat_ws(' ', 'owned by {role}', l.lanname, p.prokind, p.provolatile, p.proparallel, CASE WHEN p.prosecdef THEN 'as its owner' END, p.proisstrict,
        p.proconfig::text, pg_get_function_result(p.oid), p.prosrc, pg_get_function_sqlbody(p.oid)), ARRAY[pg_get_userbyid(p.proowner)::text]
    FROM ${FUNCTION} JOIN pg_language l ON l.oid = p.prolang WHERE ${OURS} AND p.prokind <> 'a'
  UNION ALL SELECT 'type ' || n.nspname || '.' || y.typname,
      concat_ws(' ', 'owned by {role}', y.typtype, (SELECT string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = y.oid)),
      ARRAY[pg_get_userbyid(y.typowner)::text]
    FROM pg_type y JOIN pg_namespace n ON n.oid = y.typnamespace
    WHERE ${OURS} AND (y.typtype IN ('e', 'd', 'r') OR y.typtype = 'c' AND EXISTS (SELECT FROM pg_class k WHERE k.oid = y.typrelid AND k.relkind = 'c'))`;

const GRANTABLE: readonly Grantable[] = [
  {
    kind: 'schema',
    name: 'n.nspname',
    rights: "coalesce(n.nspacl, acldefault('n', n.nspowner))",
    owner: 'n.nspowner',
    from: 'pg_namespace n',
  },
  {
    kind: 'table',
    name: RELATION_NAME,
    rights: `coalesce(c.relacl, acldefault(CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", c.relowner))`,
    owner: 'c.relowner',
    from: RELATION,
  },
  {
    kind: 'column',
    name: `${RELATION_NAME} || '.' || t.attname`,
    rights: 't.attacl',
    owner: 'c.relowner',
    from: `pg_attribute t JOIN ${RELATION} ON c.oid = t.attrelid`,
  },
  {
    kind: 'function',
    name: FUNCTION_NAME,
    rights: "coalesce(p.proacl, acldefault('f', p.proowner))",
    owner: 'p.proowner',
    from: FUNCTION,
  },
];

const RIGHTS = GRANTABLE.map(rightsOn).join(' UNION ALL ');

/** Asks for every piece. In a name or a definition `{role}` stands for the first of the roles. */
export const CATALOGUE = [TABLES, RULES, RIGHTS].join(' UNION ALL ');
