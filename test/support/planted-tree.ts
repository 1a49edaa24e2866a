import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { projectRoot } from '../../src/kernel/project-root.js';

/** A small project of a test's own, with this project's rules and packages, to see that the rules catch what they should. */
export class PlantedTree {
  readonly folder = mkdtempSync(join(tmpdir(), 'candour-planted-'));

  constructor(files: Readonly<Record<string, string>>) {
    copyFileSync(join(projectRoot, 'tsconfig.json'), join(this.folder, 'tsconfig.json'));
    symlinkSync(join(projectRoot, 'node_modules'), join(this.folder, 'node_modules'));
    writeFileSync(join(this.folder, 'package.json'), '{ "type": "module" }');
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.folder, path)), { recursive: true });
      writeFileSync(join(this.folder, path), text);
    }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** What a tool of this project prints in a folder; a tool that finds faults exits non-zero, which is no failure here. */
export function outputOf(tool: string, wanted: readonly string[], folder: string): Promise<string> {
  const program = join(projectRoot, 'node_modules', tool);
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [program, ...wanted],
      { cwd: folder, maxBuffer: 1 << 28 },
      (fault, out, said) => {
        if (out === '' && fault) reject(new Error(said || fault.message));
        else resolve(out);
      },
    );
  });
}
