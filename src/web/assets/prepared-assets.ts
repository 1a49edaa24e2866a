import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { projectRoot } from '../../kernel/project-root.js';
import { StartFault } from '../../platform/start-fault.js';

/** Addresses of what every page loads; each name carries a hash of its content, so browsers may keep it for a year. */
export interface Assets {
  readonly stylesheet: string;
  readonly script: string;
  readonly icon: string;
}

/** Where assets are prepared beside the code, for an installation that is not written to while it runs. */
export const ASSETS_BESIDE_CODE = join(projectRoot, 'dist-assets');

const SOURCES = join(projectRoot, 'src', 'web', 'assets');
const DESIGN_SYSTEM = fileURLToPath(new URL('..', import.meta.resolve('nhsuk-frontend')));

/** The folder that assets are served from: beside the code where they were prepared there, else this one. */
export function assetsFolder(otherwise: string): string {
  return existsSync(ASSETS_BESIDE_CODE) ? ASSETS_BESIDE_CODE : otherwise;
}

/**
 * The stylesheet, script and icon in this folder, made there when the sources or the design system changed (about
 * three seconds, once). Several processes may prepare the same folder at the same time.
 * @throws StartFault when they are not there and cannot be made.
 */
export async function preparedAssets(folder: string): Promise<Assets> {
  const sources = await readSources();
  const manifest = join(folder, `${fingerprint(Object.values(sources)).slice(0, 20)}.json`);
  const known = await readFile(manifest, 'utf8').catch(() => undefined);
  if (known !== undefined) return JSON.parse(known) as Assets;
  try {
    return await prepare(folder, manifest, sources);
  } catch (fault) {
    throw new StartFault(
      `The stylesheet and scripts of this version are not in ${folder} and cannot be made there: ${fault instanceof Error ? fault.message : 'an unknown fault'}. ` +
        'Run candour assets where the code is installed with its development tools, then start again.',
    );
  }
}

async function prepare(folder: string, manifest: string, sources: Sources): Promise<Assets> {
  await mkdir(folder, { recursive: true });
  const library = await publish(folder, 'nhsuk', 'js', sources.library);
  const assets: Assets = {
    stylesheet: await publish(folder, 'candour', 'css', await stylesheet()),
    script: await publish(folder, 'candour', 'js', sources.script.replace('nhsuk-frontend', library)),
    icon: await publish(folder, 'icon', 'svg', sources.icon),
  };
  await cp(join(DESIGN_SYSTEM, 'nhsuk', 'assets', 'images'), join(folder, 'images'), { recursive: true });
  await put(manifest, JSON.stringify(assets));
  return assets;
}

type Sources = Readonly<Record<'library' | 'style' | 'script' | 'icon', string>>;

async function readSources(): Promise<Sources> {
  const library = await readFile(join(DESIGN_SYSTEM, 'nhsuk', 'nhsuk-frontend.min.js'), 'utf8');
  return {
    library: library.replace(/\/\/# sourceMappingURL=.*$/m, ''),
    style: await styleSources(),
    script: await readFile(join(SOURCES, 'candour.mjs'), 'utf8'),
    icon: await readFile(join(SOURCES, 'icon.svg'), 'utf8'),
  };
}

async function styleSources(): Promise<string> {
  const parts = (await readdir(join(SOURCES, 'style'))).sort().map((name) => join('style', name));
  const files = ['candour.scss', ...parts].map((name) => readFile(join(SOURCES, name), 'utf8'));
  return (await Promise.all(files)).join('\0');
}

async function stylesheet(): Promise<string> {
  const { compileAsync } = await import('sass');
  const compiled = await compileAsync(join(SOURCES, 'candour.scss'), {
    style: 'compressed',
    loadPaths: [DESIGN_SYSTEM],
  });
  return compiled.css;
}

/** Writes the file and its compressed twins under a name that holds the hash of its content. */
async function publish(folder: string, name: string, extension: string, content: string): Promise<string> {
  const file = `${name}.${fingerprint([content]).slice(0, 12)}.${extension}`;
  const [brotli, gzipped] = await Promise.all([promisify(brotliCompress)(content), promisify(gzip)(content)]);
  await put(join(folder, `${file}.br`), brotli);
  await put(join(folder, `${file}.gz`), gzipped);
  await put(join(folder, file), content);
  return `/assets/${file}`;
}

/** Readers see the whole file or none: it is written beside its place and then renamed. */
async function put(path: string, content: string | Buffer): Promise<void> {
  const beside = `${path}.${String(process.pid)}-${String(Math.random()).slice(2)}`;
  await writeFile(beside, content);
  await rename(beside, path);
}

function fingerprint(contents: readonly string[]): string {
  const hash = createHash('sha256');
  for (const content of contents) hash.update(content).update('\0');
  return hash.digest('hex');
}
