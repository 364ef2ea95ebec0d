import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { integrityOf } from './tarballs.ts'

export type Registry = {
  readonly url: string
  /** How often each package's tarball was asked for. */
  readonly served: Map<string, number>
  close(): Promise<void>
}

/** How a tarball is answered; by default whole. */
export type Answer = (response: ServerResponse, data: Buffer) => void

/** An npm registry on loopback that offers version 1.0.0 of each package. */
export async function startRegistry(
  packages: Readonly<Record<string, Buffer>>,
  answer: Answer = (response, data) => response.end(data),
): Promise<Registry> {
  const served = new Map<string, number>()
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '')
    const name = path.replace(/^\//, '').replace(/\/-\/.*$/, '')
    const data = packages[name]
    if (data === undefined) {
      response.writeHead(404, { 'content-type': 'application/json' }).end('{"error":"not found"}')
    } else if (path.includes('/-/')) {
      served.set(name, (served.get(name) ?? 0) + 1)
      answer(response, data)
    } else {
      const dist = { tarball: `${url}/${name}/-/${name}-1.0.0.tgz`, integrity: integrityOf(data) }
      const body = { name, 'dist-tags': { latest: '1.0.0' }, versions: { '1.0.0': { name, version: '1.0.0', dist } } }
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    })
  return { url, served, close }
}
