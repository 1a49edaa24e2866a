import { chromium } from 'playwright-core';
import { AxeBuilder } from '@axe-core/playwright';
import { execSync } from 'node:child_process';
const exe = execSync('which chromium || which chromium-browser || which google-chrome').toString().trim();
const A='http://127.0.0.1:3912';
const b = await chromium.launch({ executablePath: exe, headless: true, args:['--no-sandbox','--disable-gpu'] });
const shots = process.argv[2];
const RULES = ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice'];
if (shots === 'axe') {
  for (const path of process.argv.slice(3)) {
    const p = await b.newPage({ viewport:{width:320,height:900} });
    const r = await p.goto(A+path);
    const { violations } = await new AxeBuilder({page:p}).withTags(RULES).setLegacyMode().analyze();
    const w = await p.evaluate('[document.documentElement.scrollWidth, document.documentElement.clientWidth]');
    console.log(path, r.status(), violations.map(v=>v.id+': '+v.nodes.map(n=>n.html.slice(0,120)).join(' | ')), w.join('/'));
    await p.close();
  }
} else {
  for (const [name, path, sel, opt] of JSON.parse(process.argv[3])) {
    const p = await b.newPage({ viewport:{width: opt?.w ?? 1280,height:900}, javaScriptEnabled: opt?.js ?? true });
    if (opt?.print) await p.emulateMedia({ media:'print' });
    if (opt?.forced) await p.emulateMedia({ forcedColors:'active' });
    await p.goto(A+path);
    if (opt?.grey) await p.addStyleTag({ content: 'html{filter:grayscale(1)}' }).catch(()=>{});
    const t = sel ? p.locator(sel).first() : p;
    await t.screenshot({ path:`/tmp/small12-${name}.png`, ...(sel?{}:{fullPage:true}) });
    await p.close();
  }
}
await b.close();
