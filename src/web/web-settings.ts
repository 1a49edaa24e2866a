import { projectRoot } from '../kernel/project-root.js';
import type { Settings } from '../platform/settings/settings.js';

/** What the pages need to know about where and how they are served. */
export interface WebSettings {
  /** The address people type; decides whether cookies and headers assume HTTPS. */
  readonly publicUrl: URL;
  /** At least 32 characters; signs what forms and notices leave in the browser. Changing it only makes open forms ask to be sent again. */
  readonly cookieSecret: string;
  /** Where the compiled stylesheet and script are kept between starts. */
  readonly assetsFolder: string;
  /** The page people reach when they leave quickly: neutral, and without anything personal. */
  readonly leaveTo: string;
  /** Where a visitor who must be known is sent, with the page they asked for in `return`. */
  readonly signInPath: string;
  /** Places of whose requests nothing at all is logged, because a time could unmask a person. */
  readonly unloggedPaths: readonly string[];
  /** Places whose refusals look neutral and carry the quick way out, as the pages there do. */
  readonly discreetPaths: readonly string[];
  /** Whether browsers may keep public pages for a while; not where somebody is changing their words. */
  readonly keepsPublicPages: boolean;
  /** Where the service stands and who is responsible for it, as every page may say. */
  readonly standing: Pick<Settings, 'phase' | 'responsible'>;
  /** Most bytes of one JSON or plain form request. Far above any field limit, so that a long text gets its own answer. */
  readonly bodyLimitBytes: number;
  /** Most bytes of uploads that may be in memory at once, over all visitors. */
  readonly uploadsInMemoryBytes: number;
  /** Further folders with templates, after `src/`. */
  readonly moreTemplates: readonly string[];
  readonly uploads: { readonly fileBytes: number; readonly files: number };
}

/** Fills in what an installation seldom changes. */
export function webSettings(
  given: Pick<WebSettings, 'publicUrl' | 'cookieSecret'> & Partial<WebSettings>,
): WebSettings {
  return {
    assetsFolder: `${projectRoot}/.candour/assets`,
    leaveTo: 'https://www.bbc.co.uk/weather',
    signInPath: '/sign-in',
    unloggedPaths: [],
    discreetPaths: [],
    moreTemplates: [],
    keepsPublicPages: true,
    standing: { phase: 'trial', responsible: null },
    bodyLimitBytes: 2 * MEBIBYTE,
    uploadsInMemoryBytes: 256 * MEBIBYTE,
    uploads: { fileBytes: 10 * MEBIBYTE, files: 5 },
    ...given,
  };
}

/** True when people reach the service by https. */
export function servedByHttps(settings: WebSettings): boolean {
  return settings.publicUrl.protocol === 'https:';
}

const MEBIBYTE = 1024 * 1024;
