import { fail } from '@lawbook/base'
import PDFDocument from 'pdfkit'
import svgToPdf from 'svg-to-pdfkit'
import { fontFile } from './fonts.ts'
import { sizeOf } from './svg.ts'

/** PDF wants a date; a fixed one keeps the bytes. */
const date = new Date(0)

/** The SVG as a vector PDF of the same size in points, with the used glyphs of the shipped fonts embedded. */
export async function toPdf(svg: string, title: string, where: string): Promise<Uint8Array> {
  const { width, height } = sizeOf(svg)
  const document = new PDFDocument({
    size: [width, height],
    margin: 0,
    // Uncompressed: what deflate writes differs between versions of Node.
    compress: false,
    info: { Title: title, CreationDate: date, ModDate: date },
  })
  const chunks: Uint8Array[] = []
  const finished = new Promise((resolve, reject) => {
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    document.on('end', resolve)
    document.on('error', reject)
  })
  svgToPdf(document, svg, 0, 0, {
    assumePt: true,
    fontCallback: (family, bold, italic) => fontFile({ family: family.split(',')[0]!, bold, italic }),
    warningCallback: (warning) =>
      fail('LB_FIGURE', `figure ${where} cannot become a PDF: ${warning}`, { figure: where }),
  })
  document.end()
  await finished
  return Buffer.concat(chunks)
}
