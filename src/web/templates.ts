import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';
import { projectRoot } from '../kernel/project-root.js';
import { choiceItems, dateItems, selectItems } from './form/drawn-items.js';
import { answerInWords, sameAnswer } from './form/summary-rows.js';
import { toldApart } from './form/told-apart.js';
import { readHelpLines } from './layout/help-lines.js';
import { capitalised, day, dayAndTime, numberInWords, plural, sentenceList, time } from './words.js';

/** Where templates live: beside the code that fills them, and in the design system. */
const FOLDERS = [`${projectRoot}/src`, fileURLToPath(new URL('..', import.meta.resolve('nhsuk-frontend')))];

const made = new Map<string, nunjucks.Environment>();

/**
 * The one Nunjucks environment of a process. Everything printed is escaped unless a template says otherwise; templates
 * are compiled once, however often Candour is started in it. Every page has the macros of the design system as `nhsuk.button(…)` and our own as `ui.fields(…)`.
 */
export function templates(more: readonly string[] = []): nunjucks.Environment {
  const known = made.get(more.join());
  if (known !== undefined) return known;
  const loader = new nunjucks.FileSystemLoader([...FOLDERS, ...more], { noCache: false, watch: false });
  const environment = new nunjucks.Environment(loader, {
    autoescape: true,
    trimBlocks: true,
    lstripBlocks: true,
  });
  for (const [name, filter] of Object.entries(FILTERS)) environment.addFilter(name, filter);
  environment.addGlobal('ui', ownMacros(environment));
  environment.addGlobal('nhsuk', designSystemMacros(environment));
  environment.addGlobal('helpNow', readHelpLines());
  made.set(more.join(), environment);
  return environment;
}

/** Compiles every page template, so that no visitor waits for the first rendering. */
export function warm(environment: nunjucks.Environment): number {
  const names = readdirSync(`${projectRoot}/src`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.njk'))
    .map((name) => name.replaceAll('\\', '/'));
  for (const name of names) environment.getTemplate(name, true);
  return names.length;
}

const FILTERS: Record<string, (...given: never[]) => unknown> = {
  day,
  time,
  dayAndTime,
  number: numberInWords,
  plural,
  capitalised,
  sentenceList,
  issueOf: (issues: readonly { readonly field: string }[] | undefined, field: string) =>
    issues?.find((issue) => issue.field === field),
  toldApart,
  sameAnswer,
  answerInWords,
  /** HTML drops the first line end of a textarea, so a text that begins with one needs another before it. */
  inTextarea: (text: string | undefined) => (text !== undefined && /^[\r\n]/.test(text) ? `\n${text}` : text),
};

type Macros = Record<string, unknown>;

function ownMacros(environment: nunjucks.Environment): Macros {
  const macros: Macros = { choiceItems, dateItems, selectItems };
  for (const file of readdirSync(`${projectRoot}/src/web/macros`).filter((name) => name.endsWith('.njk')))
    addLazily(macros, file.replace('.njk', ''), environment, `web/macros/${file}`);
  return macros;
}

function designSystemMacros(environment: nunjucks.Environment): Macros {
  const macros: Macros = {};
  for (const folder of readdirSync(`${FOLDERS[1] ?? ''}nhsuk/components`, { withFileTypes: true }))
    if (folder.isDirectory())
      addLazily(macros, folder.name, environment, `nhsuk/components/${folder.name}/macro.njk`);
  return macros;
}

/** The file `check-answers.njk` holds the macro `checkAnswers`; it is compiled when a page first uses it. */
function addLazily(macros: Macros, file: string, environment: nunjucks.Environment, template: string): void {
  const name = file.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  Object.defineProperty(macros, name, {
    enumerable: true,
    configurable: true,
    get() {
      const macro = exportedBy(environment.getTemplate(template, true))[name];
      Object.defineProperty(macros, name, { enumerable: true, value: macro });
      return macro;
    },
  });
}

function exportedBy(template: nunjucks.Template): Macros {
  let exported: Macros = {};
  const exporting = template as nunjucks.Template & {
    getExported(done: (fault: Error | null, macros: Macros) => void): void;
  };
  exporting.getExported((fault, macros) => {
    if (fault) throw fault;
    exported = macros;
  });
  return exported;
}
