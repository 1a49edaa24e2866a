import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../../src/kernel/project-root.js';
import { Form } from '../../src/web/form/form.js';

const MAKES_FORMS = /\b(defineForm|entryKind|mendable)\(/;
const DEEPEST = 3;

/** Every form that the code holds, by its name: those that files give out, and those of the kinds of entry that they give out. */
export async function everyForm(): Promise<ReadonlyMap<string, Form>> {
  const forms = new Map<string, Form>();
  const compiled = join(import.meta.dirname, '../../src');
  const files = readdirSync(join(projectRoot, 'src'), { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((one) => one.endsWith('.ts') && !one.endsWith('.spec.ts'))) {
    if (!MAKES_FORMS.test(readFileSync(join(projectRoot, 'src', file), 'utf8'))) continue;
    const given: unknown = await import(pathToFileURL(join(compiled, file.replace(/ts$/, 'js'))).href);
    collect(given, forms, DEEPEST);
  }
  return forms;
}

function collect(value: unknown, forms: Map<string, Form>, depth: number): void {
  if (isForm(value)) forms.set(value.id, value);
  else if (depth > 0 && typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) collect(part, forms, depth - 1);
}

function isForm(value: unknown): value is Form {
  return value instanceof Form;
}
