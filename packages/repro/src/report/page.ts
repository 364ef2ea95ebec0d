import { countsText, groupClaims } from '@lawbook/claims'
import type { Diff, Paper } from '@lawbook/schemas'
import type { ClaimView } from '../read/claimView.ts'
import type { DrawnFigure } from '../read/standing.ts'
import { capital } from '../say.ts'
import { comparabilityWords, evidenceWords, verdictWords } from '../words.ts'
import { claimArticle } from './claim.ts'
import { firstOrLink, moreFigures } from './figure.ts'
import { fitSections } from './fits.ts'
import { type Html, html, raw } from './html.ts'
import { reportPapers } from './papers.ts'
import { style } from './style.ts'

type Overviews = ReadonlyMap<string, DrawnFigure>

/**
 * The report as one static page: no script, no outside request, works from a file. Text of others is escaped.
 * `overviews` has the state of the evidence by paper, where it could be drawn.
 */
export function reportPage(diff: Diff, views: readonly ClaimView[], overviews: Overviews): string {
  const papers = reportPapers(views)
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Lawbook: claimed against reproduced</title>
<style>${raw(style)}</style>
</head>
<body>
<a class="skip" href="#claims">Skip to the claims</a>
<header>
<p class="kicker">Lawbook</p>
<h1>Claimed against reproduced</h1>
<p class="lead">Published scaling laws of LLM agents, each claim recomputed and judged by a written rule; where the line was drawn after the outcome was known, the claim says so.</p>
<nav aria-label="Contents"><ul>${papers.map(({ paper }) => html`<li><a href="#${paper.id}">${paper.title}</a></li>`)}<li><a href="#reading">How to read a verdict</a></li></ul></nav>
</header>
<main id="claims">
${papers.length === 0 ? html`<p>No claim is registered yet.</p>` : null}
${papers.map(({ paper, views }) => paperSection(diff, paper, views, overviews.get(paper.id) ?? null))}
${readingSection()}
</main>
<footer><p>Every number here is recomputed by <code>pnpm repro all</code>; <code>pnpm repro verify</code> repeats it offline from the committed evidence.</p></footer>
</body>
</html>
`
  return page.html
}

function paperSection(diff: Diff, paper: Paper, views: readonly ClaimView[], overview: DrawnFigure | null): Html {
  const groups = groupClaims({ ...diff, claims: views.map(({ judged }) => judged) })
  const shown = new Set<string>()
  const byId = new Map(views.map((view) => [view.judged.id, view]))
  return html`<section class="paper" aria-labelledby="${paper.id}">
<h2 id="${paper.id}">${paper.title}</h2>
<p class="source">${citation(paper)}</p>
<p class="source">${paper.reading}</p>
${overview === null ? null : firstOrLink('overview', overview, shown)}
${groups.map(
  ({
    title,
    claims,
  }) => html`<div class="card"><h3>${capital(title)} <span class="counts">${countsText(claims)}</span></h3>
<ul class="tiles">${claims.map(({ id, ref, verdict, statement }) => html`<li><a class="tile ${verdict}" href="#${id}"><span class="ref">${ref}</span> <span class="word">${verdict}</span><span class="what">${statement}</span></a></li>`)}</ul></div>`,
)}
${groups.map(
  ({ title, claims }) => html`<h3 class="group">${capital(title)}</h3>
${claims.map(({ id }) => claimArticle(byId.get(id)!, shown))}`,
)}
${moreFigures(views, shown)}
${fitSections(views)}
</section>`
}

function readingSection(): Html {
  const list = (words: Readonly<Record<string, string>>, badge: boolean): Html =>
    html`<dl class="words">${Object.entries(words).map(([word, meaning]) => html`<div><dt>${badge ? html`<span class="badge ${word}">${word}</span>` : html`${word}`}</dt><dd>${meaning}</dd></div>`)}</dl>`
  return html`<section aria-labelledby="reading"><h2 id="reading">How to read a verdict</h2>
<p>A claim allows a set of values (the band). The experiment returns two nested intervals: 90 % (thick) and 99.5 % (thin). Agreement needs the thick one inside the band, contradiction the thin one outside it. A set of claims has no total: claims judged on their own ground and claims judged in form only are never added.</p>
<h3>Verdicts</h3>${list(verdictWords, true)}
<h3>How close the evidence is</h3>${list(comparabilityWords, false)}
<h3>Kinds of evidence</h3>${list(evidenceWords, false)}
</section>`
}

function citation(paper: Paper): string {
  const names = paper.author.map(({ family, given, literal }) => literal ?? [given, family].filter(Boolean).join(' '))
  const authors = names.length > 4 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} others` : names.join(', ')
  const year = paper.issued?.['date-parts'][0]?.[0]
  return [authors, year, paper.number, paper.version, paper.URL]
    .filter((part) => part !== undefined && part !== '')
    .join('; ')
}
