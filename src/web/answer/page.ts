/** How a page is answered, beyond its content. */
export interface PageOptions {
  /** 200, or 422 when the model carries issues, unless said otherwise. */
  readonly status?: number;
  /** Lets browsers and proxies keep the page this long, only for visitors who are not signed in. Unset: nobody keeps it. */
  readonly cacheSeconds?: number;
}

/**
 * A page to show: a template, named by its path under `src/`, and what it shows. Handlers return it; one
 * interceptor renders it, so no handler touches the response.
 */
export class Page {
  readonly status: number;
  readonly cacheSeconds: number;

  constructor(
    readonly template: string,
    readonly model: object = {},
    options: PageOptions = {},
  ) {
    this.status = options.status ?? (hasIssues(model) ? 422 : 200);
    this.cacheSeconds = options.cacheSeconds ?? 0;
  }
}

function hasIssues(model: object): boolean {
  return 'issues' in model && Array.isArray(model.issues) && model.issues.length > 0;
}
