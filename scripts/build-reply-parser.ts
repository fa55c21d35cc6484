import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { writeChanged } from './write-changed.ts';

// The package looks for the native `re2` by `createRequire(import.meta.url)`,
// which throws in a Worker before it can fall back to RegExp.
const withoutRequire: Plugin = {
  name: 'without-require',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^module$/ }, () => ({ path: 'module', namespace: 'without-require' }));
    onLoad({ filter: /.*/, namespace: 'without-require' }, () => ({
      contents: 'export const createRequire = () => () => { throw new Error("no native modules here"); };',
    }));
  },
};

/** Writes email-reply-parser to build/generated/reply-parser.js in a form that starts in a Worker. */
export async function buildReplyParser(): Promise<void> {
  const entry = fileURLToPath(import.meta.resolve('email-reply-parser'));
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    target: 'es2023',
    charset: 'utf8',
    write: false,
    plugins: [withoutRequire],
  });
  writeChanged('build/generated/reply-parser.js', outputFiles.map(({ text }) => text).join(''));
  writeChanged('build/generated/reply-parser.d.ts', "export { default } from 'email-reply-parser';\n");
}

if (import.meta.main) await buildReplyParser();
