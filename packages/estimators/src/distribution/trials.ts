import { logHypergeometric } from './hypergeometric.ts'

/** P(at least one of k trials drawn from n, of which c are solved, is solved): 1 - C(n - c, k) / C(n, k). k in [0, n]. */
export function anyOf(solved: number, trials: number, k: number): number {
  return -Math.expm1(logHypergeometric(0, { population: trials, marked: solved, drawn: k }))
}

/** P(all of k trials drawn from n, of which c are solved, are solved): C(c, k) / C(n, k). k in [0, n]. */
export function allOf(solved: number, trials: number, k: number): number {
  return Math.exp(logHypergeometric(k, { population: trials, marked: solved, drawn: k }))
}
