#!/usr/bin/env node
// Plain JavaScript, so that the package manager can link it and one Node process is enough: tsx is registered here.
import { register } from 'tsx/esm/api'

register()
const { main } = await import('../src/cli.ts')
process.exitCode = await main(process.cwd(), process.argv.slice(2))
