import { predictionError } from '@lawbook/estimators'
import type { ForecastChoices } from './choices.ts'
import { errorsAt } from './errors.ts'
import { forecastsBy } from './judge.ts'
import { formTitle } from './measures.ts'
import { countsOf } from './optimism.ts'
import type { Study } from './study.ts'

/** What a reader of the numbers should know: what was chosen, what was left out, what is not resampled. */
export function notesOf(study: Study, choices: ForecastChoices): string[] {
  const { chosen, test, calibration, leftOut, probed } = study
  if (chosen === null) return ['No form could be fitted to all calibration draws: nothing is forecast.']
  const own = forecastsBy(test.all, chosen.form)
  const failing = calibration.all.filter(({ said }) => said.includes(null)).map(({ form }) => formTitle(form))
  const bias = choices.factors.map((factor, k) => {
    const { signed, rms } = predictionError(errorsAt(own, test.cells, k))
    return `at ${factor} times the size ${points(signed)} points with a root mean squared error of ${points(rms)}`
  })
  const counts = probed[0] && countsOf(probed[0])
  return [
    'Local routers: retrieval programs, not language models.',
    `Chosen on calibration draws: ${formTitle(chosen.form)}; the log line is at its best ${chosen.line.fitted === 'all' ? 'fitted to all sizes' : 'fitted to the last two octaves'}. Bias of the chosen form on held-out draws: ${bias.join(', ')}.`,
    `${chosen.spreads.map(({ factor, share, leftOut: held }) => `At ${factor} times the size the quantiles between which ${percent(share)} of the errors lie hold ${percent(held)} of the draws left out`).join('; ')}.`,
    `${leftOut} of ${leftOut + test.cells.length + calibration.cells.length} cells (library, size, router) have fewer than ${choices.fewestRequests} requests of their half and are left out.`,
    `A form that fails in some calibration cell cannot be chosen: ${failing.length === 0 ? 'none did' : failing.join('; ')}.`,
    'Growing libraries are drawn from the same 1,144 skills and share many of them: intervals resample libraries, not the population of skills.',
    `Probes: ${counts?.probes ?? 0} for the skills of the test half that have a body to ask from, beside ${counts?.requests ?? 0} written requests for the same skills.`,
  ]
}

const points = (share: number): string => (100 * share).toFixed(2).replace('-', '−')
const percent = (share: number): string => `${(100 * share).toFixed(0)} %`
