import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeploymentsQueries } from '../../src/deployments/finding/deployments.queries.js';
import { readRegisterFiles } from '../../src/deployments/loading/files/read-register.js';
import { registerFolder } from '../../src/deployments/loading/files/register-folder.js';
import { SourceLoading } from '../../src/deployments/loading/source-loading.js';
import { OPERATOR, VISITOR } from '../../src/identity/actor.js';
import type { Uuid } from '../../src/kernel/identifiers.js';
import { projectRoot } from '../../src/kernel/project-root.js';
import { runConsole, type Ran } from '../support/console.js';
import { withTheRegister } from '../support/deployments.js';
import { contactOf, GroupStage } from '../support/groups.js';
import { PRODUCTION_VARIABLES } from '../support/production-variables.js';
import { publishedReview } from '../support/publication.js';
import { rolesHeld, servedReviewWorld, type Part, type ServedReviewWorld } from '../support/reviews.js';
import { schemesFoundBy } from '../support/sent-by-program.js';

const REGISTER = join(projectRoot, 'register');

/** What was locked, said to a proposal, promised, named and released: the tables that hold it, and one column of each. */
const KEPT = [
  ['a locked score', 'reviews.score', "score = '3'"],
  ['the lock of it', 'reviews.score_lock', "content_hash = repeat('0', 64)"],
  ['what a reviewer said to a proposal', 'reviews.proposal_answer', "stance = 'confirm', words = ''"],
  ['what counts', 'reviews.moderated_score', "score = '3'"],
  ['a promise', 'reviews.round', "publication_date = '2030-01-01'"],
  ['what a record said before', 'ledger.change', 'before = \'"x"\''],
  ['a name', 'deployments.deployment_name', "name = name || ' of another kind'"],
  ['the name of a scheme', 'deployments.deployment', "title = 'Another title'"],
  ['a release', 'publication.release', "content = '{}'"],
  ['what the log tells', 'ledger.event', "leaf = '{}'"],
] as const;

const REFUSED =
  /permission denied|row-level security|has no event|what was said is not rewritten|only with a published reason|^done$/;

