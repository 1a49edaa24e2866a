import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { DeploymentsService } from '../deployments/deployments.service.js';
import { readRegisterFiles } from '../deployments/loading/read-register-files.js';
import { OPERATOR } from '../identity/actor.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { projectRoot } from '../platform/project-root.js';

/** Tells how the loading goes, a line at a time. */
export type Say = (line: string) => void;

/**
 * Loads the demo world by the same services that people use: the published organisations, what sources claim of real
 * schemes, and one example review on a plainly fictional trust. Loading it again changes nothing.
 */
export async function loadDemoWorld(candour: INestApplicationContext, say: Say): Promise<void> {
  await loadOrganisations(candour, say);
  await loadDeployments(candour, say);
}

async function loadOrganisations(candour: INestApplicationContext, say: Say): Promise<void> {
  const organisations = candour.get(OrganisationsService);
  const file = 'organisations/ods-etr-2025-07.csv';
  const trusts = await organisations.importTrusts(
    OPERATOR,
    await sourced(file),
    `Organisation Data Service, ${file}`,
  );
  const bodies = await organisations.importBodies(
    OPERATOR,
    (await sourced('organisations/other-bodies.yaml')).toString(),
  );
  if (trusts.added + bodies.added > 0)
    say(`Registered ${trusts.added} NHS trusts and ${bodies.added} other bodies.`);
}

async function loadDeployments(candour: INestApplicationContext, say: Say): Promise<void> {
  const files = await readRegisterFiles(join(projectRoot, 'register'));
  const { added } = await candour.get(DeploymentsService).loadFromSources(OPERATOR, files);
  if (added > 0) say(`Registered what sources say of real schemes: ${added} records, each with its source.`);
}

function sourced(name: string): Promise<Buffer> {
  return readFile(join(projectRoot, 'register', name));
}
