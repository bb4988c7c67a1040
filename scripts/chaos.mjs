/** npm run chaos -- <name> [options]: does harm to the built service and holds it to its promises (test/chaos). */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runNode } from './process.mjs';
import { ROOT } from './ready.mjs';

const FOLDER = join(ROOT, 'test', 'chaos');
const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.mjs'))
  .map((file) => file.slice(0, -'.mjs'.length))
  .sort();

const [name, ...options] = process.argv.slice(2);
if (names.includes(name)) {
  process.exitCode = await runNode([join(FOLDER, `${name}.mjs`), ...options], { cwd: ROOT });
} else {
  console.error(
    `npm run chaos -- <name> [options], with one of these names:\n${names.map((each) => `  ${each}`).join('\n')}`,
  );
  process.exitCode = name === undefined ? 0 : 1;
}
