import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './browser.js';
import { faultsWhenWide, pageFaults } from './page-faults.js';
import type { PageReader } from './page-reader.js';

const NARROW = { width: 320, height: 900 };

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

  /**
   * The page at this address as the reader has it, or as a visitor does; nothing where there is no browser. The cookies are
   * those of the reader and no others: what the pages before this one set would be sent in place of the reader's session.
   */
  async show(address: string, reader?: PageReader): Promise<Page | undefined> {
    this.page ??= await this.browser?.newPage({ viewport: NARROW });
    if (!this.page) return undefined;
    const held = reader?.cookies.all() ?? [];
    await this.page.context().clearCookies();
    const url = new URL(address).origin;
    await this.page.context().addCookies(held.map(([name, value]) => ({ name, value, url })));
    await this.page.goto(address);
    return this.page;
  }

  /** What a machine finds wrong with the page at this address; nothing where there is no browser. */
  async faultsOf(address: string, reader?: PageReader): Promise<readonly string[]> {
    const page = await this.show(address, reader);
    return page ? pageFaults(page) : [];
  }

  /** What a machine finds wrong with the page before the reader when its window is wide. */
  async faultsWhenWide(): Promise<readonly string[]> {
    if (!this.page) return [];
    await this.page.setViewportSize({ width: 1280, height: 900 });
    const found = await faultsWhenWide(this.page);
    await this.page.setViewportSize(NARROW);
    return found;
  }

  /** Ends the browser. */
  async close(): Promise<void> {
    await this.browser?.close();
  }
}
