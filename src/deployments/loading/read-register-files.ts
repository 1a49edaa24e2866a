import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { YamlText } from '../../kernel/yaml-file.js';
import { parseSources } from '../../evidence/sources/parse-sources.js';
import type { Source } from '../../evidence/sources/source-schema.js';
import type { DeploymentFile, NationalClaim } from './deployment-file-schema.js';
import { parseDeploymentFile, parseNationalClaims } from './parse-deployment-file.js';

/** What the register's files say of deployments, read and found sound each by itself. */
export interface RegisterFiles {
  readonly deployments: readonly DeploymentFile[];
  readonly nationalClaims: readonly NationalClaim[];
  readonly sources: ReadonlyMap<string, Source>;
}

/**
 * Reads the deployments, the national claims and the sources from a register folder.
 * @throws FactFileFault for the first file that is not sound, with all its faults.
 */
export async function readRegisterFiles(folder: string): Promise<RegisterFiles> {
  const text = async (...path: string[]): Promise<YamlText> =>
    new YamlText(join('register', ...path), await readFile(join(folder, ...path)));
  const names = (await readdir(join(folder, 'deployments'))).filter((name) => name.endsWith('.yaml')).sort();
  const deployments = await Promise.all(
    names.map(async (name) => parseDeploymentFile(await text('deployments', name))),
  );
  const national = await text('claims-national.yaml');
  return {
    deployments,
    nationalClaims: parseNationalClaims(national),
    sources: parseSources(await text('sources.yaml')),
  };
}
