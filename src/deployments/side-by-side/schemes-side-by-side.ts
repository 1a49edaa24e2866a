import { Injectable } from '@nestjs/common';
import type { Actor } from '../../identity/actor.js';
import { Unprocessable } from '../../kernel/refusal.js';
import { DeploymentsQueries } from '../finding/deployments.queries.js';
import { SchemeMentions } from '../finding/scheme-mentions.js';
import { SchemeSections } from '../finding/scheme-sections.js';
import { sideBySide, type SideBySide } from './side-by-side.js';
import type { SchemeToCompare } from './fields-of-a-scheme.js';

const FEWEST = 2;
const MOST = 6;

/** Lays two to six schemes side by side, each as this actor may read it. */
@Injectable()
export class SchemesSideBySide {
  constructor(
    private readonly deployments: DeploymentsQueries,
    private readonly sections: SchemeSections,
    private readonly mentions: SchemeMentions,
  ) {}

  /**
   * The schemes of these keys or ids, in their order; one that is named twice is there once.
   * @throws Unprocessable unless they are two to six; NotFound where one cannot be seen.
   */
  async of(actor: Actor, asked: unknown): Promise<SideBySide> {
    const names = [
      ...new Set([asked].flat().filter((name): name is string => typeof name === 'string' && name !== '')),
    ];
    if (names.length < FEWEST || names.length > MOST) throw notSoMany();
    const schemes: SchemeToCompare[] = [];
    for (const name of names) {
      const detail = await this.deployments.named(actor, name);
      if (schemes.some((scheme) => scheme.detail.id === detail.id)) continue;
      const [sections, mentions] = [
        await this.sections.of(actor, detail),
        await this.mentions.of(actor, detail),
      ];
      schemes.push({ detail, sections, mentions });
    }
    if (schemes.length < FEWEST) throw notSoMany();
    return sideBySide(schemes);
  }
}

function notSoMany(): Unprocessable {
  return new Unprocessable(
    [{ field: 'scheme', text: 'Choose two to six schemes: tick them in the list of schemes' }],
    'Schemes are compared side by side where two to six are chosen.',
  );
}
