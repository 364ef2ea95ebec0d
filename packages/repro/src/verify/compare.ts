/** How equal two files have to be: to the byte, or in their numbers to nine digits. */
export type Agreement = 'bytes' | 'numbers'

/**
 * Byte identity is promised on Linux x64; elsewhere the last digits of a number may differ, and with them every hash
 * and every picture.
 */
export function agreementHere(platform: string = process.platform, arch: string = process.arch): Agreement {
  return platform === 'linux' && arch === 'x64' ? 'bytes' : 'numbers'
}

const text = /\.(json|csv|svg|md)$/
const picture = /\.(svg|png|pdf|caption\.json)$/
const number = /-?\d+(?:\.\d+)?(?:e[-+]?\d+)?/gi
const hash = /\b[0-9a-f]{64}\b/g

/**
 * The first difference between a committed file and its recomputed twin, in words; null if they are equal under the
 * promise. Under `numbers` pictures are not compared, hashes are left out, and numbers agree to a relative 1e-9.
 */
export function firstDifference(
  name: string,
  committed: Buffer,
  recomputed: Buffer,
  agreement: Agreement,
): string | null {
  if (committed.equals(recomputed)) return null
  if (agreement === 'numbers' && (picture.test(name) || sameNumbers(committed.toString(), recomputed.toString())))
    return null
  return text.test(name)
    ? textDifference(committed.toString(), recomputed.toString())
    : byteDifference(committed, recomputed)
}

function textDifference(committed: string, recomputed: string): string {
  const [a, b] = [committed.split('\n'), recomputed.split('\n')]
  const at = a.findIndex((line, i) => line !== b[i])
  if (at === -1) return `ends after line ${a.length}; recomputed it goes on`
  const column = firstUnequal(a[at]!, b[at] ?? '')
  const show = (line: string | undefined): string =>
    line === undefined ? 'nothing' : `"${line.slice(Math.max(0, column - 20), column + 40).trim()}"`
  return `line ${at + 1}: committed ${show(a[at])}, recomputed ${show(b[at])}`
}

function byteDifference(committed: Buffer, recomputed: Buffer): string {
  const at = firstUnequal(committed, recomputed)
  return `byte ${at} of ${committed.length}; recomputed it has ${recomputed.length}`
}

function firstUnequal(a: ArrayLike<unknown>, b: ArrayLike<unknown>): number {
  let at = 0
  while (at < a.length && a[at] === b[at]) at += 1
  return at
}

/** Equal but for the last digits of numbers: what stands between the numbers is the same, and they agree to 1e-9. */
function sameNumbers(committed: string, recomputed: string): boolean {
  const [a, b] = [committed.replace(hash, 'hash'), recomputed.replace(hash, 'hash')]
  if (a.replace(number, '#') !== b.replace(number, '#')) return false
  const [xs, ys] = [a.match(number) ?? [], b.match(number) ?? []]
  return xs.every((x, i) => {
    const [p, q] = [Number(x), Number(ys[i])]
    return Math.abs(p - q) <= 1e-9 * Math.max(Math.abs(p), Math.abs(q))
  })
}
