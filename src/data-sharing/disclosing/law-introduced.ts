import { Injectable } from '@nestjs/common';
import { Background, type BackgroundChange } from '../../evidence/background.js';
import { regimes } from '../../legal-basis/record/basis/regime.js';

/** Tells when the law on personal data changed, for whatever is laid out by days. */
@Injectable()
export class LawIntroduced {
  constructor(background: Background) {
    background.about(() => Promise.resolve(CHANGES));
  }
}

const CHANGES: readonly BackgroundChange[] = regimes.flatMap(({ code, label, from }) =>
  from === null ? [] : [{ key: `law-${code}`, sort: 'LAW', from, what: label, saidBy: 'The law itself' }],
);
