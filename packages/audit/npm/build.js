// Plain JavaScript: npm runs it before it packs. Everything that the audit needs becomes one file without dependencies,
// and the licences of what is inside it another.
import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '..', '..', '..')

/** Libraries of routers that an audit never asks: each is imported by its router alone, when it is built. */
const neverAsked = [
  ...['@orama/orama', 'elasticlunr', 'flexsearch', 'fuse.js', 'fuzzball', 'lunr', 'minisearch'],
  ...['ml-matrix', 'node-sqlite3-wasm', 'okapibm25', 'wink-bm25-text-search', 'wink-nlp-utils'],
]

const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: [join(here, '..', 'src', 'cli', 'bin.ts')],
  outfile: join(here, 'lawbook.js'),
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  external: neverAsked,
  legalComments: 'none',
  metafile: true,
  banner: {
    js: "#!/usr/bin/env node\nimport { createRequire as lawbookRequire } from 'node:module';const require = lawbookRequire(import.meta.url);",
  },
})
await copyFile(join(root, 'LICENSE'), join(here, 'LICENSE'))
await writeFile(join(here, 'LICENSES.txt'), await licencesOf(metafile.inputs))

/** The licence of each package that the bundle holds, as it ships it. */
async function licencesOf(inputs) {
  const folders = new Set(
    Object.keys(inputs).flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path) ?? []),
  )
  const sections = await Promise.all([...folders].sort().map((folder) => sectionOf(join(root, folder))))
  return `lawbook.js holds these packages:\n\n${[...new Set(sections)].sort().join('\n')}`
}

async function sectionOf(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
  const file = (await readdir(folder)).find((each) => /^licen[cs]e/i.test(each))
  const text = file === undefined ? `Licence: ${license}` : (await readFile(join(folder, file), 'utf8')).trim()
  return `== ${name} ${version} (${license})\n\n${text}\n`
}
