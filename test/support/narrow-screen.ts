import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './browser.js';
import { pageFaults } from './page-faults.js';
import type { PageReader } from './page-reader.js';

/**
 * A real browser as narrow as a small telephone, in which a test looks at what a reader has before them. Where no
 * chromium is installed it shows nothing, which `launchBrowser` says loudly.
 */
export class NarrowScreen {
  private page: Page | undefined;

  private constructor(private readonly browser: Browser | undefined) {}

  /** Starts the browser. */
  static async open(): Promise<NarrowScreen> {
    return new NarrowScreen(await launchBrowser());
  }

  /** The page at this address as the reader has it, or as a visitor does; nothing where there is no browser. */
  async show(address: string, reader?: PageReader): Promise<Page | undefined> {
    this.page ??= await this.browser?.newPage({ viewport: { width: 320, height: 900 } });
    await this.page?.setExtraHTTPHeaders(reader ? { cookie: reader.cookies.header() } : {});
    await this.page?.goto(address);
    return this.page;
  }

  /** What a machine finds wrong with the page at this address; nothing where there is no browser. */
  async faultsOf(address: string, reader?: PageReader): Promise<readonly string[]> {
    const page = await this.show(address, reader);
    return page ? pageFaults(page) : [];
  }

  /** Ends the browser. */
  async close(): Promise<void> {
    await this.browser?.close();
  }
}
