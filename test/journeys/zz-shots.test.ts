import { launchBrowser } from '../support/browser.js';
import { servedDemoWorld } from '../support/demo-world.js';
import { NarrowScreen } from '../support/narrow-screen.js';

it('shots', async () => {
  const world = await servedDemoWorld();
  const screen = await NarrowScreen.open();
  const browser = await launchBrowser();
  const faults: string[] = [];
  for (const [part, path] of [
    ['group', '/groups/example-voices'],
    ['group', '/groups/example-voices/members/new'],
    ['group', '/groups/example-voices/leaving'],
    ['admin', '/groups/example-voices/contacts/new'],
    [null, '/groups/example-voices'],
  ] as const) {
    const visitor = await world.visitAs(part);
    await visitor.open(path);
    if (visitor.status !== 200) faults.push(path + String(visitor.status));
    faults.push(...(await screen.faultsOf(world.address + path, visitor)));
    for (const width of [320, 1280]) {
      const page = await browser?.newPage({ viewport: { width, height: 900 } });
      await page?.setExtraHTTPHeaders({ cookie: visitor.cookies.header() });
      await page?.goto(world.address + path);
      await page?.screenshot({ path: `/tmp/groups-shots/${part ?? 'anyone'}${path.replace(/\//g, '_')}-${String(width)}.png`, fullPage: true });
      await page?.close();
    }
  }
  await screen.close();
  await browser?.close();
  await world.close();
  expect(faults).toEqual([]);
}, 300_000);
