import { fail } from '@lawbook/base'
import { type Agent, httpAgent, markOracle, nothingAgent, oracleAgent, recipeAgent } from '@lawbook/benchmarks'
import type { Checkout } from './checkout.ts'

/** The agent that was typed; LB_USAGE for one that there is not. */
export async function agentOf(typed: string, checkout: Checkout): Promise<Agent> {
  if (typed === 'nothing') return nothingAgent()
  if (typed === 'oracle') return checkout.benchmark === 'clawmark' ? markOracle() : oracleAgent()
  if (typed.startsWith('http:')) return await httpAgent(addressIn(typed))
  if (typed.startsWith('router:')) return await recipeAgent(typed.slice('router:'.length), checkout.cards)
  return fail('LB_USAGE', `there is no agent "${typed}"; allowed: nothing, oracle, http:<url>, router:<id>`)
}

/** `http:http://host:1/` and, as it is easily typed, `http://host:1/`. */
function addressIn(typed: string): string {
  return typed.startsWith('http://') ? typed : typed.slice('http:'.length)
}
