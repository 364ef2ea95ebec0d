import { defineFigures } from '@lawbook/figures'
import { errorByForm } from './figures/errorByForm.ts'
import { forecastAgainstWhatCame } from './figures/forecastAgainstWhatCame.ts'
import { optimismOfProbes, probesAndRequests } from './figures/probes.ts'

export default defineFigures('skills-size-forecast', [
  errorByForm,
  forecastAgainstWhatCame,
  optimismOfProbes,
  probesAndRequests,
])
