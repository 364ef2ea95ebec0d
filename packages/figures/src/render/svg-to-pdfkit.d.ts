declare module 'svg-to-pdfkit' {
  /** Draw an SVG into a PDFKit document at x, y. */
  export default function svgToPdf(
    document: PDFKit.PDFDocument,
    svg: string,
    x: number,
    y: number,
    options: {
      assumePt: boolean
      fontCallback: (family: string, bold: boolean, italic: boolean) => string
      warningCallback: (warning: string) => void
    },
  ): void
}
