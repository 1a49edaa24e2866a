import { createHash } from 'node:crypto';
import { parseSources, type SourceList } from '../../../evidence/sources/parse-sources.js';
import type { CalendarDay } from '../../../kernel/days/calendar-day.js';
import { FactFileFault, type FactFault } from '../../../kernel/fact-files/fact-file-fault.js';
import { Unprocessable } from '../../../kernel/refusal.js';
import { YamlText } from '../../../kernel/fact-files/yaml-file.js';
import { parseBodies, type LinkedBody } from '../../../organisations/importing/bodies/parse-bodies.js';
import { trustsFile, type TrustsFile } from '../../../organisations/importing/trusts/trusts-file.js';
import type { DeploymentFile, NationalClaim } from './deployment-file-schema.js';
import { parseDeploymentFile, parseNationalClaims } from './parse-deployment-file.js';
import {
  FURTHER_NAMES,
  Places,
  type FurtherFile,
  type RegisterFile,
  type RegisterFiles,
} from './register-files.js';

/** What one file turned out to hold. */
type Held =
  | { readonly is: 'sources'; readonly list: SourceList }
  | { readonly is: 'trusts'; readonly trusts: TrustsFile }
  | { readonly is: 'bodies'; readonly bodies: readonly LinkedBody[] }
  | { readonly is: 'claims'; readonly claims: readonly NationalClaim[] }
  | { readonly is: 'scheme'; readonly scheme: DeploymentFile }
  | { readonly is: 'further'; readonly further: FurtherFile }
  | { readonly is: 'passed over' };

/**
 * Reads the register's files by what they hold, whatever they are called and in whatever order they come.
 * @throws FactFileFault with the faults of all files, each with its line.
 */
export function readRegisterFiles(files: readonly RegisterFile[], today: CalendarDay): RegisterFiles {
  const places = new Places();
  const faults: FactFault[] = [];
  const held = files.flatMap((file): (Held & { readonly file: RegisterFile })[] => {
    try {
      return [{ ...readOne(file, places, today), file }];
    } catch (fault) {
      if (!(fault instanceof FactFileFault)) throw fault;
      faults.push(...fault.faults);
      return [];
    }
  });
  const read = held.filter(({ is }) => is !== 'passed over').map(({ file }) => file);
  const passedOver = held.filter(({ is }) => is === 'passed over').map(({ file: { name } }) => name);
  const lists = held.flatMap((one) => (one.is === 'sources' ? [one] : []));
  faults.push(...tooMany('lists of sources', lists));
  faults.push(
    ...tooMany(
      'files of trusts',
      held.filter(({ is }) => is === 'trusts'),
    ),
  );
  faults.push(
    ...tooMany(
      'files of other bodies',
      held.filter(({ is }) => is === 'bodies'),
    ),
  );
  const [sources] = lists;
  if (!sources && faults.length === 0) faults.push(SOURCES_MISSING);
  if (!sources || faults.length > 0) throw new FactFileFault(faults);
  return {
    ...{ edition: sources.list.edition, sources: sources.list.sources, places, passedOver },
    trusts: held.flatMap((one) => (one.is === 'trusts' ? [one.trusts] : []))[0] ?? null,
    bodies: held.flatMap((one) => (one.is === 'bodies' ? one.bodies : [])),
    deployments: held.flatMap((one) => (one.is === 'scheme' ? [one.scheme] : [])),
    nationalClaims: held.flatMap((one) => (one.is === 'claims' ? one.claims : [])),
    further: held.flatMap((one) => (one.is === 'further' ? [one.further] : [])),
    names: read.map(({ name }) => name),
    filesHash: hashOf(read.map(({ bytes }) => hashOf([bytes])).sort()),
  };
}

function readOne(file: RegisterFile, places: Places, today: CalendarDay): Held {
  if (/\.csv$/i.test(file.name)) return { is: 'trusts', trusts: trustsIn(file, today) };
  if (!/\.ya?ml$/i.test(file.name)) return { is: 'passed over' };
  const yaml = new YamlText(file.name, file.bytes);
  const names = new Set(namesAtTheTop(yaml.content));
  if (names.has('years') || names.has('lines')) return { is: 'passed over' };
  if (names.has('sources')) return { is: 'sources', list: sourcesIn(yaml, today) };
  if (names.has('bodies')) {
    const bodies = parseBodies(yaml);
    places.rememberEach(yaml, bodies, ['bodies']);
    return { is: 'bodies', bodies };
  }
  if (names.has('state') || names.has('title')) {
    const scheme = parseDeploymentFile(yaml);
    places.remember(yaml, scheme, ['key']);
    places.rememberEach(yaml, scheme.claims, ['claims']);
    return { is: 'scheme', scheme };
  }
  const further = FURTHER_NAMES.find((name) => names.has(name));
  if (further !== undefined) return { is: 'further', further: { name: further, yaml } };
  if (!names.has('claims')) throw new FactFileFault([yaml.fault([], HOLDS_NOTHING)]);
  const claims = parseNationalClaims(yaml);
  places.rememberEach(yaml, claims, ['claims']);
  return { is: 'claims', claims };
}

function trustsIn({ name, bytes }: RegisterFile, today: CalendarDay): TrustsFile {
  try {
    return trustsFile({ name, bytes, edition: null }, today);
  } catch (refusal) {
    if (!(refusal instanceof Unprocessable)) throw refusal;
    throw new FactFileFault(refusal.issues.map(({ text }) => ({ file: name, line: null, text })));
  }
}

/** An edition of a day to come would stand in the way of every edition until then. */
function sourcesIn(yaml: YamlText, today: CalendarDay): SourceList {
  const list = parseSources(yaml);
  if (list.edition > today) yaml.refuse([yaml.fault(['edition'], EDITION_TO_COME)]);
  return list;
}

function tooMany(what: string, held: readonly { readonly file: RegisterFile }[]): FactFault[] {
  const names = held.map(({ file }) => file.name).join(' and ');
  const text = `There are ${String(held.length)} ${what}: ${names}. Hand over one of them.`;
  return held.length > 1 ? [{ file: 'the files', line: null, text }] : [];
}

function namesAtTheTop(content: unknown): string[] {
  return typeof content === 'object' && content !== null ? Object.keys(content) : [];
}

function hashOf(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

const HOLDS_NOTHING =
  'holds neither sources, nor bodies, nor claims, nor one scheme with its title and state. Compare it with register/README.md, or leave it out.';
const EDITION_TO_COME = 'edition: is a day to come. Give the day on which the files were last compiled.';
const SOURCES_MISSING: FactFault = {
  file: 'sources.yaml',
  line: null,
  text: 'is missing. It says of which day the files are, and what each source is: hand it over with the others.',
};
