import type { CDPSession, Page } from 'playwright-core';

const HELD = { key: 'Alt', code: 'AltLeft', windowsVirtualKeyCode: 18 };
const WITH_ALT = 1;

/**
 * Presses keys on a page as somebody without a mouse does, and counts each that goes down; typed words are not counted. A
 * key that is held with others is told to the browser as a keyboard tells it, which the library's own keyboard does not.
 */
export class KeysPressed {
  pressed = 0;

  private constructor(
    private readonly page: Page,
    private readonly session: CDPSession,
  ) {}

  /** A keyboard at this page. */
  static async on(page: Page): Promise<KeysPressed> {
    return new KeysPressed(page, await page.context().newCDPSession(page));
  }

  /** Holds Alt, presses the keys in turn, and lets go. */
  async holdingAlt(...keys: readonly string[]): Promise<void> {
    await this.send('rawKeyDown', { ...HELD, modifiers: WITH_ALT });
    for (const key of keys) {
      const pressed = { key, unmodifiedText: key, windowsVirtualKeyCode: key.toUpperCase().charCodeAt(0) };
      await this.send('keyDown', { ...pressed, modifiers: WITH_ALT });
      await this.send('keyUp', { ...pressed, modifiers: WITH_ALT });
    }
    await this.send('keyUp', { ...HELD, modifiers: 0 });
    this.pressed += 1 + keys.length;
  }

  /** Types words where the keys led to. */
  async words(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  private async send(type: 'rawKeyDown' | 'keyDown' | 'keyUp', key: object): Promise<void> {
    await this.session.send('Input.dispatchKeyEvent', { type, ...key });
  }
}
