import { existsSync, readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectRoot } from '../../kernel/project-root.js';

const MOST = 50;
const PLACE = /^(.*?[( ])((?:file:\/\/)?\/[^()]*):(\d+):(\d+)(\)?)$/;

/**
 * Where a fault came from, frame by frame, as places of the source: the maps are read now, when one is needed, because a
 * process that held all of them would be a tenth larger. The message before the frames is left out.
 */
export function framesOf({ stack = '' }: Error): readonly string[] {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, MOST)
    .map((line) => inSource(line.trim()));
}

function inSource(frame: string): string {
  const [, before = '', address = '', line = '', column = '', after = ''] = PLACE.exec(frame) ?? [];
  if (address === '') return frame;
  const path = address.startsWith('file:') ? fileURLToPath(address) : address;
  const found = original(path, Number(line), Number(column)) ?? { path, line, column };
  return `${before}${relative(projectRoot, found.path)}:${found.line}:${found.column}${after}`;
}

interface Place {
  readonly path: string;
  readonly line: number | string;
  readonly column: number | string;
}

function original(path: string, line: number, column: number): Place | null {
  const beside = `${path}.map`;
  if (path.includes('node_modules') || !existsSync(beside)) return null;
  const map = new SourceMap(JSON.parse(readFileSync(beside, 'utf8')) as SourceMapPayload);
  const found = map.findEntry(line - 1, column - 1);
  if (!('originalSource' in found)) return null;
  return {
    path: resolve(dirname(beside), found.originalSource),
    line: found.originalLine + 1,
    column: found.originalColumn + 1,
  };
}
