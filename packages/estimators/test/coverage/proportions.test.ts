import { expect, test } from 'vitest'
import { logBinomial } from '../../src/distribution/gamma.ts'
import { clopperPearson } from '../../src/interval/clopperPearson.ts'
import { wilson } from '../../src/interval/wilson.ts'

const methods = { wilson, clopperPearson }
const shown = [0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5]
const grid = Array.from({ length: 491 }, (_, i) => (10 + i) / 1000)

/** The shares of all outcomes, by their probabilities, whose interval lies below or above p, and the mean width. */
function exactly(method: keyof typeof methods, n: number, p: number) {
  let [below, above, width] = [0, 0, 0]
  for (let x = 0; x <= n; x++) {
    const chance = Math.exp(logBinomial(n, x) + x * Math.log(p) + (n - x) * Math.log1p(-p))
    const [lo, hi] = limits(method, n)[x]!
    if (hi < p) below += chance
    if (lo > p) above += chance
    width += chance * (hi - lo)
  }
  return { below, above, covered: 1 - below - above, width }
}

const known = new Map<string, readonly (readonly [number, number])[]>()
function limits(method: keyof typeof methods, n: number): readonly (readonly [number, number])[] {
  const key = `${method} ${n}`
  const found = known.get(key) ?? Array.from({ length: n + 1 }, (_, x) => methods[method](x, n, 0.95))
  known.set(key, found)
  return found
}

const percent = (share: number): string => (100 * share).toFixed(1)

test('exact coverage of proportions, by summation over all outcomes', async () => {
  const names = Object.keys(methods) as (keyof typeof methods)[]
  const rows = [10, 50, 500].flatMap((n) =>
    shown.flatMap((p) => {
      const narrow = Math.min(...names.map((method) => exactly(method, n, p).width))
      return names.map((method) => {
        const { covered, below, above, width } = exactly(method, n, p)
        const above97 = method === 'wilson' ? 'not offered (above 97 %)' : 'conservative'
        const verdict = covered < 0.93 ? 'not offered' : covered <= 0.97 ? 'offered' : above97
        const cells = [n, p, method, percent(covered), percent(below), percent(above), (width / narrow).toFixed(2)]
        return `| ${[...cells, verdict].join(' | ')} |`
      })
    }),
  )
  const summaries = [10, 50, 500].flatMap((n) =>
    names.map((method) => {
      const all = grid.map((p) => exactly(method, n, p).covered)
      const mean = all.reduce((sum, value) => sum + value, 0) / all.length
      const worst = Math.min(...all)
      return { n, method, mean, worst, at: grid[all.indexOf(worst)]! }
    }),
  )
  const summary = summaries.map(
    ({ n, method, mean, worst, at }) => `| ${[n, method, percent(mean), percent(worst), at.toFixed(3)].join(' | ')} |`,
  )
  await expect(`# Intervals of a proportion

Exact, by summation over all n + 1 outcomes. The coverage of every interval of a count jumps with p: \`clopperPearson\` promises
at least 95 % at each p, \`wilson\` 95 % on the average over p.

| n | method | mean over p = .01 to .5, % | smallest, % | at p |
| --- | --- | --- | --- | --- |
${summary.join('\n')}

| n | p | method | covers % | lies below % | lies above % | width | verdict |
| --- | --- | --- | --- | --- | --- | --- | --- |
${rows.join('\n')}

At n = 10, and where n p or n (1 - p) is a few, \`wilson\` misses by several points at some p: use \`clopperPearson\` there.
`).toMatchFileSnapshot('../../../../docs/tables/coverage-proportions.md')
  for (const { n, method, mean, worst } of summaries) {
    if (method === 'clopperPearson') expect(worst, `${n}`).toBeGreaterThanOrEqual(0.95)
    else expect(Math.abs(mean - 0.95), `${n}`).toBeLessThan(0.02)
  }
})
