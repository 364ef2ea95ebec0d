import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fail, sha256 } from '@lawbook/base'
import { build } from 'esbuild'

/** A skill as one JavaScript module, with all it imports and the loop that works through its jobs. */
export type Bundle = { readonly code: Uint8Array /** SHA-256 of the code. */; readonly hash: string }

/**
 * Bundle a skill (the path of its run.ts) into one module. The bytes depend on the sources and the version of esbuild
 * only: shortened names keep every path out of them. A source that does not bundle throws LB_EXPERIMENT.
 */
export async function bundleSkill(entry: string): Promise<Bundle> {
  const skill = resolve(entry)
  const serve = fileURLToPath(new URL('./child.ts', import.meta.url))
  const built = await build({
    stdin: { contents: mainOf(serve, skill), resolveDir: dirname(skill), loader: 'ts' },
    banner: { js: 'import{createRequire as $require}from"node:module";const require=$require(import.meta.url);' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    minify: true,
    legalComments: 'none',
    tsconfigRaw: '{}',
    logLevel: 'silent',
  }).catch((thrown: Error) => fail('LB_EXPERIMENT', `the skill ${entry} does not bundle: ${thrown.message}`))
  const code = new Uint8Array(built.outputFiles[0]!.contents)
  return { code, hash: sha256(code) }
}

/**
 * The module is the main file of the process, and every job imports it once more under another address: so each job gets
 * the skill, and every library in it, in the state of a fresh process. The skill is loaded by the job, not at the start.
 */
function mainOf(serve: string, skill: string): string {
  return [
    `import { serve } from ${JSON.stringify(serve)}`,
    `export const load = async () => (await import(${JSON.stringify(skill)})).default`,
    'if (!import.meta.url.includes("?")) serve(import.meta.url)',
  ].join('\n')
}
