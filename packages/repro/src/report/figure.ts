import type { ClaimView } from '../read/claimView.ts'
import type { DrawnFigure } from '../read/standing.ts'
import { type Html, html } from './html.ts'
import { inlineSvg } from './inlineSvg.ts'

/** The figure in full where it is met first, a link to it afterwards. */
export function firstOrLink(experiment: string, figure: DrawnFigure, shown: Set<string>): Html {
  const id = anchor(experiment, figure)
  if (shown.has(id)) return html`<p class="see"><a href="#${id}">Figure: ${figure.caption.title}</a></p>`
  shown.add(id)
  return drawn(figure, id)
}

/** The figures of a paper's experiments that no claim showed. */
export function moreFigures(views: readonly ClaimView[], shown: ReadonlySet<string>): Html | null {
  const all = views.flatMap(({ claim, figures }) => figures.map((one) => [anchor(claim.experiment, one), one] as const))
  const rest = [...new Map(all)].filter(([id]) => !shown.has(id))
  return rest.length === 0 ? null : html`<h3 class="group">More figures</h3>${rest.map(([id, one]) => drawn(one, id))}`
}

function anchor(experiment: string, { id }: DrawnFigure): string {
  return `figure-${experiment}-${id}`
}

function drawn({ caption, svg }: DrawnFigure, id: string): Html {
  const { title, alt } = caption
  return html`<figure id="${id}"><div class="canvas" tabindex="0" role="region" aria-label="${`Figure: ${title}`}">${inlineSvg(svg, id, alt)}</div><figcaption><strong>${title}.</strong> ${caption.caption}</figcaption></figure>
`
}
