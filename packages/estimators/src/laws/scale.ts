import type { Parameter } from './law.ts'

/** A parameter as it is searched: its log where its scale is logarithmic. */
export function outward(scale: Parameter['scale'], value: number): number {
  return scale === 'log' ? Math.log(value) : value
}

/** The inverse of `outward`. */
export function inward(scale: Parameter['scale'], value: number): number {
  return scale === 'log' ? Math.exp(value) : value
}
