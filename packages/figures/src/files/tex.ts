import type { Caption, Measure } from '@lawbook/schemas'

/** Characters that LaTeX reads otherwise, and those that its default fonts lack, as LaTeX writes them. */
const tex: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '−': '$-$',
  '×': '$\\times$',
  '±': '$\\pm$',
  '≤': '$\\leq$',
  '≥': '$\\geq$',
  '≈': '$\\approx$',
  '→': '$\\to$',
  '²': '$^2$',
  '³': '$^3$',
  α: '$\\alpha$',
  β: '$\\beta$',
  γ: '$\\gamma$',
  δ: '$\\delta$',
  κ: '$\\kappa$',
  λ: '$\\lambda$',
  ρ: '$\\rho$',
  σ: '$\\sigma$',
  τ: '$\\tau$',
  Δ: '$\\Delta$',
}

/** Plain text as LaTeX. */
export function escapeTex(text: string): string {
  return Array.from(text, (character) => tex[character] ?? character).join('')
}

/** The caption with its title, n and interval, and a label to refer to. */
export function captionTex(caption: Caption): string {
  const { title, n, interval, level, resampled, experiment, figure } = caption
  const words = `${caption.caption} n: ${n}. Intervals: ${interval}, ${level}; resampled: ${resampled}.`
  return `\\caption{\\textbf{${escapeTex(title)}.} ${escapeTex(words)}}\n\\label{fig:${experiment}-${figure}}\n`
}

/**
 * The measures as macros at three significant digits, so that a paper quotes what was computed: `r2` of the experiment
 * `skills-routing-law` is \skillsRoutingLawRTwo with \skillsRoutingLawRTwoLow and -High, its 90 % interval. The name of
 * the experiment comes first, so that a paper can load the macros of several. A missing number is a dash.
 */
export function macrosTex(experiment: string, measures: readonly Measure[]): string {
  const lines = measures.flatMap(({ id, value, i90 }) => {
    const name = macroName(`${experiment}-${id}`)
    return [macro(name, value), macro(`${name}Low`, i90?.[0] ?? null), macro(`${name}High`, i90?.[1] ?? null)]
  })
  return lines.join('')
}

function macro(name: string, value: number | null): string {
  return `\\newcommand{\\${name}}{${value === null ? '--' : escapeTex(String(Number(value.toPrecision(3))).replace('-', '−'))}}\n`
}

const digitNames = ['Zero', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine']

/** Names of macros have letters only: words joined, digits spelled. */
function macroName(id: string): string {
  return id
    .replace(/-([a-z0-9])/g, (_, first: string) => first.toUpperCase())
    .replace(/([0-9])([a-z]?)/g, (_, digit: string, next: string) => digitNames[Number(digit)]! + next.toUpperCase())
}
