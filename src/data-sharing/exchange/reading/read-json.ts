import { checkFile, type FileProblem } from '../../../legal-basis/record/check-file.js';
import { wholeFile, type FileFault } from '../../../web/sheet/file-fault.js';
import { firstOf, type FileReading } from './file-reading.js';

/**
 * Reads a JSON file of flows in the published structure: one flow, a list of flows, or `{ flows, register }`; a register
 * beside them is for checking and changes nothing here. Never throws.
 */
export function readJson(bytes: Uint8Array): FileReading {
  const text = textOf(bytes);
  if (text === null)
    return { faults: [wholeFile('The file is not text in UTF-8.', 'Save it as UTF-8 and try again.')] };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (fault) {
    return { faults: [notJson(text, fault)] };
  }
  const checked = checkFile(json);
  if (!checked.usable) return { faults: firstOf(checked.problems.map(faultOf)) };
  const { flows } = checked.file;
  if (flows.length === 0)
    return { faults: [wholeFile('There is no flow in this file.', 'Put at least one flow into “flows”.')] };
  return {
    flows: flows.map((record, index) => ({
      key: record.id ?? `flows[${String(index)}]`,
      deploymentId: record.deploymentId ?? null,
      record,
    })),
  };
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function notJson(text: string, fault: unknown): FileFault {
  const at = Number(/position (\d+)/.exec(fault instanceof Error ? fault.message : '')?.[1] ?? text.length);
  const line = text.slice(0, at).split('\n').length;
  return wholeFile(
    `The file is not JSON: it goes wrong, or stops, in line ${line.toLocaleString('en-GB')}.`,
    'Export the flows again and change only the values.',
  );
}

/** Where a reason says what to do in a second sentence, that is what to write instead. */
function faultOf({ path, reason }: FileProblem): FileFault {
  const place = { row: null, where: path };
  if (reason.startsWith('Expected '))
    return { ...place, wrong: 'The value cannot be used.', instead: reason.replace('Expected', 'Write') };
  const [wrong = reason, instead = 'Take it out, or write the name as it is published.'] =
    reason.split(/(?<=\.) /);
  return { ...place, wrong, instead };
}
