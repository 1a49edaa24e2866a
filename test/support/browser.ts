import { chromium, type Browser } from 'playwright-core';
import { installedProgram } from './installed-program.js';

/** Where chromium is: `CHROMIUM_PATH`, or the first known name on the path. */
function chromiumPath(): string | undefined {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') return named;
  return installedProgram(NAMES, { places: ELSEWHERE });
}

/**
 * A real browser with a fresh profile, or nothing where no chromium is installed, which is said loudly: journeys then
 * run over HTTP with `PageReader` and checks of colour, layout and keyboard are not made.
 */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser | undefined> {
  const executablePath = chromiumPath();
  if (executablePath === undefined) {
    process.stderr.write(MISSING);
    return undefined;
  }
  return chromium.launch({ executablePath, headless: true, args: [...QUIET, ...more] });
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe'];
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const MISSING = `
================================================================================
NO BROWSER: chromium is not on the path and CHROMIUM_PATH is not set.
Journeys run over HTTP with an HTML parser instead. Colour contrast, layout at
320 px, keyboard order and scripts are NOT checked in this run.
Install chromium (Debian: apt-get install chromium) or set CHROMIUM_PATH.
================================================================================
`;