describe('The operator at the console, who has the keys of the house', () => {
  let world: ServedReviewWorld;
  let stage: GroupStage;
  let releaseId: Uuid;
  const folder = mkdtempSync(join(tmpdir(), 'candour-operator-'));

  beforeAll(async () => {
    world = await servedReviewWorld();
    stage = await GroupStage.in(world);
    ({ releaseId } = await publishedReview(world));
    await withTheRegister(world.candour);
    await candour('keys', 'make');
  }, 60_000);

  afterAll(() => world.close());

  it.each([
    ['first', 'AUDITOR', null, 'auditors read what reviewers must not see'],
    ['lived', 'TRUST_SUBMITTER', 'trust', 'the person holds a role in the trust under review'],
    ['submitter', 'USER_GROUP_MEMBER', 'group', 'holds a post in a trust, police force or commissioner'],
    ['stranger', 'USER_GROUP_MEMBER', 'trust', 'only a user-led group has members here'],
  ] as const)('makes nobody in a part of the review (%s) also %s (%s)', async (part, role, of, why) => {
    const before = await rolesHeld(world, part);
    const named = of === null ? [] : ['--organisation', of === 'trust' ? world.trustId : world.groupId];
    const ran = await candour('user', 'role', addressOf(part), '--grant', role, ...named);
    expect([ran.exitCode, String(ran.json['error'])]).toEqual([2, expect.stringContaining(why)]);
    expect(await rolesHeld(world, part)).toEqual(before);
  });

  it('ends a group’s member only so that the group is told, and everyone sees it', async () => {
    world.clock.setTo('2026-11-23');
    const { group, one } = await stage.groupOfOne();
    const named = ['--organisation', group.id, '--reason', 'They are tiresome.'];
    const ran = await candour('user', 'role', `${one}@example.org`, '--end', 'USER_GROUP_MEMBER', ...named);
    expect([ran.exitCode, ran.json['error']]).toEqual([0, undefined]);
    expect((await stage.noticesOf(group))[0]).toBe('ended-by-operator');
    expect(await stage.lettersTo(contactOf(group))).toContainEqual(
      expect.stringContaining('The operator has ended the role of Somebody') as string,
    );
  });

  it('changes nothing newer by loading an older folder of the register, nor hides a name that stood there', async () => {
    const newer = registerOf('2099-11-22', (text) => text.replace('title: SHIPP', 'title: The SHIPP team'));
    const files = readRegisterFiles(await registerFolder(newer), '2099-11-22');
    expect(await world.service(SourceLoading).load(OPERATOR, files)).toMatchObject({ corrected: 1 });
    const older = registerOf('2026-11-21', (text) => text.replace('title: SHIPP', 'title: Wellbeing desk'));
    expect(await candour('register', 'load', older)).toMatchObject({
      exitCode: 0,
      json: { added: 0, corrected: 0, leftAlone: 1 },
    });
    expect(await world.candour.get(DeploymentsQueries).named(VISITOR, 'surrey')).toMatchObject({
      title: 'The SHIPP team in Surrey',
    });
    expect(await schemesFoundBy(world, 'wellbeing desk')).not.toContain('surrey');
    for (const typed of ['SHIPP in Surrey', 'the shipp team'])
      expect([typed, await schemesFoundBy(world, typed)]).toEqual([
        typed,
        expect.arrayContaining(['surrey']),
      ]);
  });

  describe('and whoever has the application’s login, in the scope of the operator, an administrator, a lead or the trust', () => {
    let before: ReadonlyMap<string, string>;

    beforeAll(async () => {
      before = await kept();
    });

    it.each(KEPT)('is refused, or finds nothing to change: %s', async (_, table, change) => {
      expect(before.get(table)).toMatch(/^[0-9a-f]{32}$/);
      for (const scope of [OPERATOR, stage.admin, await world.as('lead'), await world.as('submitter')])
        for (const text of [
          `UPDATE ${table} SET ${change}`,
          `DELETE FROM ${table}`,
          `TRUNCATE ${table} CASCADE`,
        ])
          expect([scope.name, text, await stage.tried(scope, { text, values: [] })]).toEqual([
            scope.name,
            text,
            expect.stringMatching(REFUSED),
          ]);
      expect(await kept()).toEqual(before);
    });

    it('and writes no event beside to make it look done', async () => {
      const forged = {
        text: `INSERT INTO ledger.event (id, log, subject_kind, subject_id, revision, action, day, leaf, leaf_hash)
          VALUES (gen_random_uuid(), 'staff', 'release', $1, 2, 'correct', current_date, '{}', sha256('x'))`,
        values: [releaseId],
      };
      const change = { text: "UPDATE publication.release SET content = '{}'", values: [] };
      for (const scope of [OPERATOR, await world.as('lead')])
        expect(await stage.tried(scope, forged, change)).toContain('permission denied');
      expect(await kept()).toEqual(before);
    });
  });

  /** A fingerprint of everything that each of these tables holds. */
  async function kept(): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>();
    for (const [, table] of KEPT) {
      const { rows } = await world.superuser.query<{ all: string }>(
        `SELECT md5(string_agg(t::text, ' ' ORDER BY t::text)) AS all FROM ${table} t`,
      );
      found.set(table, rows[0]?.all ?? 'nothing');
    }
    return found;
  }

  /** The folder of the register as it comes with Candour, compiled on another day, and with another entry for Surrey. */
  function registerOf(edition: string, surrey: (text: string) => string): string {
    const copy = join(folder, edition);
    cpSync(REGISTER, copy, { recursive: true });
    rewrite(join(copy, 'sources.yaml'), (text) =>
      text.replace(/^edition: '[\d-]+'$/m, `edition: '${edition}'`),
    );
    const [file = ''] = readdirSync(copy, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('surrey.yaml'),
    );
    rewrite(join(copy, file), surrey);
    return copy;
  }

  function addressOf(part: Part): string {
    return `${world.personId(part)}@example.org`;
  }

  function candour(...words: string[]): Promise<Ran> {
    const variables = {
      ...{ ...PRODUCTION_VARIABLES, ...world.database.variables, CANDOUR_FOLDER: folder },
      CANDOUR_SECRET: 'a secret that is long enough for tests only',
    };
    return runConsole(variables, ...words);
  }
});

function rewrite(path: string, change: (text: string) => string): void {
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}
