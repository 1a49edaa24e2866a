/**
 * How long it takes to judge 1,000 and 10,000 flows by every rule, from the text of a file to the last result, through the
 * code of `candour rules check`; and how much memory at most. Growth is linear when ten times as many take ten times as long.
 *
 *     node dist/bench/rules.js
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { judgeFile } from '../src/legal-basis/judge-file.js';
import { checkFile } from '../src/legal-basis/record/check-file.js';
import { allRules } from '../src/legal-basis/rules/all-rules.js';
import { modelFlow } from '../test/support/data-sharing/model-flow.js';

const SIZES = [1000, 10_000];
const ROUNDS = 3;
const DAY = '2026-11-22';

/** One measurement, in seconds and megabytes. */
interface Measured {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly megabytes: number;
  readonly results: number;
}

const wanted = Number(process.argv[2] ?? 0);
if (wanted > 0) console.log(JSON.stringify(measured(wanted)));
else tellAll();

/** Each size runs in a process of its own, so that its peak of memory is its own; the middle of three rounds counts. */
function tellAll(): void {
  const found = SIZES.map((size) => ({ size, ...middleOf(size) }));
  for (const { size, seconds, cpuSeconds, megabytes, results } of found)
    console.log(
      `${size.toLocaleString('en-GB')} flows × ${String(allRules.length)} rules: ${seconds.toFixed(2)} s ` +
        `(${cpuSeconds.toFixed(2)} s of processor, ${((cpuSeconds / size) * 1000).toFixed(2)} ms a flow), ` +
        `${String(Math.round(megabytes))} MB at most, ${results.toLocaleString('en-GB')} results`,
    );
  const [small, large] = found;
  if (small && large)
    console.log(
      `${String(large.size / small.size)} times as many flows take ${(large.cpuSeconds / small.cpuSeconds).toFixed(1)} ` +
        `times the processor time and ${(large.megabytes / small.megabytes).toFixed(1)} times the memory`,
    );
}

function middleOf(size: number): Measured {
  const rounds = Array.from({ length: ROUNDS }, () => inOwnProcess(size));
  const [, middle] = rounds.sort((a, b) => a.cpuSeconds - b.cpuSeconds);
  if (!middle) throw new Error('Nothing was measured.');
  return middle;
}

function inOwnProcess(size: number): Measured {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [fileURLToPath(import.meta.url), String(size)],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Measured;
}

function measured(size: number): Measured {
  const text = JSON.stringify({ flows: Array.from({ length: size }, (_, index) => flowNumbered(index)) });
  const began = process.hrtime.bigint();
  const before = process.cpuUsage();
  const checked = checkFile(JSON.parse(text));
  if (!checked.usable) throw new Error('The flows cannot be judged.');
  let results = 0;
  for (const judged of judgeFile(checked.file, DAY)) results += judged.results.length;
  const { user, system } = process.cpuUsage(before);
  return {
    seconds: Number(process.hrtime.bigint() - began) / 1e9,
    cpuSeconds: (user + system) / 1e6,
    megabytes: process.resourceUsage().maxRSS / 1024,
    results,
  };
}

/** A whole flow of its own: half of them go to the police, and each has reasons in other words. */
function flowNumbered(index: number): object {
  const parties = (modelFlow.parties ?? []).map((party, place) =>
    place === 1 && index % 2 === 0 ? { ...party, orgType: 'POLICE_FORCE' } : party,
  );
  return {
    ...modelFlow,
    id: `flow-${String(index)}`,
    deploymentId: `deployment-${String(index % 50)}`,
    necessityText: `${modelFlow.necessityText ?? ''} Case ${String(index)}.`,
    parties,
  };
}
