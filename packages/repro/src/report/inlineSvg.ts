import { fail } from '@lawbook/base'
import { escapeHtml, type Html, raw } from './html.ts'

/**
 * A figure's SVG as part of a page: its ids prefixed, so that two figures do not share one, its size left to the page,
 * and the alt text as its accessible name. Throws LB_FIGURE for an SVG that holds scripts or asks for outside files:
 * figures of this project hold neither.
 */
export function inlineSvg(svg: string, prefix: string, alt: string): Html {
  const alien =
    /<(script|foreignObject|iframe|image|use)\b|\son\w+\s*=|(href|src)\s*=\s*["'](?!#)|@import|url\(\s*["']?(?!#)/i.exec(
      svg,
    )
  if (alien !== null)
    fail('LB_FIGURE', `the figure ${prefix} holds "${alien[0].trim()}"; a figure is shapes and text: draw it again`)
  const start = Math.max(0, svg.indexOf('<svg'))
  const named = svg
    .slice(start)
    .replace(/\bid="([^"]+)"/g, `id="${prefix}-$1"`)
    .replace(/url\(#([^)]+)\)/g, `url(#${prefix}-$1)`)
    .replace(/(href=")#/g, `$1#${prefix}-`)
  const root =
    /^<svg([^>]*)>/.exec(named)?.[1] ?? fail('LB_FIGURE', `the figure ${prefix} holds no <svg>: draw it again`)
  const attributes = root.replace(/\s(role|aria-label)="[^"]*"/g, '')
  return raw(
    `<svg${attributes} role="img" aria-label="${escapeHtml(alt)}">${named.slice(root.length + '<svg>'.length)}`,
  )
}
