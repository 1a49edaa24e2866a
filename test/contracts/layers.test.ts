import { join } from 'node:path';
import { projectRoot } from '../../src/kernel/project-root.js';
import { outputOf, PlantedTree } from '../support/planted-tree.js';

const LEGAL = {
  'src/kernel/thing.ts': 'export const thing = 1;',
  'src/platform/clock.ts': "import { thing } from '../kernel/thing.js'; export const clock = thing;",
  'src/ledger/ledger.ts':
    "import { clock } from '../platform/clock.js'; import 'typeorm'; export const ledger = clock;",
  'src/frameworks/edition.ts': "import { ledger } from '../ledger/ledger.js'; export const edition = ledger;",
  'src/deployments/deployment.ts':
    "import { ledger } from '../ledger/ledger.js'; export const deployment = ledger;",
  'src/concerns/concern.ts': "import { ledger } from '../ledger/ledger.js'; export const concern = ledger;",
  'src/reviews/review.ts':
    "import { edition } from '../frameworks/edition.js'; import { deployment } from '../deployments/deployment.js'; export const review = [edition, deployment];",
  'src/publication/publication.ts':
    "import { review } from '../reviews/review.js'; export const publication = review;",
  'src/complaints/complaint.ts':
    "import { concern } from '../concerns/concern.js'; export const complaint = concern;",
  'src/data-sharing/flow.ts':
    "import { deployment } from '../deployments/deployment.js'; export const flow = deployment;",
  'src/demo-world/world.ts':
    "import { publication } from '../publication/publication.js'; export const world = publication;",
  'src/app.module.ts': "import { world } from './demo-world/world.js'; export const app = world;",
};

const PLANTED = {
  'src/kernel/upward.ts': "import { clock } from '../platform/clock.js'; export const upward = clock;",
  'src/ledger/feature.ts':
    "import type { Edition } from '../frameworks/type.js'; export type Feature = Edition;",
  'src/frameworks/type.ts': 'export type Edition = string;',
  'src/concerns/sideways.ts':
    "import { review } from '../reviews/review.js'; export const sideways = review;",
  'src/reviews/published.ts':
    "import { publication } from '../publication/publication.js'; export const p = publication;",
  'src/reviews/top.ts': "import { app } from '../app.module.js'; export const top = app;",
  'src/reviews/review.service.ts': "import { EntityManager } from 'typeorm'; export const m = EntityManager;",
  'src/reviews/review.policy.ts': "import { Injectable } from '@nestjs/common'; export const i = Injectable;",
  'src/reviews/review.entity.ts': "import { m } from './review.service.js'; export const e = m;",
  'src/review-method/agreement/alpha.ts':
    "import { Injectable } from '@nestjs/common'; export const i = Injectable;",
  'src/legal-basis/record/reading.ts': "import { parse } from 'csv-parse'; export const reading = parse;",
  'src/helpers/misc.ts': "import { thing } from '../kernel/thing.js'; export const misc = thing;",
  'src/deployments/index.ts': 'export const barrel = 1;',
  'src/deployments/uses-barrel.ts': "import { barrel } from './index.js'; export const uses = barrel;",
  'src/identity/one.ts': "import { two } from './two.js'; export const one = (): unknown => two;",
  'src/identity/two.ts': "import { one } from './one.js'; export const two = (): unknown => one;",
};

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

describe('The arrows of the house', () => {
  it('hold in this tree', async () => {
    expect(await violationsIn(projectRoot)).toEqual([]);
  });

  it('let a room use what lies below it, and what is drawn beside it', async () => {
    const tree = new PlantedTree(LEGAL);
    expect(await violationsIn(tree.folder)).toEqual([]);
    tree.remove();
  });

  it('catch every import that points another way', async () => {
    const tree = new PlantedTree({ ...LEGAL, ...PLANTED });
    const found = await violationsIn(tree.folder);
    tree.remove();
    expect(found).toEqual(
      [
        'src/kernel/upward.ts arrows-of-kernel',
        'src/ledger/feature.ts arrows-of-ledger',
        'src/concerns/sideways.ts arrows-of-concerns',
        'src/reviews/published.ts arrows-of-reviews',
        'src/reviews/top.ts arrows-of-reviews',
        'src/reviews/review.service.ts who-knows-typeorm',
        'src/reviews/review.policy.ts records-and-policies-stand-alone',
        'src/reviews/review.entity.ts records-and-policies-stand-alone',
        'src/review-method/agreement/alpha.ts pure-rules',
        'src/legal-basis/record/reading.ts legal-basis-stands-alone',
        'src/helpers/misc.ts every-room-is-drawn',
        'src/deployments/uses-barrel.ts no-barrels',
        'src/identity/one.ts no-circles',
      ].sort(),
    );
  });
});

async function violationsIn(folder: string): Promise<string[]> {
  const rules = join(projectRoot, '.dependency-cruiser.cjs');
  const wanted = ['src', '--config', rules, '--output-type', 'json'];
  const out = await outputOf('dependency-cruiser/bin/dependency-cruise.mjs', wanted, folder);
  const { summary } = JSON.parse(out) as { summary: { violations: Violation[] } };
  return [...new Set(summary.violations.map(({ from, rule }) => `${from} ${rule.name}`))].sort();
}
