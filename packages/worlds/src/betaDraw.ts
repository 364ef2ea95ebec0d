import type { Stream } from '@lawbook/base'

/**
 * A Beta(alpha, beta) deviate, X / (X + Y) with X ~ Gamma(alpha), Y ~ Gamma(beta), from their logs. alpha, beta > 0.
 */
export function betaDraw(alpha: number, beta: number, stream: Stream): number {
  const logX = logGammaDraw(alpha, stream)
  return 1 / (1 + Math.exp(logGammaDraw(beta, stream) - logX))
}

/**
 * The log of a Gamma(shape) deviate of scale 1 (Marsaglia and Tsang 2000). Shapes below 1 come as
 * Gamma(shape + 1) U^(1/shape), in logs because most of them are below the smallest double for small shapes.
 */
function logGammaDraw(shape: number, stream: Stream): number {
  if (shape < 1) return logGammaDraw(shape + 1, stream) + Math.log(1 - stream.uniform()) / shape
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const z = stream.normal()
    const root = 1 + c * z
    if (root <= 0) continue
    const v = root * root * root
    if (Math.log(1 - stream.uniform()) < (z * z) / 2 + d * (1 - v + Math.log(v))) return Math.log(d * v)
  }
}
