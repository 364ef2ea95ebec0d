import type { Canvas } from 'canvas'
import type { View } from 'vega'

/** The picture at two pixels a point, drawn by canvas. */
export async function toPng(view: View): Promise<Uint8Array> {
  const canvas = (await view.toCanvas(2)) as unknown as Canvas
  return canvas.toBuffer('image/png', { resolution: 144 })
}
