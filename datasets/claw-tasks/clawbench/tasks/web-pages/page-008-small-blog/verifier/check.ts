import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, jsonOf, textOf, untouched } from '../../../../../kit/verify.ts'

const lines = (after: Files, slug: string) =>
  textOf(after, `public/${slug}.html`)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
const main = (after: Files, slug: string) => {
  const all = lines(after, slug)
  return all.slice(all.indexOf('<main>') + 1, all.indexOf('</main>')).join('')
}
/** A page without what fills its places. */
const frame = (after: Files, slug: string) =>
  lines(after, slug)
    .join('')
    .replace(/(<title>).*(<\/title>)/, '$1$2')
    .replace(/(<main>).*(<\/main>)/, '$1$2')
    .replace(/(<nav>).*(<\/nav>)/, '$1$2')
const nav = (after: Files, slug: string) => lines(after, slug).find((line) => line.startsWith('<nav>'))

const verifier: Verifier = [
  {
    id: 'which-pages',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(
        [...after.keys()].filter((name) => name.startsWith('public/')).sort(),
        ['anchor', 'best-glue', 'feed', 'first-boat', 'regatta', 'tags'].map(
          (name) => `public/${name}.${name === 'feed' ? 'xml' : name === 'tags' ? 'json' : 'html'}`,
        ),
      ),
  },
  {
    id: 'markdown',
    weight: 4,
    test: ({ after }) => {
      assert.equal(
        main(after, 'first-boat'),
        '<h1>She floats</h1>' +
          '<p>After <strong>three</strong> weeks the skiff is back in <code>a &lt; b **water**</code>.</p>' +
          '<ul><li>new oar</li><li>two <a href="https://shop.example/?a=1&amp;b=2">life jackets</a></li></ul>',
      )
      assert.equal(main(after, 'anchor'), '<h2>Where</h2><p>At the pier.</p>')
      assert.equal(main(after, 'regatta'), '<p>Today.</p>')
    },
  },
  {
    id: 'places-filled-once',
    weight: 2,
    test: ({ after }) =>
      assert.equal(main(after, 'best-glue'), '<p>Write {{title}} on the tin, it costs $1 &amp; dries.</p>'),
  },
  {
    id: 'titles',
    weight: 1,
    test: ({ after }) => {
      const titles = {
        'first-boat': 'First boat &amp; oar',
        anchor: 'Anchor found',
        'best-glue': 'Which glue?',
        regatta: 'Regatta',
      }
      for (const [slug, title] of Object.entries(titles))
        assert.ok(lines(after, slug).includes(`<head><title>${title}</title></head>`), slug)
    },
  },
  {
    id: 'layout-kept',
    weight: 2,
    test: ({ after }) => {
      for (const slug of ['first-boat', 'anchor', 'best-glue', 'regatta'])
        assert.equal(
          frame(after, slug),
          '<!doctype html><html lang="en"><head><title></title></head><body><main></main><nav></nav></body></html>',
          slug,
        )
    },
  },
  {
    id: 'neighbours',
    weight: 3,
    test: ({ after }) => {
      const [first, anchor, glue, last] = [
        '<a href="first-boat.html">First boat &amp; oar</a>',
        '<a href="anchor.html">Anchor found</a>',
        '<a href="best-glue.html">Which glue?</a>',
        '<a href="regatta.html">Regatta</a>',
      ]
      assert.equal(nav(after, 'first-boat'), `<nav>|${anchor}</nav>`)
      assert.equal(nav(after, 'anchor'), `<nav>${first}|${glue}</nav>`)
      assert.equal(nav(after, 'best-glue'), `<nav>${anchor}|${last}</nav>`)
      assert.equal(nav(after, 'regatta'), `<nav>${glue}|</nav>`)
    },
  },
  {
    id: 'tags',
    weight: 2,
    test: ({ after }) =>
      assert.deepEqual(jsonOf(after, 'public/tags.json'), {
        boats: ['regatta', 'first-boat'],
        repair: ['best-glue', 'first-boat'],
      }),
  },
  {
    id: 'feed',
    weight: 3,
    test: ({ after }) => {
      const feed = textOf(after, 'public/feed.xml').replace(/>\s+</g, '><')
      const entry = (title: string, slug: string, date: string): string =>
        `<entry><title>${title}</title><link href="https://quay.example/blog/${slug}.html"/><updated>${date}</updated></entry>`
      const wanted =
        `<feed><title>Quay &amp; crew</title>${entry('Regatta', 'regatta', '2026-08-20')}` +
        entry('Which glue?', 'best-glue', '2026-08-09') +
        entry('Anchor found', 'anchor', '2026-08-09') +
        `${entry('First boat &amp; oar', 'first-boat', '2026-08-01')}</feed>`
      assert.ok(feed.replaceAll(' />', '/>').includes(wanted))
    },
  },
  {
    id: 'inputs-kept',
    weight: 1,
    test: ({ before, after }) => {
      lines(after, 'anchor')
      untouched({ before, after })
    },
  },
]
export default verifier
