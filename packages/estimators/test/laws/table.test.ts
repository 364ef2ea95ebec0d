import { expect, test } from 'vitest'
import { laws } from '../../src/laws/index.ts'
import { domainOf, type Law, type Parameter } from '../../src/laws/law.ts'

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
const table = (head: readonly string[], rows: readonly string[][]): string =>
  [head, head.map(() => '---'), ...rows].map(line).join('\n')
const written = (bound: number): string => `${bound}`.replace('e+', 'e')

function bounds({ lower, upper }: Parameter): string {
  const [below, above] = [lower > Number.NEGATIVE_INFINITY, upper < Number.POSITIVE_INFINITY]
  if (below && above) return `[${written(lower)}, ${written(upper)}]`
  return below ? `at least ${written(lower)}` : above ? `at most ${written(upper)}` : 'any'
}

function ofLaw({ id, equation, inputs, linear, parameters, source }: Law): string[] {
  const domains = inputs.map((input) => `${input.name} (${input.unit}) ${domainOf(input)}`).join('; ')
  return [id, `\`${equation}\``, domains, `${linear} of ${parameters.length}`, source]
}

const ofParameters = ({ id, linear, parameters }: Law): string[][] =>
  parameters.map((parameter, j) => {
    const searched = j < linear ? 'solved for' : parameter.scale === 'log' ? 'as its log' : 'as it is'
    return [id, parameter.name, parameter.unit, bounds(parameter), searched]
  })

test('the table of laws', async () => {
  const page = `# Laws

Every law that \`fitLaw\` and the experiments know, as \`lawById\` finds it. Linear parameters are solved for exactly
(variable projection), the others are searched inside their bounds; a fit that ends on a bound says so.

${table(['law', 'equation', 'inputs', 'linear', 'source'], laws.map(ofLaw))}

The unit 1 is a plain number, y is the unit of what is fitted.

${table(['law', 'parameter', 'unit', 'bounds', 'found'], laws.flatMap(ofParameters))}
`
  await expect(page).toMatchFileSnapshot('../../../../docs/tables/laws.md')
})
