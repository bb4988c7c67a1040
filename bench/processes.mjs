/** What processes of a measurement use of the machine. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Of the fields in /proc/…/stat behind the name, and how long each tick is on Linux. */
const USER_TICKS = 11;
const MS_A_TICK = 10;

/** Of the process and those it started. */
export function residentBytes(pid) {
  return family(pid).reduce((sum, { kilobytes }) => sum + kilobytes, 0) * 1_024;
}

/** Processor time that the process and those it started have used; null where the system does not tell. */
export function processorMs(pid) {
  if (!existsSync(`/proc/${pid}/stat`)) return null;
  const ticks = family(pid).map(({ id }) => {
    const fields = readFileSync(`/proc/${id}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return Number(fields[USER_TICKS]) + Number(fields[USER_TICKS + 1]);
  });
  return ticks.reduce((sum, each) => sum + each, 0) * MS_A_TICK;
}

function family(pid) {
  const table = execFileSync('ps', ['-eo', 'pid=,ppid=,rss='], { encoding: 'utf8' });
  return table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([id, parent]) => id === pid || parent === pid)
    .map(([id, , kilobytes]) => ({ id, kilobytes }));
}
