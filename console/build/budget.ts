import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

interface Limits {
  /** Bytes, compressed with gzip, of all that a page loads before it shows anything. */
  readonly js: number;
  readonly css: number;
}

/** Fails the build when a page loads more than it may before it shows anything. */
export function budget(limits: Limits): Plugin {
  return {
    name: 'budget',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const sizeOf = (name: string): number => {
        const file = bundle[name];
        return file ? gzipSync(file.type === 'chunk' ? file.code : file.source).length : 0;
      };
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk' || !chunk.isEntry) continue;
        const scripts = new Set<string>();
        const styles = new Set<string>();
        const collect = (name: string) => {
          const file = bundle[name];
          if (scripts.has(name) || file?.type !== 'chunk') return;
          scripts.add(name);
          file.viteMetadata?.importedCss.forEach((style) => styles.add(style));
          file.imports.forEach(collect);
        };
        collect(chunk.fileName);
        const js = sum([...scripts].map(sizeOf));
        const css = sum([...styles].map(sizeOf));
        const said = `${chunk.name}: ${kilobytes(js)} of JS (at most ${kilobytes(limits.js)}), ${kilobytes(css)} of CSS (at most ${kilobytes(limits.css)})`;
        if (js > limits.js || css > limits.css) this.error(`Too much to load at first for ${said}`);
        process.stderr.write(`${said}\n`);
      }
    },
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1_000).toFixed(1)} KB`;
}
