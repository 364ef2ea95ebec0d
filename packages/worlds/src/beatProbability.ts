import { fail, pow, type Stream } from '@lawbook/base'
import { logGamma, normalCdf, normalQuantile } from '@lawbook/estimators'
import { normalMean } from './normalMean.ts'
import { beatenBy, type RankLaw } from './rankLaw.ts'

/**
 * Laws in which each competitor beats the right skill of a request independently with the request's own probability
 * p: Acc(N) = E[(1 - p)^(N - 1)]. With r ~ Binomial(M, p) the mean of C(M - r, N - 1)/C(M, N - 1) is that exactly, for
 * every M, so a finite planted pool has no bias.
 */
function beatProbabilityLaw(
  id: RankLaw['id'],
  competitors: number,
  quantile: (u: number) => number,
  accuracy: (N: number) => number,
): RankLaw {
  const rank = (u: number, stream: Stream) => {
    // Binomial(M, p) by its geometric gaps: the competitors passed over before the next one that beats.
    const scale = 1 / Math.log1p(-quantile(u))
    let r = -1
    for (let j = -1; j < competitors; r++) j += 1 + Math.floor(Math.log(stream.uniform()) * scale)
    return beatenBy(r)
  }
  return { id, competitors, accuracy, rank }
}

/** Hill with exponent 1, exactly: -ln(1 - p) ~ Exp(kappa), so Acc(N) = kappa/(kappa + N - 1). kappa > 0. */
export function hillLaw({ kappa, competitors }: { kappa: number; competitors: number }): RankLaw {
  if (!(kappa > 0 && kappa < Number.POSITIVE_INFINITY))
    fail('LB_DOMAIN', `cannot plant a Hill law with kappa = ${kappa}; kappa must be finite and above 0`)
  const quantile = (u: number): number => -Math.expm1(Math.log1p(-u) / kappa)
  return beatProbabilityLaw('hill', competitors, quantile, (N) => kappa / (kappa + N - 1))
}

/**
 * A power for large N: p ~ Beta(b, 1), so Acc(N) = Gamma(N) Gamma(1 + b)/Gamma(N + b), which tends to
 * Gamma(1 + b) · N^-b. b > 0.
 */
export function powerLaw({ b, competitors }: { b: number; competitors: number }): RankLaw {
  if (!(b > 0 && b < Number.POSITIVE_INFINITY))
    fail('LB_DOMAIN', `cannot plant a power law with b = ${b}; b must be finite and above 0`)
  const accuracy = (N: number): number => Math.min(1, Math.exp(logGamma(N) + logGamma(1 + b) - logGamma(N + b)))
  return beatProbabilityLaw('power', competitors, (u) => pow(u, 1 / b), accuracy)
}

/**
 * Signal detection: p = Phi(-z), z ~ N(mu, tau^2), so Acc(N) = E[Phi(z)^(N - 1)], by quadrature. tau >= 0.
 */
export function signalDetectionLaw(options: { mu: number; tau: number; competitors: number }): RankLaw {
  const { mu, tau, competitors } = options
  if (!(tau >= 0 && tau < Number.POSITIVE_INFINITY && Number.isFinite(mu)))
    fail(
      'LB_DOMAIN',
      `cannot plant signal detection with mu = ${mu}, tau = ${tau}; both must be finite, tau at least 0`,
    )
  const accuracy = (N: number): number => normalMean((z) => pow(normalCdf(mu + tau * z), N - 1), tau)
  const quantile = (u: number): number => normalCdf(tau * normalQuantile(u) - mu)
  return beatProbabilityLaw('signal-detection', competitors, quantile, accuracy)
}
