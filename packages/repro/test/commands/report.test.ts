import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import explain from '../../src/commands/explain.ts'
import list from '../../src/commands/list.ts'
import create from '../../src/commands/new.ts'
import report from '../../src/commands/report.ts'
import show from '../../src/commands/show.ts'
import { keysOf } from '../../src/documents/index.ts'
import { discard, linkPackages, repository, reproduce, runCommand, temporaryWorkspace } from '../workspace.ts'

let root: string
beforeAll(async () => {
  root = await temporaryWorkspace()
  const printed = '<img src=x onerror=alert(1)> more than 4 | points'
  await runCommand(create, root, ['test-effect'], { paper: 'test-paper', printed })
  await runCommand(create, root, ['test-idle'], { paper: 'test-paper', printed: 'falls by 7 points' })
  await linkPackages(join(root, 'experiments', 'test-effect'))
  await reproduce(root, 'test-effect')
})
afterAll(() => discard(root))

test('list tells what ran from what never did', async () => {
  const { document } = await runCommand(list, root, [], {}, true)
  expect(document).toMatchObject({
    schema: 'lawbook/list@1',
    experiments: [
      { id: 'test-effect', status: 'current', figures: ['effect'], papers: ['test-paper'], decisions: 0 },
      { id: 'test-idle', status: 'never-run', figures: [], decisions: null, seconds: null },
    ],
  })
  const { text } = await runCommand(list, root, [], { claims: true })
  expect(text).toMatch(/not testable here: 2 not-testable/)
  expect(text).toMatch(/ref +claim +verdict +power \/ false alarm \/ recognised +printed/)
  await expect(runCommand(list, root, [], { paper: 'test-papr' })).rejects.toMatchObject({
    message: expect.stringContaining('did you mean test-paper?'),
  })
})

test('show says printed, recomputed, verdict, rule, limits and lineage', async () => {
  const { text } = await runCommand(show, root, ['test-effect'])
  for (const word of ['Printed', 'Recomputed', 'Verdict', 'Rule', 'Cannot say', 'Would change it', 'Books', 'Lineage'])
    expect(text).toMatch(new RegExp(`^  ${word} `, 'm'))
  expect(text).toMatch(/90 % \[[\d., −]+\], 99\.5 % \[[\d., −]+\], n = 40, evidence synthetic/)
  expect(text).toMatch(/rows evidence\/runs\.csv \(40 rows\) [0-9a-f]{12}/)
  const { document } = await runCommand(show, root, ['draft'], {}, true)
  expect(Object.keys(document as object)).toEqual(keysOf('lawbook/show@1'))
  expect((document as { claims: { id: string; verdict: string }[] }).claims).toMatchObject([
    { id: 'test-paper/test-effect', verdict: 'not-testable', recomputed: { n: 40 } },
    { id: 'test-paper/test-idle', verdict: 'not-testable', recomputed: null },
  ])
})

test('show --md escapes what would be markup', async () => {
  const { text } = await runCommand(show, root, ['test-effect'], { md: true })
  expect(text).toContain('\\<img src=x onerror=alert(1)\\> more than 4 \\| points')
})

test('an unknown word is answered with near misses', async () => {
  await expect(runCommand(show, root, ['test-effct'])).rejects.toMatchObject({ code: 'LB_USAGE' })
  await expect(runCommand(explain, root, ['inconclusiv'])).rejects.toMatchObject({
    message: expect.stringContaining('did you mean inconclusive'),
  })
})

test('explain knows codes, words, claims and experiments', async () => {
  const says = async (word: string) => (await runCommand(explain, root, [word])).text
  expect(await says('lb_books')).toMatch(/LB_BOOKS: an error, exit code 4/)
  expect(await says('does-not-carry')).toMatch(/a verdict/)
  expect(await says('test-paper/test-idle')).toMatch(/a claim of test-paper/)
  expect(await says('routed')).toMatch(/a kind of evidence/)
  const { document } = await runCommand(explain, root, ['ratio'], {}, true)
  expect(document).toMatchObject({ schema: 'lawbook/explain@1', explanations: [{ word: 'ratio' }] })
})

test('explain points to a heading that the design has', async () => {
  const { text } = await runCommand(explain, root, ['inconclusive'])
  const heading = /docs\/design\.md, “([^”]+)”/.exec(text)![1]!
  expect(await readFile(join(repository, 'docs', 'design.md'), 'utf8')).toContain(`\n## ${heading}\n`)
})

test('the report is one page that asks for nothing outside and lets no text become markup', async () => {
  const out = join(root, 'out')
  const { code, document } = await runCommand(report, root, [], { out }, true)
  expect(code).toBe(0)
  expect(document).toMatchObject({ schema: 'lawbook/report@1', claims: 2, files: { length: 2 } })
  const page = await readFile(join(out, 'index.html'), 'utf8')
  expect(page.startsWith('<!doctype html>\n<html lang="en">')).toBe(true)
  expect(/<(script|img|link|iframe)|<[^>]*\s(src|on\w+)=|@import|url\((?!#)/i.exec(page)).toBeNull()
  expect(page.match(/href="(?!#)[^"]*"/g)).toBeNull()
  expect(page.includes('&lt;img src=x onerror=alert(1)&gt; more than 4 | points')).toBe(true)
  expect(page.includes('Laws of &lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;libraries&quot;')).toBe(true)
  expect(page.includes('<article id="test-paper/test-effect"')).toBe(true)
  expect(page.match(/<svg[^>]*role="img"[^>]*aria-label="One interval: the mean effect is [\d.]+\."/g)).toHaveLength(1)
  const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
  expect(targets.filter((id) => !ids.includes(id))).toEqual([])
  const markdown = await readFile(join(out, 'report.md'), 'utf8')
  expect(markdown).not.toMatch(/(?<!\\)<(script|img)/)
})

test('the report holds no path, time or host', async () => {
  const [a, b] = [join(root, 'a'), join(root, 'b')]
  await runCommand(report, root, [], { out: a })
  await runCommand(report, root, [], { out: b })
  const read = (folder: string) => readFile(join(folder, 'index.html'), 'utf8')
  expect(await read(a)).toBe(await read(b))
  expect(await read(a)).not.toContain(root)
})

test('once every experiment of a paper has a result, the state of its evidence comes first', async () => {
  const out = join(root, 'whole')
  const read = async () => {
    await runCommand(report, root, [], { out })
    return await readFile(join(out, 'index.html'), 'utf8')
  }
  const overview = '<figure id="figure-overview-state-of-the-evidence-test-paper">'
  expect(await read()).not.toContain(overview)
  await linkPackages(join(root, 'experiments', 'test-idle'))
  await reproduce(root, 'test-idle')
  const page = await read()
  expect(page.indexOf(overview)).toBeGreaterThan(page.indexOf('<section class="paper"'))
  expect(page.indexOf(overview)).toBeLessThan(page.indexOf('<div class="card">'))
  expect(page.match(/<figure id="figure-overview/g)).toHaveLength(1)
})
