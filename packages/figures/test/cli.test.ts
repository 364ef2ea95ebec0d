import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sha256 } from '@lawbook/base'
import { validate } from '@lawbook/schemas'
import { describe, expect, it } from 'vitest'
import { writeStudy } from './sample.ts'

const bin = fileURLToPath(new URL('../bin/figures.js', import.meta.url))
const index = fileURLToPath(new URL('../src/index.ts', import.meta.url))

/** The bin as a task runs it: a process of its own, in the experiment's folder. */
function figures(cwd: string, args: string[] = [], env: NodeJS.ProcessEnv = {}) {
  return new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    execFile(process.execPath, [bin, ...args], { cwd, env: { ...process.env, ...env } }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr })
    })
  })
}

async function hashes(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).sort()
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, sha256(await readFile(join(folder, name)))])),
  )
}

const kinds = ['caption.json', 'pdf', 'png', 'svg', 'vl.json']

describe('lawbook-figures', () => {
  it('writes five files a figure, with the same bytes in another folder, time zone, locale and set of fonts', async () => {
    const [one, two] = [await writeStudy(), await writeStudy()]
    const noFonts = join(two, 'fonts.conf')
    await writeFile(noFonts, '<?xml version="1.0"?><fontconfig></fontconfig>')
    const first = await figures(one, [], { TZ: 'UTC', LC_ALL: 'C' })
    const second = await figures(two, [], {
      TZ: 'Asia/Kathmandu',
      LC_ALL: 'de_DE.UTF-8',
      LANG: 'tr_TR.UTF-8',
      FONTCONFIG_FILE: noFonts,
    })
    expect([first.stderr, first.code, second.code]).toEqual(['', 0, 0])
    const written = await hashes(join(one, 'results', 'figures'))
    expect(Object.keys(written)).toEqual(
      ['accuracy-by-size', 'rivals', 'slopes'].flatMap((id) => kinds.map((kind) => `${id}.${kind}`)),
    )
    expect(await hashes(join(two, 'results', 'figures'))).toEqual(written)
    const caption = validate(
      'lawbook/caption@1',
      JSON.parse(await readFile(join(one, 'results/figures/accuracy-by-size.caption.json'), 'utf8')),
      'caption',
    )
    expect(caption).toMatchObject({ width: 238, caption: 'Five routers; R² = 0.97.', tables: ['curves'] })
    expect(caption.sha256.png).toBe(written['accuracy-by-size.png'])
    expect(JSON.parse(first.stdout.split('\n')[0]!)).toEqual({
      progress: { id: 'sample-study', done: 1, total: 3, label: 'accuracy-by-size' },
    })
  })

  it('writes for a paper with --out, removes nothing there and leaves the results alone', async () => {
    const folder = await writeStudy()
    const out = join(folder, 'paper')
    await mkdir(out)
    await writeFile(join(out, 'notes.md'), 'mine')
    const { code, stderr } = await figures(folder, [
      '--out',
      'paper',
      '--only',
      'slopes',
      '--preset',
      'icml',
      '--font',
      'serif',
    ])
    expect([stderr, code]).toEqual(['', 0])
    expect((await readdir(out)).sort()).toEqual([
      'notes.md',
      'sample-study.macros.tex',
      ...['caption.json', 'caption.tex', 'csv', 'pdf', 'png', 'svg', 'vl.json'].map((k) => `slopes.${k}`),
    ])
    expect(existsSync(join(folder, 'results', 'figures'))).toBe(false)
    expect(await readFile(join(out, 'slopes.svg'), 'utf8')).toMatch(/width="234".*Source Serif/s)
  })

  it('leaves the old pictures and an error.json when one figure fails', async () => {
    const broken = `import { defineFigures, panel, axis, series, points } from ${JSON.stringify(index)}
      const caption = () => ({ text: 't', alt: 'a', n: '1', interval: 'i', level: 'l', resampled: 'r' })
      const y = axis({ field: 'accuracy', title: 'accuracy ᵅ', domain: [0, 1] })
      const x = axis({ field: 'skills', title: 'N', domain: [0, 1000] })
      export default defineFigures('sample-study', [{ id: 'bad', title: 'B', width: 'column', tables: ['curves'], caption,
        spec: ({ tables, theme }) => panel({ width: theme.width, height: 50, rows: tables.curves,
          layers: [points({ x, y, by: series({ field: 'router', names: { bm25: 'BM25' } }) })] }) }])`
    const folder = await writeStudy({ figures: broken })
    await mkdir(join(folder, 'results', 'figures'))
    await writeFile(join(folder, 'results', 'figures', 'old.svg'), 'old')
    const { code, stderr } = await figures(folder)
    expect(code).toBe(1)
    expect(stderr).toMatch(/character "ᵅ" \(U\+1D45\) in "accuracy ᵅ".*\(LB_GLYPH\)/)
    expect(await readdir(join(folder, 'results', 'figures'))).toEqual(['old.svg'])
    const error = JSON.parse(await readFile(join(folder, 'results', 'error.json'), 'utf8'))
    expect(validate('lawbook/error@1', error, 'error')).toMatchObject({ task: 'figures', code: 'LB_GLYPH' })

    await writeFile(join(folder, 'figures.ts'), broken.replace('accuracy ᵅ', 'accuracy'))
    expect(await figures(folder)).toMatchObject({ code: 0, stderr: '' })
    expect(existsSync(join(folder, 'results', 'error.json'))).toBe(false)
    expect((await readdir(join(folder, 'results', 'figures'))).sort()).toEqual(kinds.map((kind) => `bad.${kind}`))
  })

  it('names the cause even where error.json cannot be written', async () => {
    const folder = await writeStudy({ figures: 'export default undefined' })
    await mkdir(join(folder, 'results', 'error.json'))
    const { code, stderr } = await figures(folder)
    expect(code).toBe(1)
    expect(stderr).toMatch(/sample-study: .*error\.json.*\n.*has no default export.*\(LB_FIGURE\)/)
  })

  it('defines every macro once, however many figures are written', async () => {
    const folder = await writeStudy()
    expect((await figures(folder, ['--out', 'paper'])).code).toBe(0)
    const names = await readdir(join(folder, 'paper'))
    const sources = names.filter((name) => name.endsWith('.tex') && !name.endsWith('.caption.tex'))
    const texts = await Promise.all(sources.map((name) => readFile(join(folder, 'paper', name), 'utf8')))
    const macros = texts.flatMap((text) => [...text.matchAll(/\\newcommand\{(.*?)\}/g)].map(([, name]) => name!))
    expect(macros.length).toBeGreaterThan(0)
    expect(new Set(macros).size).toBe(macros.length)
    for (const name of macros) expect(name).toMatch(/^\\sampleStudy[A-Z]/)
  })

  it.each(['quick', 'local'] as const)('stamps every picture of a %s run', async (fidelity) => {
    const [byResult, byEnvironment] = [await writeStudy({ fidelity }), await writeStudy()]
    await figures(byResult, ['--only', 'slopes'])
    await figures(byEnvironment, ['--only', 'slopes'], { REPRO_FIDELITY: fidelity })
    const pictures = [byResult, byEnvironment].map((folder) => join(folder, 'results', 'figures'))
    expect(await readFile(join(pictures[0]!, 'slopes.svg'), 'utf8')).toContain('trial run: not for citation')
    expect(await hashes(pictures[0]!)).toEqual(await hashes(pictures[1]!))
  })
})
