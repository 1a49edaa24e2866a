import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { AnswerInterceptor } from './answer/answer.interceptor.js';
import { Pages } from './answer/pages.js';
import { AnswerSchemaInterceptor } from './api/answer-schema.interceptor.js';
import { UnheardBodyInterceptor } from './api/unheard-body.interceptor.js';
import { DayAskedInterceptor } from './asking/day-asked.interceptor.js';
import { NamesAskedInterceptor } from './asking/names-asked.interceptor.js';
import { preparedAssets } from './assets/prepared-assets.js';
import { schemaPipe } from './errors/validation.js';
import { Refusals } from './errors/refusals.js';
import { RefusalFilter } from './errors/refusal.filter.js';
import { LayoutContext } from './layout/layout-context.js';
import { QuickExit } from './quick-exit.js';
import { templates } from './templates.js';
import type { WebSettings } from './web-settings.js';
import { ASSETS, TEMPLATES, WEB_SETTINGS } from './web.tokens.js';

/** How pages look, how forms are read, and how everything that is thrown becomes an answer. It knows no feature. */
@Global()
@Module({})
export class WebModule {
  /** The module for one application; the stylesheet is compiled here when it is not there yet. */
  static with(settings: WebSettings): DynamicModule {
    return {
      module: WebModule,
      providers: [
        { provide: WEB_SETTINGS, useValue: settings },
        { provide: TEMPLATES, useFactory: () => templates(settings.moreTemplates) },
        { provide: ASSETS, useFactory: () => preparedAssets(settings.assetsFolder) },
        LayoutContext,
        QuickExit,
        Refusals,
        Pages,
        { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
        { provide: APP_INTERCEPTOR, useClass: AnswerSchemaInterceptor },
        { provide: APP_INTERCEPTOR, useClass: UnheardBodyInterceptor },
        { provide: APP_INTERCEPTOR, useClass: DayAskedInterceptor },
        { provide: APP_INTERCEPTOR, useClass: NamesAskedInterceptor },
        { provide: APP_FILTER, useClass: RefusalFilter },
        { provide: APP_PIPE, useFactory: schemaPipe },
      ],
      exports: [LayoutContext, QuickExit, Refusals, Pages],
    };
  }
}
