import { z } from 'zod';
import { environment } from './environment.js';

const WIDTH = 100;

/** The text of `.env.example`: every variable with what it is for and what holds when it is left empty. */
export function environmentExample(): string {
  const { properties = {} } = z.toJSONSchema(environment, { io: 'input' });
  const entries = Object.entries(properties).map(([name, described]) => {
    const { description = '', default: initial = '' } = typeof described === 'object' ? described : {};
    return `${asComment(description)}\n${name}=${String(initial)}\n`;
  });
  return [`${asComment(HEADING)}\n`, ...entries].join('\n');
}

const HEADING =
  'Copy this file to .env and change what you need; a variable of the process itself wins over the file. ' +
  'Nothing has to be set to try Candour on your own machine.';

function asComment(text: string): string {
  const lines = text.split(' ').reduce<string[]>((done, word) => {
    const last = done.at(-1);
    if (last === undefined || last.length + word.length >= WIDTH) return [...done, `# ${word}`];
    return [...done.slice(0, -1), `${last} ${word}`];
  }, []);
  return lines.join('\n');
}
