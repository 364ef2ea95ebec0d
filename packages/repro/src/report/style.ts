/** The report's only style sheet: no outside font, light and dark, wide and narrow, and paper. */
export const style = `
:root { color-scheme: light dark; --ink: #1a1a1a; --soft: #575757; --line: #d9d9d9; --paper: #ffffff; --wash: #f6f6f4; --link: #0b5394; --band: #cfe3f5;
  --good: #00614a; --bad: #a33d00; --open: #6b5300; --none: #575757; --mark: #0072b2; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e8e6; --soft: #b3b3b0; --line: #44443f; --paper: #191917; --wash: #242421; --link: #8ec5f5; --band: #1f4058;
  --good: #6fd3b4; --bad: #ff9c66; --open: #e6c45c; --none: #b3b3b0; --mark: #6db8ea; } }
* { box-sizing: border-box; }
html { scroll-behavior: smooth; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 Inter, "Helvetica Neue", Helvetica, Arial, sans-serif; overflow-wrap: anywhere; }
header, main, footer { max-width: 54rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 3rem; }
a { color: var(--link); text-underline-offset: .15em; }
a:focus-visible, .canvas:focus-visible { outline: 3px solid var(--mark); outline-offset: 2px; }
.skip { position: absolute; left: -99rem; } .skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem; }
h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; font-weight: 650; }
h1 { font-size: 2.1rem; margin: .2rem 0 .6rem; } h2 { font-size: 1.5rem; margin: 0 0 .5rem; } h3 { font-size: 1.1rem; margin: 2rem 0 .6rem; } h4 { font-size: 1.02rem; margin: 0 0 .5rem; }
.kicker { margin: 0; letter-spacing: .08em; text-transform: uppercase; font-size: .8rem; color: var(--soft); }
.lead { font-size: 1.1rem; color: var(--soft); margin: 0; max-width: 40rem; }
nav ul { list-style: none; padding: 0; margin: 1.5rem 0 0; border-top: 1px solid var(--line); } nav li { border-bottom: 1px solid var(--line); padding: .45rem 0; }
section { margin-top: 3.5rem; } section.paper { border-top: 3px solid var(--ink); padding-top: 1.25rem; }
.source { margin: .2rem 0; color: var(--soft); font-size: .9rem; }
.card { margin-top: 1.25rem; padding: .25rem 1rem 1rem; background: var(--wash); border-radius: 6px; } .card h3 { margin: .75rem 0; font-size: 1rem; }
.counts { display: inline-block; font-weight: 400; color: var(--soft); margin-left: .5rem; font-size: .9rem; }
.tiles { list-style: none; margin: 0; padding: 0; display: grid; gap: .5rem; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); }
.tile { display: block; height: 100%; padding: .5rem .7rem; background: var(--paper); border-left: 4px solid var(--none); border-radius: 3px; text-decoration: none; color: var(--ink); font-size: .85rem; line-height: 1.4; }
.tile:hover .what { text-decoration: underline; }
.tile .ref { font-weight: 650; } .tile .word { color: var(--none); font-weight: 600; } .tile .what { display: block; color: var(--soft); }
.tile.reproduced, .tile.consistent { border-color: var(--good); } .tile.reproduced .word, .tile.consistent .word { color: var(--good); }
.tile.contradicted, .tile.does-not-carry { border-color: var(--bad); } .tile.contradicted .word, .tile.does-not-carry .word { color: var(--bad); }
.tile.direction-only, .tile.inconclusive { border-color: var(--open); } .tile.direction-only .word, .tile.inconclusive .word { color: var(--open); }
.tile.consistent, .tile.does-not-carry, .tile.direction-only, .tile.inconclusive { border-left-style: double; border-left-width: 6px; }
article { padding: 1.5rem 0; border-top: 1px solid var(--line); scroll-margin-top: 1rem; } article:target { background: var(--wash); box-shadow: 0 0 0 .75rem var(--wash); }
.anchor { margin-right: .4rem; font-variant-numeric: tabular-nums; }
.verdict { margin: 0 0 1rem; }
.badge { display: inline-block; padding: .05rem .5rem; border: 1.5px solid currentColor; border-radius: 3px; font-weight: 650; font-size: .85rem; margin-right: .35rem; color: var(--none); white-space: nowrap; }
.badge.reproduced, .badge.consistent { color: var(--good); } .badge.contradicted, .badge.does-not-carry { color: var(--bad); } .badge.direction-only, .badge.inconclusive { color: var(--open); }
.badge.consistent, .badge.does-not-carry { border-style: dashed; } .badge.direction-only, .badge.inconclusive, .badge.not-testable { border-style: dotted; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; } .pair p { margin: 0; }
.label { font-size: .8rem; color: var(--soft); } .number { font-size: 1.15rem; font-weight: 600; font-variant-numeric: tabular-nums; } .fine { font-size: .85rem; color: var(--soft); }
.strip { display: block; width: 100%; max-width: 32rem; height: 30px; margin: 1rem 0 .5rem; }
.strip .base { stroke: var(--line); stroke-width: 1; } .strip .band { fill: var(--band); } .strip .zero { stroke: var(--soft); stroke-dasharray: 2 2; }
.strip .outer { stroke: var(--ink); stroke-width: 1.5; } .strip .inner { stroke: var(--ink); stroke-width: 5; } .strip circle { fill: var(--mark); stroke: var(--paper); stroke-width: 1.5; }
dl { margin: 1rem 0 0; font-size: .92rem; } dl > div { display: grid; grid-template-columns: 8.5rem 1fr; column-gap: 1rem; padding: .35rem 0; border-top: 1px solid var(--line); }
dt { color: var(--soft); grid-row: 1 / span 40; } dd { margin: 0; grid-column: 2; font-variant-numeric: tabular-nums; }
.words dt .badge { white-space: normal; }
figure { margin: 1.5rem 0 0; } .canvas { overflow-x: auto; background: #ffffff; padding: .75rem; border: 1px solid var(--line); border-radius: 4px; } .canvas svg { display: block; min-width: 26rem; width: 100%; max-width: 40rem; height: auto; margin: 0 auto; }
.canvas text { font-family: Inter, "Helvetica Neue", Helvetica, Arial, sans-serif; }
figcaption { font-size: .88rem; color: var(--soft); margin-top: .5rem; } .see { font-size: .92rem; margin: .75rem 0 0; }
details { margin-top: .5rem; font-size: .92rem; } summary { color: var(--link); cursor: pointer; padding: .35rem 0; } summary:focus-visible { outline: 3px solid var(--mark); outline-offset: 2px; } details dl { margin-top: 0; font-size: 1em; }
.table { overflow-x: auto; } .table:focus-visible { outline: 3px solid var(--mark); outline-offset: 2px; } table { border-collapse: collapse; min-width: 68rem; font-size: .82rem; line-height: 1.4; overflow-wrap: normal; font-variant-numeric: tabular-nums; } th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; border-top: 1px solid var(--line); } th { color: var(--soft); font-weight: 600; border-top: 0; }
footer { margin-top: 4rem; padding-bottom: 3rem; color: var(--soft); font-size: .88rem; }
code { font: .92em ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
@media (max-width: 34rem) { header { padding-top: 1.5rem; } h1 { font-size: 1.6rem; } .pair { grid-template-columns: 1fr; } dl > div { grid-template-columns: 1fr; } dt { grid-row: auto; font-weight: 600; } dd { grid-column: 1; } .card { padding: .25rem .75rem .75rem; } }
@media print { :root { color-scheme: light; --ink: #000; --soft: #444; --line: #bbb; --paper: #fff; --wash: #fff; --link: #000; --band: #d5e5f3; --good: #00614a; --bad: #a33d00; --open: #6b5300; --none: #444; --mark: #0072b2; }
  details::details-content { content-visibility: visible; block-size: auto; } summary { display: none; }
  @page { margin: 18mm 16mm; } body { font-size: 10pt; } header, main, footer { max-width: none; padding: 0; } nav, .skip { display: none; } section.paper { break-before: page; margin-top: 0; } section.paper:first-child { break-before: auto; margin-top: 1.5rem; }
  h2, h3, h4, .verdict, .pair, .strip { break-after: avoid; break-inside: avoid; } figure, .pair, .tile { break-inside: avoid; } .card { border: 1px solid var(--line); } a { text-decoration: none; } .table { overflow: visible; } table { min-width: 0; font-size: 6.5pt; } .canvas { overflow: visible; border: 0; padding: 0; } .canvas svg { min-width: 0; } .strip { print-color-adjust: exact; } }
`
