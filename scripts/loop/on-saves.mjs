import { watch } from 'chokidar';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Folders whose files the running application or a test reads. */
const WATCHED = ['src', 'test', 'migrations', 'frameworks', 'register'];
/** Editors write one save as several events: a new file, a rename, a change of rights. */
const QUIET_TIME_MS = 120;

/**
 * Calls back once for each burst of saves in the folders, with what was saved; however the editor saves: in place, by
 * rename, as a new file. It resolves when it sees everything, and what it gives back ends it.
 */
export async function onSaves(root, callback, folders = WATCHED) {
  const watched = folders.map((folder) => join(root, folder)).filter(existsSync);
  const watcher = watch(watched, { ignoreInitial: true, ignored: isLeftByAnEditor });
  let saved = new Set();
  let pending;
  watcher.on('all', (_, path) => {
    saved.add(path);
    clearTimeout(pending);
    pending = setTimeout(() => {
      const burst = [...saved];
      saved = new Set();
      callback(burst);
    }, QUIET_TIME_MS);
  });
  await new Promise((ready) => watcher.once('ready', ready));
  return () => {
    clearTimeout(pending);
    return watcher.close();
  };
}

/** Backups and swap files of vim, sed, Emacs and JetBrains: made and gone again within one save. */
function isLeftByAnEditor(path) {
  return /(~|\.sw[a-z]|\.tmp|___jb_\w+___|[/\\](4913|sed\w{6}|\.?#[^/\\]*))$/.test(path);
}
