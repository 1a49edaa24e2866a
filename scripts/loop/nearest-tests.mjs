import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const ANY_TEST = '\\.(spec|test)\\.js$';

/**
 * Patterns for jest of the compiled tests that are wanted: by a word of their path, or by a file or folder. Nothing
 * wanted means what changed since the last commit.
 */
export function nearestTests(root, wanted) {
  const all = wanted.length > 0 ? wanted : changed(root);
  const paths = all.flatMap((word) => patternsOf(root, word.replace(/^(\.\/)?(dist\/)?/, '')));
  const compiled = resolve(root, process.env.CANDOUR_DIST || 'dist').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return [...new Set(paths.map((path) => `^${compiled}/${path}`))];
}

function patternsOf(root, word) {
  const source = word.replace(/\.js$/, '.ts');
  if (/\.(spec|test)\.ts$/.test(source)) return [source.replace(/\.ts$/, '\\.js$')];
  const path = join(root, source);
  if (!existsSync(path)) return [`(src|test)/.*${word}`];
  const folder = statSync(path).isDirectory() ? source : dirname(source);
  return [`${folder}/.*${ANY_TEST}`, ...testsOfRoom(root, folder)];
}

/** Tests of a room that need PostgreSQL or HTTP stand in the folder of test that is called like the room. */
function testsOfRoom(root, folder) {
  const [top, room] = folder.split('/');
  if (top === 'migrations') return ['test/contracts/(schema|vocabularies)'];
  return top === 'src' && room && existsSync(join(root, 'test', room)) ? [`test/${room}/`] : [];
}

function changed(root) {
  const git = ['status', '--porcelain', '--untracked-files=all', '--no-renames', '-z'];
  const lines = spawnSync('git', git, { cwd: root, encoding: 'utf8' }).stdout ?? '';
  const paths = lines.split('\0').map((line) => line.slice(3));
  return paths.filter((path) => /^(src|test|migrations)\//.test(path) && existsSync(join(root, path)));
}
