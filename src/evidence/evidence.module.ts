import { Global, Module } from '@nestjs/common';
import { actorOf } from '../identity/request-actor.js';
import { LayoutContext } from '../web/layout/layout-context.js';
import { Register } from './register.js';

/** Files, and what every kind of record tells the rest of the system. It never decides what a record means. */
@Global()
@Module({ providers: [Register], exports: [Register] })
export class EvidenceModule {
  constructor(layout: LayoutContext, register: Register) {
    layout.contribute((request) => ({
      navigation: register.placesFor(actorOf(request)).map(({ href, text }) => ({ href, text })),
    }));
  }
}
