import type { ClaimView } from '../read/claimView.ts'
import { capital, sayInterval, sayNumber, sayUnit } from '../say.ts'
import { claimSections, type Section } from '../show/text.ts'
import { firstOrLink } from './figure.ts'
import { type Html, html } from './html.ts'
import { strip } from './strip.ts'

/** Sections that have a place of their own in an article, and those that are folded away under it. */
const apart = ['Printed', 'Recomputed', 'Verdict']
const folded = ['Books', 'Lineage']

/** A claim with everything that `show` says of it; `shown` holds the figures that the page has drawn already. */
export function claimArticle(view: ClaimView, shown: Set<string>): Html {
  const { claim, judged, measure } = view
  const sections = claimSections(view)
  const facts = sections.filter(({ title }) => !apart.includes(title) && !folded.includes(title))
  const origin = sections.filter(({ title }) => folded.includes(title))
  const [, ...details] = sections.find(({ title }) => title === 'Recomputed')?.lines ?? []
  return html`<article id="${claim.id}" aria-labelledby="${claim.id}-h">
<h4 id="${claim.id}-h"><a class="anchor" href="#${claim.id}">${claim.ref}</a> ${claim.statement}</h4>
<p class="verdict"><span class="badge ${judged.verdict}">${judged.verdict}</span> ${capital(judged.why)}</p>
<div class="pair">
<div><p class="label">Printed</p><p class="number">${claim.printed}</p><p class="fine">${claim.locator.where}; ${claim.source}, trust ${claim.trust}</p></div>
<div><p class="label">Recomputed</p><p class="number">${recomputed(view)}</p><p class="fine">${measure === null ? 'No measure here speaks of it.' : details.join(' ')}</p></div>
</div>
${strip(judged.expected, measure)}
${factList(facts)}
<details><summary>Books and lineage</summary>${factList(origin)}</details>
${view.figure === null ? null : firstOrLink(claim.experiment, view.figure, shown)}
</article>
`
}

function recomputed({ measure }: ClaimView): string {
  if (measure === null || measure.value === null) return '–'
  return `${sayNumber(measure.value)}${sayUnit(measure.unit)} ${sayInterval(measure.i90)}`
}

function factList(sections: readonly Section[]): Html {
  return html`<dl>${sections.map(({ title, lines }) => html`<div><dt>${title}</dt>${lines.map((line) => html`<dd>${line}</dd>`)}</div>`)}</dl>`
}
