import { existsSync } from 'node:fs'
import { readText, writeJson, writeText } from '../../../../../kit/solve.ts'

type Hunk = { readonly file: string; readonly hunk: number; readonly at: number; readonly lines: string[] }

function hunksOf(patch: string): Hunk[] {
  const hunks: Hunk[] = []
  let file = ''
  for (const line of patch.replace(/\n$/, '').split('\n')) {
    if (line.startsWith('--- ')) continue
    if (line.startsWith('+++ ')) file = line.slice(4).replace(/^b\//, '').trim()
    else if (line.startsWith('@@')) {
      const at = Number(/^@@ -(\d+)/.exec(line)![1])
      hunks.push({ file, hunk: hunks.filter((one) => one.file === file).length + 1, at, lines: [] })
    } else if (/^[ +-]/.test(line)) hunks.at(-1)?.lines.push(line)
  }
  if (hunks.length === 0) throw new Error('change.patch has no hunk')
  return hunks
}

/** Lines (from 0) at or after `from` where the old text stands, nearest to the stated line first. */
function places(lines: string[], old: string[], from: number, stated: number): number[] {
  const all = lines.map((_, at) => at).filter((at) => at >= from && old.every((line, k) => lines[at + k] === line))
  return all.sort((a, b) => Math.abs(a - stated) - Math.abs(b - stated) || a - b)
}

/** Put every hunk where its old text stands; reject the others. */
export default async function solve(): Promise<void> {
  const hunks = hunksOf(await readText('change.patch'))
  const report = []
  for (const file of new Set(hunks.map((one) => one.file))) {
    const lines = existsSync(file) ? (await readText(file)).split('\n') : []
    const made: string[] = []
    let done = 0
    for (const { hunk, at, lines: change } of hunks.filter((one) => one.file === file)) {
      const old = change.filter((line) => line[0] !== '+').map((line) => line.slice(1))
      const place = places(lines, old, done, at - 1)[0]
      const result = place === undefined ? 'rejected' : place === at - 1 ? 'applied' : 'moved'
      report.push({ file, hunk, result, line: (place ?? -1) + 1 })
      if (place === undefined) continue
      made.push(...lines.slice(done, place), ...change.filter((line) => line[0] !== '-').map((line) => line.slice(1)))
      done = place + old.length
    }
    if (done > 0) await writeText(`patched/${file}`, [...made, ...lines.slice(done)].join('\n'))
  }
  await writeJson('patch_report.json', report)
}
